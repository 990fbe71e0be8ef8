"""The stages in their order, and how one is performed: timed, noted and logged."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping

from tasks.pipeline.checked_tables import assemble_tables, validate_tables
from tasks.pipeline.fetch_and_extract import extract_articles, fetch_pages
from tasks.pipeline.publication import publish_tables
from tasks.run import Run
from tasks.run.watch import watch_stages

log = logging.getLogger("casus")

STAGES: Mapping[str, Callable[[Run], str]] = {
    "fetch": fetch_pages,
    "extract": extract_articles,
    "assemble": assemble_tables,
    "validate": validate_tables,
    "publish": publish_tables,
}
Perform = Callable[[Run, str], str]


def perform(run: Run, stage: str) -> str:
    """Do one stage, say that it begins, note how long it took, and log its line."""
    watch_stages.get()(stage)
    start = time.perf_counter()
    try:
        line = STAGES[stage](run)
    finally:
        seconds = time.perf_counter() - start
        run.note(f"time-{stage}", {"seconds": seconds})
    log.info("%-9s %s (%.1f s)", stage, line, seconds)
    return line

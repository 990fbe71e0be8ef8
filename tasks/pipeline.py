"""The stages of a run in their order, as plain functions: extract, assemble, validate, publish, report.

Each takes the run, works through files in the run's own folder, notes what it found for the stages
after it, and returns one line about it.  The command line calls them bare; `tasks.steps` wraps
each in a Prefect task.  What they do is the same.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from tasks.publish import (
    FileFacts,
    Layout,
    PublishError,
    check_space,
    current,
    prune,
    publish,
    reading,
    stored,
)
from tasks.run import BadInputError, RefusedError, Run, RunError, open_run
from tasks.run.kept import Kept, key_of
from tasks.run.outcome import End, Outcome
from tasks.run.watch import watch
from tasks.settings import Settings

log = logging.getLogger("casus")


def extract_articles(run: Run) -> str:
    """Read the inputs and extract each article, unless its result is kept from an earlier run.

    One bad article does not stop the others.

    Raises:
        BadInputError: if no article could be read and extracted at all.
    """
    from tasks.sources import read_articles

    read = read_articles(run.inputs, run.settings.raw)
    failures = [str(error) for error in read.failures]
    kept, articles, reused = Kept(run.layout.articles), [], 0
    for done, article in enumerate(read.articles, 1):
        key = key_of(article)
        if kept.get(key) is not None:
            reused += 1
        elif failure := _extract_one(kept, key, article):
            failures.append(failure)
            continue
        articles.append({"article_id": article.article_id, "content": article.content_sha256, "key": key})
        watch.get()(done, len(read.articles))
    run.note("extract", {"articles": articles, "failures": failures, "reused": reused})
    if not articles:
        raise BadInputError("\n".join(failures) or "no articles were given")
    return f"{len(articles):,} articles ({reused:,} from earlier work), {len(failures):,} inputs refused"


def _extract_one(kept: Kept, key: str, article: Any) -> str | None:
    """Extract an article and keep its rows; return what is wrong with it, or None."""
    from tasks.assemble import rows_of
    from tasks.extract import extract

    try:
        rows = rows_of(extract(article))
    except Exception as error:  # a fault that one article brings out must not cost the others their run
        log.exception("%s: could not be extracted", article.article_id)
        return f"{article.source_path}: could not be extracted: {type(error).__name__}: {error}"
    kept.put(key, rows)
    return None


def assemble_tables(run: Run) -> str:
    """Join the articles' rows into tables and write them to the run's own folder."""
    from tasks.assemble import combine
    from tasks.tables import write_parquet

    kept, rows_of_articles = Kept(run.layout.articles), []
    for article in run.noted("extract")["articles"]:
        rows = kept.get(article["key"])
        if rows is None:
            raise PublishError(f"{kept.path(article['key'])}: went away while the run needed it; run again")
        rows_of_articles.append(rows)
    tables = combine(rows_of_articles)
    check_space(run.layout, sum(table.nbytes for table in tables.values()))
    for name, table in tables.items():
        write_parquet(table, run.tables / f"{name}.parquet")
    counts = {name: table.num_rows for name, table in tables.items()}
    run.note("assemble", {"rows": counts})
    return f"{sum(counts.values()):,} rows in {len(tables)} tables"


def validate_tables(run: Run) -> str:
    """Check the staged tables; rows that broke a row-level rule are set aside.

    Raises:
        RefusedError: if a critical rule is broken.
    """
    return "not yet"


def publish_tables(run: Run) -> str:
    """Make the staged tables the current version, all at once, unless nothing changed; clear old ones."""
    from tasks.tables import SCHEMA_VERSION

    run.note("changes", _changes(run))
    done = publish(run.layout, run.tables, run.id, SCHEMA_VERSION, _describe)
    run.note("publish", {"version": done.version, "is_new": done.is_new})
    keep = run.settings.versions
    gone = prune(run.layout, keep.keep, timedelta(days=keep.keep_days)) if done.is_new else ()
    Kept(run.layout.articles).clear_unused(run.settings.run.keep_work_days)
    if not done.is_new:
        return f"nothing new, version {done.version} stays"
    return f"version {done.version}" + (f", {len(gone)} old ones removed" if gone else "")


def _describe(facts: Mapping[str, FileFacts]) -> Mapping[str, Any]:
    from tasks.tables.datapackage import datapackage

    return datapackage(facts)


def _changes(run: Run) -> dict[str, list[str]]:
    """Return the articles that are new, changed, unchanged or dropped against the last dataset."""
    import pyarrow.parquet as pq

    now = {a["article_id"]: a["content"] for a in run.noted("extract")["articles"]}
    before: dict[str, str] = {}
    if current(run.layout) is not None:
        with reading(run.layout.out) as folder:
            table = pq.read_table(folder / "articles.parquet", columns=["article_id", "content_sha256"])
        before = dict(zip(*table.to_pydict().values(), strict=True))
    return {
        "new": sorted(now.keys() - before.keys()),
        "changed": sorted(a for a in now.keys() & before.keys() if now[a] != before[a]),
        "unchanged": sorted(a for a in now.keys() & before.keys() if now[a] == before[a]),
        "dropped": sorted(before.keys() - now.keys()),
    }


STAGES: Mapping[str, Callable[[Run], str]] = {
    "extract": extract_articles,
    "assemble": assemble_tables,
    "validate": validate_tables,
    "publish": publish_tables,
}
Perform = Callable[[Run, str], str]


def perform(run: Run, stage: str) -> str:
    """Do one stage, note how long it took, and log its line."""
    start = time.perf_counter()
    try:
        line = STAGES[stage](run)
    finally:
        seconds = time.perf_counter() - start
        run.note(f"time-{stage}", {"seconds": seconds})
    log.info("%-9s %s (%.1f s)", stage, line, seconds)
    return line


def build(settings: Settings, inputs: tuple[Path, ...] = (), perform: Perform = perform) -> Outcome:
    """Run all stages on the inputs.

    Args:
        settings: where and how.
        inputs: files and folders; the settings' raw folder if none is given.
        perform: does one stage; `tasks.steps.perform` does it as a Prefect task.

    Returns:
        How the run ended, where it published or found nothing new.

    Raises:
        RunError: where there was nothing to publish or validation refused it; carries the outcome.
        PublishError: where the dataset folder could not be worked on.
    """
    with open_run(settings, inputs) as run:
        try:
            for stage in STAGES:
                perform(run, stage)
        except RunError as error:
            error.outcome = _outcome(
                run, "refused" if isinstance(error, RefusedError) else "failed", str(error)
            )
            raise
        return _outcome(run, "published" if run.noted("publish")["is_new"] else "unchanged")


def _outcome(run: Run, end: End, reason: str = "") -> Outcome:
    """Return how the run ended, from what its stages noted."""
    changes = {state: len(names) for state, names in run.noted("changes").items()}
    failures = tuple(run.noted("extract").get("failures", ()))
    seconds = {stage: run.noted(f"time-{stage}").get("seconds") for stage in STAGES}
    return Outcome(
        end=end,
        run_id=run.id,
        out=str(run.layout.out),
        version=current(run.layout),
        reason=reason,
        rows=_published_rows(run.layout),
        articles=changes | {"failed": len(failures)},
        failures=failures,
        seconds={stage: round(taken, 3) for stage, taken in seconds.items() if taken is not None},
    )


def _published_rows(layout: Layout) -> dict[str, int]:
    name = current(layout)
    manifest = stored(layout, name) if name else None
    return {table: facts.rows or 0 for table, facts in manifest.tables.items()} if manifest else {}

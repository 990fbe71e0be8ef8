"""The run report as one HTML file that needs nothing else: no network, no scripts.

Everything that comes from articles is escaped twice over: markup by Jinja's autoescape, controls and
bidirectional marks by `visible`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from tasks.report.advice import advice
from tasks.report.record import RunReport, mean_precision
from tasks.visible import visible

TEMPLATE = "report.html.jinja"
TITLES = {
    "published": "Published",
    "unchanged": "Nothing new",
    "refused": "Refused by validation",
    "failed": "Failed",
}
_ADDRESS = re.compile(r"https?://[^\s<>\"'`]+")
LISTED = 200  # rows of a long list that the page shows; report.json has all


def render_page(report: RunReport, versions: str = "versions") -> str:
    """Return the report's page.

    Args:
        report: what is reported.
        versions: the folder of versions, from where the page lies.
    """
    seconds = report.outcome.seconds
    return _template().render(
        report=report,
        outcome=report.outcome,
        title=TITLES[report.outcome.end],
        total_seconds=sum(seconds.values()),
        longest=max(seconds.values(), default=0) or 1,
        precision=mean_precision(report),
        listed=LISTED,
        versions=versions,
        advice=advice(report.outcome),
        address=address,
        now={change.table: change.rows for change in report.tables},
        files=[change.table for change in report.tables],
        passed=sum(check.success for check in report.checks),
    )


def address(url: str | None) -> str | None:
    """Return an address that a page may lead to; None for any other, whatever an article says of itself."""
    return url if url is not None and _ADDRESS.fullmatch(url) else None


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(TEMPLATE)


def _safe(value: Any) -> Any:
    """Return a value as the page shows it: each line of a text made safe."""
    if isinstance(value, Markup):  # only what a macro of the page has made, of parts that came by here
        return value
    return "\n".join(visible(line) for line in value.splitlines()) if isinstance(value, str) else value

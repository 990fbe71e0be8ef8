"""Articles made of a case's text, and what is extracted from them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tasks.events.tolls.event_tolls import Toll, event_tolls
from tasks.extract import extract
from tasks.model.article import Article
from tasks.model.extraction import Extraction
from tasks.sources import read_text_article


def article(text: str) -> Article:
    """Return the article that a rendered text gives."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.txt"
        path.write_text(text + "\n", "utf-8")
        return read_text_article(path)


def extracted(text: str) -> Extraction:
    """Return what an article's rendered text says; a text without a title line gets one."""
    return extract(article(text if text.startswith("= ") else f"= An event =\n\n{text}"))


def tolls(extraction: Extraction) -> tuple[Toll, ...]:
    """Return the tolls of all events."""
    return event_tolls(
        extraction.document,
        extraction.claims,
        extraction.figures,
        extraction.figure_claims,
        extraction.events,
        extraction.actors,
    )

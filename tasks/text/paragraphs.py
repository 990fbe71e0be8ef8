"""Paragraphs: lines of the sections' bodies, infobox values, and which part of each is prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.lexicons.load import load
from tasks.model.article import INFOBOX, Article
from tasks.model.document import Paragraph
from tasks.model.issue import Issue
from tasks.model.span import Span
from tasks.sources.residue import is_residue
from tasks.text.residue import inner_residue, is_hatnote, residue_end

_LINE = re.compile(r"[^\n]+")
_HEADING_LINE = re.compile(r"={1,6}[ \t]*[^=\n][^\n]*=+[ \t]*")
_BULLET = re.compile(r"(?:[-*•·#:;–—]|\(?\d{1,2}[.)](?=\s+\S)|\(?[a-z]\)(?=\s+\S))\s+|[*#•]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with the part of it that is read as prose.

    Attributes:
        paragraph: its span leaves out a list's bullet.
        prose: start and end of what sentences are made of; None where there is none.
        is_value: it is an infobox value, that is one sentence whatever it holds.
    """

    paragraph: Paragraph
    prose: tuple[int, int] | None
    is_value: bool = False


def blocks(article: Article) -> tuple[list[Block], list[Issue]]:
    """Return the article's paragraphs in text order, and the left-over markup that was kept out."""
    found: list[Block] = []
    issues: list[Issue] = []
    back_matter_level: int | None = None
    for index, section in enumerate(article.sections):
        if section.heading == INFOBOX and section.level == 1:
            _add_values(article, index, found)
            continue
        if back_matter_level is not None and section.level <= back_matter_level:
            back_matter_level = None
        if back_matter_level is None and _fold(section.heading) in _back_matter():
            back_matter_level = section.level
        for start, end in _lines(article.text, section.span):
            paragraph = Paragraph(len(found), Span(start, end), index)
            prose = None if back_matter_level is not None else _prose(article, start, end, issues)
            found.append(Block(paragraph, prose))
    return found, issues


def _back_matter() -> frozenset[str]:
    return frozenset(entry["heading"] for entry in load("back_matter"))


def _fold(heading: str) -> str:
    return " ".join(heading.casefold().split())


def _add_values(article: Article, section: int, found: list[Block]) -> None:
    for one in article.infobox:
        if not one.value.strip() or not article.sections[section].span.contains(one.span):
            continue
        prose = None if is_residue(one.value) else (one.span.start, one.span.end)
        found.append(Block(Paragraph(len(found), one.span, section), prose, is_value=True))


def _lines(text: str, body: Span) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line that is not blank, without blanks and bullets."""
    for match in _LINE.finditer(text, body.start, body.end):
        start, end = match.span()
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        while bullet := _BULLET.match(text, start, end):
            if bullet.end() >= end:
                break
            start = bullet.end()
        if start < end:
            yield start, end


def _prose(article: Article, start: int, end: int, issues: list[Issue]) -> tuple[int, int] | None:
    """Return the part of a line that is prose; log left-over markup."""
    text = article.text
    if _HEADING_LINE.fullmatch(text, start, end):
        issues.append(_residue(article, start, end))
        return None
    begin = residue_end(text, start, end)
    if begin > start:
        issues.append(_residue(article, start, begin))
    rest = text[begin:end]
    if not any(char.isalnum() for char in rest) or is_hatnote(text, begin, end):
        return None
    if inner_residue(rest):
        issues.append(_residue(article, begin, end, "Left-over markup within a sentence; it is kept there."))
    return begin, end


def _residue(
    article: Article, start: int, end: int, message: str = "Left-over markup, kept out of all sentences."
) -> Issue:
    value = article.text[start:end][:200]
    return Issue(
        article.article_id, "text", "markup_residue", "warning", f"char {start}-{end}", value, message
    )

"""Paragraphs: lines of the sections' bodies, infobox values, and which part of each is prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tasks.lexicons.load import load
from tasks.model.article import INFOBOX, LEAD, Article
from tasks.model.document import Paragraph
from tasks.model.issue import Issue
from tasks.model.residue import find_residue, is_residue, template_remains_end
from tasks.model.span import Span
from tasks.model.value import value
from tasks.text.residue_found import find_residues, is_hatnote, is_table_row, may_have_residues

_BULLET = re.compile(r"(?:[-*•·#:;–—]|\(?\d{1,2}[.)](?=\s+\S)|\(?[a-z]\)(?=\s+\S))\s+|[*#•]+")


@value(frozen=True, slots=True)
class Block:
    """A paragraph with the parts of it that are read as prose.

    Attributes:
        paragraph: its span leaves out a list's bullet.
        prose: start and end of each part that sentences are made of; empty where there is none.
        is_value: it is an infobox value, that is one sentence whatever it holds.
    """

    paragraph: Paragraph
    prose: tuple[tuple[int, int], ...]
    is_value: bool = False


def blocks(article: Article) -> tuple[list[Block], list[Issue]]:
    """Return the article's paragraphs in text order, and the left-over markup that was kept out."""
    return _Reader(article).read()


class _Reader:
    """Collects the blocks and issues of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.found: list[Block] = []
        self.issues: list[Issue] = []
        self.row_start: int | None = None  # of the table that the last line belongs to
        self.row_end = 0
        self.may_have_residues = may_have_residues(article.text)

    def read(self) -> tuple[list[Block], list[Issue]]:
        """Return the blocks of all sections in text order, and what was noticed."""
        back_matter_level: int | None = None
        for index, section in enumerate(self.article.sections):
            if section.heading == INFOBOX and section.level == 1:
                self._add_values(index)
                continue
            if back_matter_level is not None and section.level <= back_matter_level:
                back_matter_level = None
            if back_matter_level is None and _fold(section.heading) in _back_matter():
                back_matter_level = section.level
            remains = template_remains_end(self.text, section.span.start) if section.heading == LEAD else 0
            if remains > section.span.start:
                self._log(section.span.start, remains)
            for start, end in _lines(self.text, section.span):
                is_prose = back_matter_level is None and start >= remains
                prose = self._prose(start, end) if is_prose else ()
                self.found.append(Block(Paragraph(len(self.found), Span(start, end), index), prose))
            self._end_table()
        return self.found, self.issues

    def _add_values(self, section: int) -> None:
        for one in self.article.infobox:
            if not one.value.strip() or not self.article.sections[section].span.contains(one.span):
                continue
            prose = () if is_residue(one.value) else ((one.span.start, one.span.end),)
            self.found.append(Block(Paragraph(len(self.found), one.span, section), prose, is_value=True))

    def _prose(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Return the parts of a line that are prose; log left-over markup."""
        if is_table_row(self.text, start, end):
            self.row_start = start if self.row_start is None else self.row_start
            self.row_end = end
            return ()
        self._end_table()
        if self.text[start] == "=" and self.text[end - 1] == "=":  # a caption in the place of a heading
            self._log(start, end)
            return ()
        if is_hatnote(self.text, start, end):
            return ()
        parts = []
        position = start
        if self.may_have_residues:
            for residue_start, residue_end in find_residues(self.text, start, end):
                self._log(residue_start, residue_end)
                parts.append((position, residue_start))
                position = residue_end
        parts.append((position, end))
        return tuple(part for part in parts if self._is_prose(*part))

    def _is_prose(self, start: int, end: int) -> bool:
        part = self.text[start:end]
        if not any(char.isalnum() for char in part):
            return False
        if find_residue(part):
            self._log(start, end, "Left-over markup within a sentence; it is kept there.")
        return True

    def _end_table(self) -> None:
        if self.row_start is not None:
            self._log(self.row_start, self.row_end, "A table, kept out of all sentences.")
            self.row_start = None

    def _log(
        self, start: int, end: int, message: str = "Left-over markup, kept out of all sentences."
    ) -> None:
        place, value = f"char {start}-{end}", self.text[start : min(end, start + 200)]
        name = self.article.article_id
        self.issues.append(Issue(name, "text", "markup_residue", "warning", place, value, message))


@cache
def _back_matter() -> frozenset[str]:
    return frozenset(entry["heading"] for entry in load("back_matter"))


def _fold(heading: str) -> str:
    return " ".join(heading.casefold().split())


def _lines(text: str, body: Span) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line that is not blank, without blanks and bullets."""
    behind = body.start
    for line in body.of(text).split("\n"):
        start, end = behind, behind + len(line)
        behind = end + 1
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        while start < end and not text[start].isupper():  # most begin with a capital
            bullet = _BULLET.match(text, start, end)
            if bullet is None or bullet.end() >= end:
                break
            start = bullet.end()
        if start < end:
            yield start, end

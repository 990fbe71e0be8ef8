"""Quotations: quotation marks of a paragraph paired by type, nested, unbalanced ones survived.

An apostrophe and a single quotation mark are the same character: it opens only at the start of a
word, and closes only at the end of one while a single quotation is open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tasks.model.value import value

_MARKS = "\"“”„«»‘’'`"
_MARK = re.compile(f"[{_MARKS}]")
_SINGLE = "‘'`"
_OPENS_AFTER = "([{—–-/“‘\"'«„…¿¡_:"
_CLOSES_BEFORE = ".,;:!?)]}—–-/”’\"'»…_"
_DEPTH = 6  # deeper nesting is broken text; the bound keeps the pairing linear
_NEVER_OPENS = re.compile(r"['’](?:s\b|t\b|re\b|ll\b|ve\b|d\b|m\b|\d0s\b|n['’])", re.IGNORECASE)


@value(frozen=True, slots=True)
class QuotedSpan:
    """A pair of marks: where the opening one starts and the closing one starts (None: not closed)."""

    opening: int
    closing: int | None


@dataclass(frozen=True, slots=True)
class Pairing:
    """What the marks of one paragraph are.

    Attributes:
        pairs: closed and unclosed quotations by their opening mark.
        strays: closing marks that close nothing.
    """

    pairs: tuple[QuotedSpan, ...]
    strays: tuple[int, ...]


NO_MARKS = Pairing((), ())


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    weak: int | None = None  # a possible end that may as well be a possessive ("the soldiers' wives")


@dataclass(slots=True)
class _Reader:
    text: str
    start: int
    end: int
    stack: list[_Open] = field(default_factory=list)
    pairs: list[QuotedSpan] = field(default_factory=list)
    strays: list[int] = field(default_factory=list)

    def read(self) -> Pairing:
        """Return the pairs of marks in text order, and the places of marks without a partner."""
        for match in _MARK.finditer(self.text, self.start, self.end):
            self._mark(match.group(), match.start())
        while self.stack:
            self._give_up(self.stack.pop())
        return Pairing(tuple(sorted(self.pairs, key=lambda pair: pair.opening)), tuple(self.strays))

    def _mark(self, mark: str, at: int) -> None:
        if mark in "'`" and self._is_double(mark, at):
            return
        if mark in "‘'’`":
            self._single(mark, at)
        elif mark == '"':
            self._straight(at)
        elif mark in "“„«" and not (mark == "“" and self._is_open("„") and not self._opens(at)):
            self._push(mark, at)
        else:
            self._close("„" if mark == "“" else {"”": '“„"', "»": "«"}[mark], at)

    def _is_double(self, mark: str, at: int) -> bool:
        """Read two single marks as one double one: ''C,'' said X, or ``C,'' said X."""
        if at > self.start and self.text[at - 1] == mark:
            return True  # the second of two, read with the first
        if self.text[at + 1 : at + 2] != mark or at + 1 >= self.end:
            return False
        if self._is_open('"') and mark == "'" and not self._opens(at):
            self._close('"', at + 1)
        elif self._opens(at):
            self._push('"', at)
        return True

    def _straight(self, at: int) -> None:
        opens, closes = self._opens(at), self._closes(at)
        is_open = self._is_open('"“')
        if is_open and (closes or not opens):
            self._close('"“', at)
        elif opens or not closes:
            self._push('"', at)
        elif not (at > self.start and self.text[at - 1].isdigit()):  # 5" are inches
            self.strays.append(at)

    def _single(self, mark: str, at: int) -> None:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        if before.isalnum() and after.isalnum():
            return
        top = self.stack[-1] if self.stack else None
        if top and top.mark in _SINGLE and mark != "‘" and self._closes(at):
            if before in "sSzx" and after == " " and self.text[at + 2 : at + 3].islower():
                top.weak = at
            else:
                self.stack.pop()
                self.pairs.append(QuotedSpan(top.at, at))
            return
        if mark == "’" or not self._opens(at) or _NEVER_OPENS.match(self.text, at):
            return
        if top and top.mark in _SINGLE:
            self._give_up(self.stack.pop())
        self._push(mark, at)

    def _push(self, mark: str, at: int) -> None:
        if len(self.stack) == _DEPTH:
            self._give_up(self.stack.pop(0))
        self.stack.append(_Open(mark, at))

    def _close(self, openers: str, at: int) -> None:
        """Close the innermost open quotation of one of the types; give up those within it."""
        if not self._is_open(openers):
            self.strays.append(at)
            return
        while self.stack[-1].mark not in openers:
            self._give_up(self.stack.pop())
        self.pairs.append(QuotedSpan(self.stack.pop().at, at))

    def _give_up(self, one: _Open) -> None:
        if one.mark not in _SINGLE:
            self.pairs.append(QuotedSpan(one.at, None))
        elif one.weak is not None:
            self.pairs.append(QuotedSpan(one.at, one.weak))
        # else: an apostrophe at the start of a word, as in 'Ayn or '90s

    def _is_open(self, marks: str) -> bool:
        return any(one.mark in marks for one in self.stack)

    def _opens(self, at: int) -> bool:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        return (before.isspace() or before in _OPENS_AFTER) and not after.isspace()

    def _closes(self, at: int) -> bool:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        return not before.isspace() and (after.isspace() or after in _CLOSES_BEFORE)


def pair_marks(text: str, start: int, end: int) -> Pairing:
    """Return which quotation marks of `text[start:end]` belong together. Linear in the length."""
    if not any(map(text[start:end].__contains__, _MARKS)):  # most paragraphs
        return NO_MARKS
    return _Reader(text, start, end).read()

"""Text under way from markup to the rendered form: each character knows where in the markup it is from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal

from tasks.model.value import value
from tasks.sources.wikitext.offsets import Offsets
from tasks.sources.wikitext.signals import ALL

MarkKind = Literal["link", "link_end", "citation", "heading", "heading_end"]
_BLANK = " \t\n" + ALL
_NO_SIGNALS = str.maketrans("", "", ALL)


@value(frozen=True, slots=True)
class Mark:
    """A place in the text that means something.

    Attributes:
        position: before which character it stands.
        kind: what begins, ends or stands there.
        value: the target of a link, the key of a citation; "" else.
        level: of a heading; 0 else.
    """

    position: int
    kind: MarkKind
    value: str = ""
    level: int = 0


@value(frozen=True, slots=True)
class Piece:
    """Text with the place of each of its characters in the markup, and its marks in text order."""

    text: str
    offsets: Offsets
    marks: tuple[Mark, ...] = ()

    def edit(self, edits: Iterable[tuple[int, int, str]]) -> Piece:
        """Return the piece with passages replaced, given as (start, end, new text) in text order.

        New text is from where the passage that it replaces begins. A mark within a replaced passage
        moves to the start of what replaces it.
        """
        parts: list[str] = []
        offsets = Offsets()
        starts: list[int] = []  # of each edit in the old text ...
        shifts: list[tuple[int, int, int]] = []  # ... and its end, its start in the new one, the shift after
        position = length = 0
        for start, end, new in edits:
            parts.append(self.text[position:start])
            offsets.extend(self.offsets, position, start)
            length += start - position
            starts.append(start)
            shifts.append((end, length, length + len(new) - end))
            parts.append(new)
            if new:
                offsets.add(self._offset(start), len(new), 0)
            length += len(new)
            position = end
        if not starts:
            return self
        parts.append(self.text[position:])
        offsets.extend(self.offsets, position)
        marks = tuple(
            Mark(_moved(mark.position, starts, shifts), mark.kind, mark.value, mark.level)
            for mark in self.marks
        )
        return Piece("".join(parts), offsets, marks)

    def stripped(self) -> Piece:
        """Return the piece without blanks and signals at its ends."""
        start = len(self.text) - len(self.text.lstrip(_BLANK))
        end = len(self.text.rstrip(_BLANK))
        if end <= start:
            return self.edit([(0, len(self.text), "")] if self.text else [])
        edits = [(0, start, ""), (end, len(self.text), "")]
        return self.edit(one for one in edits if one[0] < one[1])

    def without_lead(self, chars: str) -> Piece:
        """Return the piece without these characters at its start."""
        length = len(self.text) - len(self.text.lstrip(chars))
        return self.edit([(0, length, "")] if length else [])

    def _offset(self, position: int) -> int:
        if position < self.offsets.length:
            return self.offsets.of(position)
        return self.offsets.last + 1 if self.offsets.length else 0


def _moved(position: int, starts: Sequence[int], shifts: Sequence[tuple[int, int, int]]) -> int:
    at = bisect_right(starts, position) - 1
    if at < 0:
        return position
    end, new_start, shift = shifts[at]
    return new_start if position < end else position + shift


class Flow:
    """Collects text in reading order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._offsets = Offsets()
        self._marks: list[Mark] = []
        self._last = 0  # markup offset that nothing later may lie before

    def verbatim(self, text: str, at: int) -> None:
        """Add text that stands in the markup at `at` just so."""
        if at < self._last:
            self.generated(text, at)
            return
        self._parts.append(text)
        self._offsets.add(at, len(text))
        self._last = at + len(text) - 1 if text else self._last

    def generated(self, text: str, at: int) -> None:
        """Add text that the markup at `at` stands for."""
        self._last = max(self._last, at)
        self._parts.append(text)
        self._offsets.add(self._last, len(text), 0)

    def add(self, piece: Piece) -> None:
        """Add a piece that was made of later markup, with its marks."""
        base = self._offsets.length
        self._parts.append(piece.text)
        for at, count, step in piece.offsets.runs():
            late = min(count, self._last - at) if step else count * (self._last > at)
            if late > 0:  # these stand in the markup before what there is
                self._offsets.add(self._last, late, 0)
                at, count = self._last, count - late
            if count:
                self._offsets.add(at, count, step)
                self._last = at + (count - 1) * step
        self._marks.extend(Mark(base + one.position, one.kind, one.value, one.level) for one in piece.marks)

    def signal(self, signal: str, at: int) -> None:
        """Add a character of `tasks.sources.wikitext.signals`."""
        self.generated(signal, at)

    def mark(self, kind: MarkKind, value: str = "", level: int = 0) -> None:
        """Add a mark at the end of what there is so far."""
        self._marks.append(Mark(self._offsets.length, kind, value, level))

    def piece(self) -> Piece:
        """Return all that was added."""
        return Piece("".join(self._parts), self._offsets, tuple(self._marks))


def without_signals(text: str) -> str:
    """Return text from outside without characters that would be taken for signals."""
    return text.translate(_NO_SIGNALS)

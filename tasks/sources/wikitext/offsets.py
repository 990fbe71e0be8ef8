"""The way back from the canonical text to the markup it was read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import zip_longest

MarkupMap = tuple[tuple[int, int], ...]
_LAST = 1 << 62  # behind all offsets


class Offsets:
    """Where in the markup each character of a text is from, as runs: a page has thousands, most in a row.

    A run is where it starts in the text, the offset of its first character, and how much further each next
    character is from: 1, or 0 where the same markup makes them all.
    """

    __slots__ = ("_runs", "length")

    def __init__(self) -> None:
        self.length = 0
        self._runs: list[tuple[int, int, int]] = []

    def add(self, at: int, count: int, step: int = 1) -> None:
        """Add characters behind those that there are."""
        if count > 0:
            if not (step and self._runs and self._runs[-1][2] and self.last + 1 == at):  # else it goes on
                self._runs.append((self.length, at, step))
            self.length += count

    def extend(self, other: Offsets, start: int = 0, end: int | None = None) -> None:
        """Add those of a part of another text."""
        limit = other.length if end is None else min(end, other.length)
        if start >= limit:
            return
        theirs = other._runs
        place = bisect_right(theirs, (start, _LAST, _LAST)) - 1
        behind = bisect_right(theirs, (limit - 1, _LAST, _LAST))
        first, at, step = theirs[place]
        following = theirs[place + 1][0] if place + 1 < behind else limit
        shift = self.length - start
        self.add(at + (start - first) * step, following - start, step)  # may go on where this one ends
        self._runs += [(begin + shift, at, step) for begin, at, step in theirs[place + 1 : behind]]
        self.length = limit + shift

    def runs(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, int]]:
        """Yield the runs of a part of the text: offset of the first character, how many there are, step."""
        limit = self.length if end is None else min(end, self.length)
        place = max(0, bisect_right(self._runs, (start, _LAST, _LAST)) - 1)
        while start < limit:
            first, at, step = self._runs[place]
            place += 1
            behind = min(self._runs[place][0], limit) if place < len(self._runs) else limit
            yield at + (start - first) * step, behind - start, step
            start = behind

    def of(self, position: int) -> int:
        """Return where the character at a position is from."""
        first, at, step = self._runs[bisect_right(self._runs, (position, _LAST, _LAST)) - 1]
        return at + (position - first) * step

    @property
    def last(self) -> int:
        """Where the last character is from; 0 if there is none."""
        if not self._runs:
            return 0
        first, at, step = self._runs[-1]
        return at + (self.length - 1 - first) * step


def compact(offsets: Offsets) -> MarkupMap:
    """Return runs (offset in the text, offset in the markup) for the place of each character.

    Within a run text and markup are the same, or the text is made by the markup at the run's start.
    """
    found: list[tuple[int, int]] = []
    runs = list(offsets.runs())
    start, previous = 0, -1
    for (at, count, step), following in zip_longest(runs, runs[1:], fillvalue=(-1, 0, 0)):
        goes_on = following[0] == at + 1  # in the markup, behind a run that is made by it
        is_made = at == previous  # by the same markup as the character before
        is_followed = step == 1 if count > 1 else goes_on  # in the markup as in the text
        if not found or (is_followed if is_made else at != previous + 1):
            found.append((start, at))
        if not step and count > 1 and goes_on:
            found.append((start + count - 1, at))
        start, previous = start + count, at + (count - 1) * step
    return tuple(found)


def markup_offset(markup_map: MarkupMap, offset: int) -> int:
    """Return where in the markup the character at `offset` of the text is from; 0 without a map."""
    if not markup_map:
        return 0
    index = max(0, bisect_right(markup_map, (offset, float("inf"))) - 1)
    start, markup = markup_map[index]
    found = markup + max(0, offset - start)
    if index + 1 < len(markup_map) and markup_map[index + 1][1] >= markup:
        found = min(found, max(markup, markup_map[index + 1][1] - 1))
    return found

"""A passage of an article's canonical text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tasks.model.value import value


@value(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in `Article.text`: `text[start:end]` is the passage."""

    start: int
    end: int

    if not TYPE_CHECKING:  # else it is no plain assignment for mypy: there are twenty thousand in an article

        def __init__(self, start: int, end: int) -> None:
            """Refuse a range that no text can have.

            Raises:
                ValueError: if start is negative or end lies before it.
            """
            if not 0 <= start <= end:
                raise ValueError(f"no such span: {start}..{end}")
            self.start = start
            self.end = end

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the passage."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Say whether the other passage lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether both share at least one character."""
        return self.start < other.end and other.start < self.end


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all the given ones.

    Raises:
        ValueError: if there is none.
    """
    some = tuple(spans)
    if not some:
        raise ValueError("the hull of no spans")
    return some[0] if len(some) == 1 else Span(min([s.start for s in some]), max([s.end for s in some]))

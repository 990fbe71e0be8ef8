"""A passage of an article's canonical text."""

from __future__ import annotations

from collections.abc import Iterable


class Span:
    """Half-open range of code points in `Article.text`: `text[start:end]` is the passage.

    Written out, though it does what a frozen dataclass does: there are twenty thousand in an article, and the
    compiled build reads the fields of such a class without looking them up.
    """

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        """Refuse a range that no text can have.

        Raises:
            ValueError: if start is negative or end lies before it.
        """
        if not 0 <= start <= end:
            raise ValueError(f"no such span: {start}..{end}")
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Span(start={self.start}, end={self.end})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __le__(self, other: Span) -> bool:
        return (self.start, self.end) <= (other.start, other.end)

    def __gt__(self, other: Span) -> bool:
        return (self.start, self.end) > (other.start, other.end)

    def __ge__(self, other: Span) -> bool:
        return (self.start, self.end) >= (other.start, other.end)

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

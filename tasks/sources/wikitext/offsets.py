"""The way back from the canonical text to the markup it was read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tasks.model.span import Span

MarkupMap = tuple[tuple[int, int], ...]


def compact(offsets: Sequence[int]) -> MarkupMap:
    """Return runs (offset in the text, offset in the markup) for the place of each character.

    Within a run text and markup are the same, or the text is made by the markup at the run's start.
    """
    runs: list[tuple[int, int]] = []
    expected = previous = -1
    for at, offset in enumerate(offsets):
        is_made = offset == previous  # by the same markup as the character before
        begins = is_made and at + 1 < len(offsets) and offsets[at + 1] == offset + 1
        if not runs or begins or not (is_made or offset == expected):
            runs.append((at, offset))
        previous = offset
        expected = offset + 1
    return tuple(runs)


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


def markup_span(markup_map: MarkupMap, span: Span) -> Span:
    """Return the passage of the markup that a passage of the text is from."""
    start = markup_offset(markup_map, span.start)
    end = markup_offset(markup_map, max(span.start, span.end - 1)) + 1
    return Span(start, max(start, end))

"""The way back from the canonical text to the markup it was read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from operator import eq

from tasks.model.span import Span

MarkupMap = tuple[tuple[int, int], ...]


def compact(offsets: Sequence[int]) -> MarkupMap:
    """Return runs (offset in the text, offset in the markup) for the place of each character.

    Within a run text and markup are the same, or the text is made by the markup at the run's start.
    """
    if not offsets:
        return ()
    runs = [(0, offsets[0])]
    # Most characters follow in the markup where they follow in the text: those are passed over at once.
    follows = bytes(map(eq, islice(offsets, 1, None), map((1).__add__, offsets)))
    at = follows.find(0) + 1
    while at:
        offset = offsets[at]
        is_made = offset == offsets[at - 1]  # by the same markup as the character before
        if not is_made or (at < len(follows) and follows[at]):
            runs.append((at, offset))
        at = follows.find(0, at) + 1
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

"""Where a passage of an article's text stands after the text was edited."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

_SENTENCES = re.compile(r"[^.!?\n]*(?:[.!?\n]\s*|\Z)")
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
# A passage of so many words against one of so many is rewritten rather than edited, and comparing the words
# takes time by their product: a second or so for as many.
_MOST_WORD_PAIRS = 1_000_000

Block = tuple[int, int, int]  # where it begins in the old text, in the new one, and its length


class Edited:
    """An article's text before and after an edit."""

    def __init__(self, old: str, new: str) -> None:
        """Find what both texts have, sentence by sentence and within edited ones word by word."""
        self._old, self._new = old, new
        self._blocks = [(0, 0, len(old))] if old == new else list(_common(old, new))
        self._starts = [start for start, _, _ in self._blocks]

    def now_at(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the passage stands in the new text; None if it was edited or taken out."""
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return None
        old_start, new_start, length = self._blocks[index]
        if start >= old_start + length:
            return None
        now = new_start + start - old_start
        there = now + end - start
        return (now, there) if self._new[now:there] == self._old[start:end] else None


def _common(old: str, new: str) -> Iterator[Block]:
    """Yield the stretches that both texts have, in order."""
    sentences = _SENTENCES.findall(old), _SENTENCES.findall(new)
    starts = _starts(sentences[0]), _starts(sentences[1])
    for gap, block in _gaps_and_blocks(*sentences):
        (i, i_end), (j, j_end) = gap
        if i < i_end and j < j_end:
            was, now = starts[0][i], starts[1][j]
            yield from _common_words(old[was : starts[0][i_end]], new[now : starts[1][j_end]], was, now)
        i, j, size = block
        if size:
            yield starts[0][i], starts[1][j], starts[0][i + size] - starts[0][i]


def _common_words(old: str, new: str, was: int, now: int) -> Iterator[Block]:
    words = _WORDS.findall(old), _WORDS.findall(new)
    if len(words[0]) * len(words[1]) > _MOST_WORD_PAIRS:
        return
    starts = _starts(words[0]), _starts(words[1])
    for _, (i, j, size) in _gaps_and_blocks(*words):
        if size:
            yield was + starts[0][i], now + starts[1][j], starts[0][i + size] - starts[0][i]


def _gaps_and_blocks(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[tuple[tuple[int, int], tuple[int, int]], Block]]:
    """Yield each block that both have with what stands before it in either; the last block is empty."""
    blocks = SequenceMatcher(None, old, new).get_matching_blocks()
    for (i, j, size), block in pairwise([(0, 0, 0), *blocks]):
        yield ((i + size, block[0]), (j + size, block[1])), (block[0], block[1], block[2])


def _starts(pieces: Sequence[str]) -> list[int]:
    """Return where each piece begins, and where the last one ends."""
    return list(accumulate(map(len, pieces), initial=0))

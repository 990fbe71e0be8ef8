"""What is told of a word by its letters alone, worked out once a word: articles say the same words again.

A cache of the library keeps its answers in the order in which they were asked for, which costs more than the
answer that is looked up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Told(dict[str, Answer], Generic[Answer]):
    """Answers by word, `told[word]`; all are forgotten when there are too many."""

    def __init__(self, read: Callable[[str], Answer], most: int = 50_000, longest: int = 1_000) -> None:
        """Take the pure function that answers; of words longer than the longest nothing is kept."""
        super().__init__()
        self._read = read
        self._most = most
        self._longest = longest

    def __missing__(self, word: str) -> Answer:
        """Work an answer out."""
        answer = self._read(word)
        if len(word) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[word] = answer
        return answer

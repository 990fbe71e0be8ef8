"""A question about words, asked once a word: nearly all words of a text stood in others before."""

from __future__ import annotations

from collections.abc import Callable, Set

_MOST_WORDS = 50_000


class OncePerWord:
    """One such question, whose answer a word's letters alone decide."""

    __slots__ = ("_most", "_no", "_test", "_yes")

    def __init__(self, test: Callable[[str], bool], most: int = _MOST_WORDS) -> None:
        """Keep the question, which nobody has asked yet.

        Args:
            test: the question.
            most: words whose answers are kept; others are asked about each time.
        """
        self._test = test
        self._most = most
        self._yes: set[str] = set()
        self._no: set[str] = set()

    def among(self, words: Set[str]) -> Set[str]:
        """Return the words for which the answer is yes: sets are compared, not word by word."""
        open_ones = words - self._no  # mostly those with a yes and no others
        new = open_ones - self._yes
        if not new:
            return open_ones
        no = {word for word in new if not self._test(word)}
        if len(self._yes) + len(self._no) + len(new) <= self._most:
            self._yes.update(new - no)
            self._no.update(no)
        return open_ones - no

"""A question about words, asked once a word: nearly all words of a text stood in others before."""

from __future__ import annotations

from collections.abc import Callable, Set

_MOST_WORDS = 50_000


class OncePerWord:
    """One such question, whose answer a word's letters alone decide."""

    __slots__ = ("_asked", "_most", "_test", "_yes")

    def __init__(self, test: Callable[[str], bool], most: int = _MOST_WORDS) -> None:
        """Keep the question, which nobody has asked yet.

        Args:
            test: the question.
            most: words whose answers are kept; others are asked about each time.
        """
        self._test = test
        self._most = most
        self._asked: set[str] = set()
        self._yes: set[str] = set()

    def among(self, words: Set[str]) -> Set[str]:
        """Return the words for which the answer is yes: sets are compared, not word by word."""
        new = words - self._asked
        if not new:
            return words & self._yes
        yes = [word for word in new if self._test(word)]
        if len(self._asked) + len(new) > self._most:
            return {*(words & self._yes), *yes}
        self._yes.update(yes)  # before they count as asked, for whoever reads meanwhile
        self._asked.update(new)
        return words & self._yes

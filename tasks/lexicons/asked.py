"""Which of several rules are worth asking about a sentence: those of which it has a word.

One look at a sentence's words instead of one a rule: nearly every sentence lacks what nearly all need.
"""

from __future__ import annotations

from collections.abc import Mapping, Set


class Asked:
    """Rules by the words of which a sentence must have one for them to find anything."""

    def __init__(self, needs: Mapping[str, Set[str]]) -> None:
        """Take the rules' names, each with its words in lower case."""
        by_word: dict[str, set[str]] = {}
        for rule, words in needs.items():
            for word in words:
                by_word.setdefault(word, set()).add(rule)
        self._by_word = {word: frozenset(rules) for word, rules in by_word.items()}
        self._words = frozenset(by_word)

    def about(self, words: frozenset[str]) -> frozenset[str]:
        """Return the names of the rules that a sentence with these words, in lower case, is worth."""
        found: frozenset[str] = frozenset()
        for word in words & self._words:
            found |= self._by_word[word]
        return found

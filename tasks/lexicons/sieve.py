"""Which of many patterns are worth trying on a text: those of which it holds what they need.

A search with a pattern of many alternatives costs a hundred times as much as a look for three letters;
nearly every text lacks what nearly every pattern needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.lexicons.by_letters import Told
from tasks.lexicons.needed import needs_of

_MOST_WORDS = 4096  # of texts, of which a sieve keeps what they hold
_MOST_USELESS = 30_000  # words of which a sieve keeps that they hold nothing


class Sieve:
    """Patterns by what they need. For patterns that do not tell capitals from small letters."""

    def __init__(self, patterns: Sequence[str], among: Sequence[str] = ()) -> None:
        """Read what each pattern needs: its number is its place among them.

        Args:
            patterns: that the sieve is of.
            among: those of several sieves, these included, which are read at once.
        """
        self._always = set()
        self._needing: dict[str, set[int]] = {}  # strings, each with the ways to match that need it
        # Strings by three letters of one of their words, with that word; and those without three, as "is a".
        self._by_letters: dict[str, list[tuple[str, str]]] = {}
        self._across: set[str] = set()
        self._also: dict[int, tuple[tuple[str, ...], ...]] = {}  # what else they need
        needs = needs_of(tuple(among or patterns))
        ways = [(number, need) for number, pattern in enumerate(patterns) for need in needs[pattern]]
        self._pattern_of = [number for number, _ in ways]  # what each way to match is a way of
        for number, (_, (strings, others)) in enumerate(ways):
            if not strings:
                self._always.add(number)
            if others:
                self._also[number] = others
            for string, known, letters in strings:
                if string not in self._needing:
                    self._needing[string] = set()
                    if letters:
                        self._by_letters.setdefault(letters, []).append((known, string))
                    else:
                        self._across.add(string)
                self._needing[string].add(number)
        # What a word holds is looked for once: most words hold nothing of any string.
        self._of_word = Told(self._held_by, most=_MOST_WORDS)
        self._useless: set[str] = set()  # words that hold nothing, passed over together

    def worth_trying(self, text: str) -> Iterator[int]:
        """Yield the numbers, ascending, of the patterns that a text in lower case has enough for.

        What else a pattern needs is looked for when its turn comes: mostly one before it fits.
        """
        found = self._always.copy()
        useless, of_word = self._useless, self._of_word
        longer = {*self._across}  # a string that two words may belong to is looked for once
        for word in set(text.split()) - useless:  # quicker than to take them out of it one by one
            held = of_word[word]
            if held is not None:
                found |= held[0]
                longer.update(held[1])
            elif len(useless) < _MOST_USELESS:
                useless.add(word)
        for string in longer:
            if string in text:
                found |= self._needing[string]
        last, pattern_of, also, is_held = -1, self._pattern_of, self._also, text.__contains__
        for number in sorted(found):  # the ways of one pattern stand together
            pattern = pattern_of[number]
            if pattern == last:
                continue
            for strings in also.get(number, ()):  # what the way needs beside its rarest strings
                if not any(map(is_held, strings)):
                    break
            else:
                last = pattern
                yield pattern

    def _held_by(self, word: str) -> tuple[frozenset[int], tuple[str, ...]] | None:
        """Return the ways that need what a word holds, and longer strings whose rarest word it holds.

        None for a word that holds nothing.
        """
        numbers: set[int] = set()
        longer = []
        for letters in self._by_letters.keys() & {word[i : i + 3] for i in range(len(word) - 2)}:
            for known, string in self._by_letters[letters]:
                if known == string and string in word:
                    numbers |= self._needing[string]
                elif known in word and _may_be_of(word, known, string):
                    longer.append(string)
        return (frozenset(numbers), tuple(longer)) if numbers or longer else None


def _may_be_of(word: str, known: str, string: str) -> bool:
    """Say whether a text's word may be the one that is known of a string of several.

    "attacks" may not be that of "attack on": only a string's first word may begin, and only its last may end,
    inside a longer word.
    """
    words = string.split()
    if words.count(known) > 1:  # any of them
        return True
    is_open_before = string.startswith(known) and words[0] == known
    is_open_behind = string.endswith(known) and words[-1] == known
    if is_open_before:
        return is_open_behind or word.endswith(known)
    return word.startswith(known) if is_open_behind else word == known

"""What a text must hold for a pattern to match it, and which of many patterns are worth trying on a text.

A search with a pattern of many alternatives costs a hundred times as much as a look for three letters;
nearly every text lacks what nearly every pattern needs.
"""

from __future__ import annotations

import hashlib
import marshal
import re
import sys
from collections.abc import Iterable, Sequence, Set
from functools import cache, lru_cache
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]  # the library's own reader of patterns
from typing import Any

from tasks.lexicons.installed import installed
from tasks.lexicons.late_pattern import late_pattern

_HERE = Path(__file__)
_FEW = 16  # patterns that are read in no time
_MOST_TEXTS = 80  # that parts of a pattern can match one after the other; more are not spelt out
_MOST = 400  # strings; a sieve looks only for those of which it sees three letters
_COMMON = "zqxjkvbpygfwmucldrhsnioate "  # the rarest letters first
# Letters that stand in so many words that strings are looked for by others where they can be.
_FREQUENT = re.compile(
    "ing|and|ion|ent|the|for|tio|ter|hat|tha|ere|his|ate|all|ers|ver|thi|her|ted|ati|ons|nce|est|sta|ear|rea"
)
_COMMON_WORD = re.compile(
    r"\s*(?:an?|the|of|to|in|at|on|for|by|as|with|from|and|or|not?|is|are|was|were|be|been|had|has|have|it|they|we"
    r"|s?he|who|his|her|its|their|our|that|this)\s*"
)
_MARKS = re.compile(r"[(|)]|\\.|\[\^?\]?(?:\\.|[^\]])*\]", re.DOTALL)  # of groups; and where such are none
_FEWEST = 3  # letters; shorter ones stand in every text
_MOST_WORDS = 4096  # of texts, of which a sieve keeps what they hold
_MOST_USELESS = 30_000  # words of which a sieve keeps that they hold nothing

# All texts that a part of a pattern can match, None where there are too many; and strings of which
# every text that it matches holds one, None where there are none.
_Known = tuple[Set[str] | None, Set[str] | None]


class Sieve:
    """Patterns by what they need. For patterns that do not tell capitals from small letters."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Read what each pattern needs: its number is its place among them."""
        self._always = set()
        self._needing: dict[str, set[int]] = {}  # strings, each with the patterns that need it
        for number, strings in enumerate(_all_needed(patterns)):
            if not strings:
                self._always.add(number)
            for string in strings:
                self._needing.setdefault(string, set()).add(number)
        # Strings by three letters of one of their words, with that word; and those without three, as "is a".
        self._by_letters: dict[str, list[tuple[str, str]]] = {}
        self._across: set[str] = set()
        for string in self._needing:
            known = max(string.split(), key=_rarity, default="")
            if len(known) < _FEWEST:
                self._across.add(string)
            else:
                self._by_letters.setdefault(_rarest(known), []).append((known, string))
        # What a word holds is looked for once: most words hold nothing of any string.
        self._of_word = lru_cache(maxsize=_MOST_WORDS)(self._held_by)
        self._useless: set[str] = set()  # words that hold nothing, passed over together

    def worth_trying(self, text: str) -> list[int]:
        """Return the numbers, ascending, of the patterns that a text in lower case has enough for."""
        found = self._always.copy()
        longer = self._across.copy()
        useless = self._useless
        for word in set(text.split()) - useless:  # quicker than to take them out of it one by one
            held = self._of_word(word)
            if held is not None:
                found |= held[0]
                longer |= held[1]
            elif len(useless) < _MOST_USELESS:
                useless.add(word)
        for string in longer:
            if string in text:
                found |= self._needing[string]
        return sorted(found)

    def _held_by(self, word: str) -> tuple[frozenset[int], frozenset[str]] | None:
        """Return the patterns that need what a word holds, and longer strings whose rarest word it holds.

        None for a word that holds nothing.
        """
        numbers: set[int] = set()
        longer = []
        for letters in self._by_letters.keys() & {word[i : i + 3] for i in range(len(word) - 2)}:
            for known, string in self._by_letters[letters]:
                if known == string and string in word:
                    numbers |= self._needing[string]
                elif known in word:
                    longer.append(string)
        return (frozenset(numbers), frozenset(longer)) if numbers or longer else None


class Sifted:
    """A pattern that does not tell capitals from small letters, tried where a text has what it needs."""

    def __init__(self, pattern: str) -> None:
        """Read what the pattern needs."""
        self._sieve = Sieve([pattern])
        self._compiled = late_pattern(pattern, re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self._compiled.search(text) if self._sieve.worth_trying(text.lower()) else None


def is_anchored(pattern: str) -> bool:
    """Say whether each way to match a pattern begins with "^": to search on is of no use then.

    Told by its text alone, for to read it as the library does takes ten times as long: False where "^" is
    not the first character of each alternative.
    """
    return pattern.startswith("^") and all(way.startswith("^") for way in alternatives(pattern))


def alternatives(pattern: str) -> list[str]:
    """Return the alternatives of a pattern that stand in no parentheses; told by its text alone."""
    depth, start = 0, 0
    found = []
    for mark in _MARKS.finditer(pattern):
        match mark.group():
            case "(":
                depth += 1
            case ")":
                depth -= 1
            case "|" if depth == 0:
                found.append(pattern[start : mark.start()])
                start = mark.end()
    return [*found, pattern[start:]]


def _rarest(word: str) -> str:
    """Return the three letters in a row that the fewest texts have, by how common each letter is."""
    return min((word[i : i + 3] for i in range(len(word) - 2)), key=_commonness)


@cache
def _rarity(word: str) -> tuple[int, ...]:
    """Return how rare a word is: the more, the larger; words of less than three letters come last."""
    if len(word) < _FEWEST:
        return (0,)
    is_common, letters = _commonness(_rarest(word))
    return (1, not is_common, len(word), -letters)


@cache
def _commonness(letters: str) -> tuple[bool, int]:
    return _FREQUENT.match(letters) is not None, sum(map(_COMMON.find, letters))


def _all_needed(patterns: Sequence[str]) -> list[tuple[str, ...]]:
    """Return what each of many patterns needs: reading some hundred takes a fifth of a second."""
    if len(patterns) < _FEW:
        return list(map(needed, patterns))
    digest = hashlib.sha256(repr((sys.version, patterns)).encode() + _HERE.read_bytes())
    kept = installed(
        _HERE, f"needed.{digest.hexdigest()[:16]}", lambda: marshal.dumps(list(map(needed, patterns)))
    )
    found: list[tuple[str, ...]] = marshal.loads(kept)  # what stands behind it is left
    return found


@cache  # a pattern may be in several sieves
def needed(pattern: str) -> tuple[str, ...]:
    """Return strings, in lower case, of which each text in which the pattern is found holds at least one.

    For patterns that do not tell capitals from small letters.  Empty where there are none worth a look.
    """
    some = _of_sequence(parser.parse(pattern))[1] or ()
    return tuple(sorted(s for s in some if not any(other != s and other in s for other in some)))


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> _Known:
    """Follow what the items match one after the other, keeping the best of the strings they need."""
    whole = True
    texts: Set[str] = {""}
    best: Set[str] | None = None
    for name, value in items:
        if name is parser.LITERAL:
            texts = {text + chr(value).lower() for text in texts}
            continue
        exact, some = _of_item(str(name), value)
        best = _better(best, some) if some else best
        longer = None if exact is None else {a + b for a in texts for b in exact}
        if longer is None or len(longer) > _MOST_TEXTS:
            best = _better(best, texts)
            whole, texts = False, exact if exact is not None else {""}
        else:
            texts = longer
    return (texts if whole else None), _better(best, texts)


def _of_item(name: str, value: Any) -> _Known:
    if name == "IN":
        return _of_class(value), None
    if name == "ASSERT":
        return {""}, _better(*_of_sequence(value[1]))
    if name in ("AT", "ASSERT_NOT"):
        return {""}, None
    if name == "SUBPATTERN":
        return _of_sequence(value[3])
    if name == "ATOMIC_GROUP":
        return _of_sequence(value)
    if name == "BRANCH":
        return _of_branches([_of_sequence(branch) for branch in value[1]])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inner = value
        exact, some = _of_sequence(inner)
        optional = None if exact is None or most != 1 else {*exact, ""} if least == 0 else exact
        return optional, some if least else None
    return None, None


def _of_class(members: Iterable[tuple[Any, Any]]) -> Set[str] | None:
    found = set()
    for name, value in members:
        if str(name) != "LITERAL":
            return None
        found.add(chr(value).lower())
    return found


def _of_branches(branches: list[_Known]) -> _Known:
    exact: set[str] | None = set()
    some: set[str] | None = set()
    for texts, strings in branches:
        exact = None if exact is None or texts is None else exact | texts
        best = _better(texts, strings)
        some = None if some is None or best is None else some | best
    return exact, some


def _better(one: Set[str] | None, other: Set[str] | None) -> Set[str] | None:
    """Return the strings that are the rarer ones: the longer, and the fewer."""
    usable = [s for s in (one, other) if s and len(s) <= _MOST and min(map(len, s)) >= _FEWEST]
    return min(usable, key=_commonness_of_all, default=None)


def _commonness_of_all(strings: Set[str]) -> tuple[bool, int, int]:
    """Return how many texts hold one of some strings: nearly every text if one is a common word."""
    is_common = any(map(_COMMON_WORD.fullmatch, strings))
    return is_common, len(strings) // 10 - min(map(len, strings)), len(strings)

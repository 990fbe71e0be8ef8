"""What a text must hold for a pattern to match it: `sieve.py` looks for that before the pattern is tried."""

from __future__ import annotations

import hashlib
import marshal
import re
import sys
from collections.abc import Iterable, Mapping, Set
from functools import cache
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]  # the library's own reader of patterns
from typing import Any

from tasks.lexicons.installed import installed

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
_MOST_BESIDE, _MOST_SETS = 40, 3  # strings of a set that is asked for beside the first, and such sets

# All texts that a part of a pattern can match, None where there are too many; and sets of strings, of each
# of which every text that it matches holds one.
_Known = tuple[Set[str] | None, list[Set[str]]]
# What one way to match a pattern needs: strings of which a text holds one, each with its rarest word and
# three letters of that (empty where it has none); and sets of more strings, of each of which it holds one.
Need = tuple[tuple[tuple[str, str, str], ...], tuple[tuple[str, ...], ...]]


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


@cache  # of few patterns, or of those of a lexicon
def needs_of(patterns: tuple[str, ...]) -> Mapping[str, tuple[Need, ...]]:
    """Return what each of the patterns needs: reading some hundred takes a fifth of a second."""
    if len(patterns) < _FEW:
        return {pattern: _needs(pattern) for pattern in patterns}
    digest = hashlib.sha256(repr((sys.version, patterns)).encode() + _HERE.read_bytes())
    kept = installed(
        _HERE, f"needed.{digest.hexdigest()[:16]}", lambda: marshal.dumps(list(map(_needs, patterns)))
    )
    found: list[tuple[Need, ...]] = marshal.loads(kept)  # what stands behind it is left
    return dict(zip(patterns, found, strict=True))


def _needs(pattern: str) -> tuple[Need, ...]:
    """Return what each way to match a pattern needs; nothing of all where one needs nothing."""
    needs = []
    for way in alternatives(pattern):
        first, *others = _sets_of(way) or [()]
        if not first:
            return (((), ()),)
        needs.append((tuple(map(_sought, first)), tuple(others)))
    return tuple(needs)


def _sought(string: str) -> tuple[str, str, str]:
    known = max(string.split(), key=_rarity, default="")
    return (string, known, _rarest(known)) if len(known) >= _FEWEST else (string, "", "")


def needed(pattern: str) -> tuple[str, ...]:
    """Return strings, in lower case, of which each text in which the pattern is found holds at least one.

    For patterns that do not tell capitals from small letters.  Empty where there are none worth a look.
    """
    return next(iter(_sets_of(pattern)), ())


def _sets_of(pattern: str) -> list[tuple[str, ...]]:
    """Return sets of strings, of each of which a text holds one: the rarest, then the smallest."""
    sets = _of_sequence(parser.parse(pattern))[1]
    best = _best(sets)
    if best is None:
        return []
    told = [best]
    for some in sorted(sets, key=len):
        is_new = not any(all(any(string in one for string in some) for one in other) for other in told)
        if len(some) <= _MOST_BESIDE and len(told) <= _MOST_SETS and is_new:
            told.append(some)
    return [_shortest(some) for some in told]


def _shortest(strings: Set[str]) -> tuple[str, ...]:
    """Return the strings without those that hold another."""
    return tuple(sorted(s for s in strings if not any(other != s and other in s for other in strings)))


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> _Known:
    """Follow what the items match one after the other, keeping all sets of strings they need."""
    whole = True
    texts: Set[str] = {""}
    sets: list[Set[str]] = []
    for name, value in items:
        if name is parser.LITERAL:
            texts = {text + chr(value).lower() for text in texts}
            continue
        exact, some = _of_item(str(name), value)
        sets += some
        longer = None if exact is None else {a + b for a in texts for b in exact}
        if longer is None or len(longer) > _MOST_TEXTS:
            sets.append(texts)
            whole, texts = False, exact if exact is not None else {""}
        else:
            texts = longer
    return (texts if whole else None), list(filter(_is_usable, [*sets, texts]))


def _of_item(name: str, value: Any) -> _Known:
    if name == "IN":
        return _of_class(value), []
    if name == "ASSERT":
        return {""}, _of_sequence(value[1])[1]
    if name in ("AT", "ASSERT_NOT"):
        return {""}, []
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
        return optional, some if least else []
    return None, []


def _of_class(members: Iterable[tuple[Any, Any]]) -> Set[str] | None:
    found = set()
    for name, value in members:
        if str(name) != "LITERAL":
            return None
        found.add(chr(value).lower())
    return found


def _of_branches(branches: list[_Known]) -> _Known:
    """Return what all branches need: one of what each needs."""
    exact: set[str] | None = set()
    some: set[str] | None = set()
    for texts, sets in branches:
        exact = None if exact is None or texts is None else exact | texts
        best = _best(sets)
        some = None if some is None or best is None else some | best
    return exact, [some] if some and _is_usable(some) else []


def _is_usable(strings: Set[str]) -> bool:
    return 0 < len(strings) <= _MOST and min(map(len, strings)) >= _FEWEST


def _best(sets: Iterable[Set[str]]) -> Set[str] | None:
    """Return the strings that are the rarer ones: the longer, and the fewer."""
    return min(sets, key=_commonness_of_all, default=None)


def _commonness_of_all(strings: Set[str]) -> tuple[bool, int, int]:
    """Return how many texts hold one of some strings: nearly every text if one is a common word."""
    is_common = any(map(_COMMON_WORD.fullmatch, strings))
    return is_common, len(strings) // 10 - min(map(len, strings)), len(strings)

"""Patterns that find at least what another one finds, and faster: it is tried where they find something.

A search goes from one letter that a pattern may begin with to the next, where it begins with letters; one
that begins with a condition (the edge of a word) is tried at each place of a text.  The wider pattern is the
same without that condition.  A pattern that does not tell capitals from small letters is compared letter by
letter, without short cuts; the wider one is searched for in the text in small letters.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tasks.lexicons.needed import alternatives

_EDGE = r"\b"
_ESCAPED = re.compile(r"\\.|\(\?P<\w+>", re.DOTALL)  # where capitals are no letters that a text must have
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")
_TURNED = "ıſ"  # letters like "i" and "s" where capitals are not told from them, and not in lower case
_LONG = 2_000  # code points of a text that is searched by many patterns, one after the other


class Wide(NamedTuple):
    """A wider pattern, and whether it is one of texts in lower case."""

    pattern: str
    in_lower: bool


def wide(pattern: str, flags: int) -> Wide | None:
    """Return a wider pattern that is found faster, None where none is known.

    Found means: wherever the pattern matches, so does the wider one.
    """
    if flags not in (0, re.IGNORECASE):
        return None
    ways = [way.removeprefix(_EDGE) for way in alternatives(pattern)]
    wider = "|".join(ways)
    if flags:
        plain = _ESCAPED.sub("", pattern)
        is_caseless = plain == plain.lower() and "(?-" not in pattern and "(?i" not in pattern
        return Wide(wider, in_lower=True) if is_caseless and not pattern.startswith("^") else None
    return Wide(wider, in_lower=False) if wider != pattern and all(map(_begins_with_letter, ways)) else None


def _begins_with_letter(pattern: str) -> bool:
    """Say whether each way to match a pattern begins with a letter or one of some."""
    group = _GROUP.match(pattern)
    if group is None:
        is_letter = pattern[:1].isalpha() or (pattern[:1] == "[" and pattern[1:2] != "^")
        return is_letter and pattern[1:2] not in ("?", "*", "{")
    end = _end_of_group(pattern)
    return pattern[end + 1 : end + 2] not in ("?", "*", "{") and all(
        map(_begins_with_letter, alternatives(pattern[group.end() : end]))
    )


def _end_of_group(pattern: str) -> int:
    """Return where the parenthesis closes that a pattern begins with."""
    depth = at = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = pattern.index("]", at + 2)
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return at


_last: tuple[str, str | None] = ("", "")


def lowered(text: str) -> str | None:
    """Return a text in lower case, letter by letter; None where it cannot be had so."""
    global _last
    if len(text) < _LONG:
        return _lowered(text)
    if text is not _last[0]:
        _last = text, _lowered(text)
    return _last[1]


def _lowered(text: str) -> str | None:
    lower = text.lower()
    is_same = text.isascii() or (len(lower) == len(text) and not any(map(text.__contains__, _TURNED)))
    return lower if is_same else None

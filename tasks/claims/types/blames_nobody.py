"""Whether what is blamed is a thing: "attributed the deaths to overcrowding", "blamed bad weather"."""

from __future__ import annotations

import re
from functools import cache

from tasks.claims.cues.cue_words import people_nouns, source_heads, type_words, word_class
from tasks.claims.types.culprits import culprits
from tasks.lexicons.late_pattern import late_pattern

BLAMING = frozenset({"attribute", "ascribe", "blame"})
_PARTS = late_pattern(r"^(?P<what>.*?) (?:to|on) (?P<whom>.+)$|^(?P<first>.+?) for .+$")
_FOR_FIRST = late_pattern(r"^(?P<what>(?P<whom>(?P<first>(?:(?! (?:to|on|for) ).)+))) for .+$")
_NAMES = late_pattern(r"[A-Z]")
_WORD = re.compile(r"[\w’'-]+")
_AND = re.compile(r",| and | or | of | by ")  # "the failure of the police" blames them
_BEHIND = re.compile(r" (?:in|for|among|with|from|at|on|who|which|that|between) ")
_OWNED = ("'s ", "’s ", "s' ", "s’ ")
_ENDS = ("ers", "men", "ists", "ants", "ians")
_PEOPLE = frozenset(
    {"him", "her", "them", "himself", "those", "others", "other", "who", "somebody", "someone", "both"}
) | word_class("blamed_side")


def blames_nobody(content: str) -> bool:
    """Say whether a thing that cannot be guilty is blamed; the words are those behind the verb.

    Nobody is blamed where the words for the cause hold no name, no noun for people and no body of theirs.
    """
    parts = _FOR_FIRST.match(content) or _PARTS.match(content)
    cause = content if parts is None else parts["whom"] or parts["first"]
    if cause is None or any(map(cause.__contains__, _OWNED)) or _NAMES.search(cause.lstrip("\"“‘'")):
        return False
    heads = [_head(part) for part in _AND.split(cause.lower())]
    return all(head and head not in _someone() and not head.endswith(_ENDS) for head in heads)


def _head(phrase: str) -> str:
    """Return the noun of a phrase ("failure" of "a failure of radio discipline"), "" for none."""
    words = _WORD.findall(_BEHIND.split(phrase, maxsplit=1)[0])
    return words[-1] if words else ""


@cache
def _someone() -> frozenset[str]:
    return (
        people_nouns()
        | source_heads()
        | culprits()
        | type_words("party")
        | type_words("culprit")
        | type_words("rival")
        | _PEOPLE
    )

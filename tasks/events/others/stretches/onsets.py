"""Nouns that a sentence tells of as of something that began or is new.

- onset: "the uprising began on 6 May", "war had broken out in April", where the title names no uprising
- news: "A coup brought the general to power on 11 September"; what is only planned or feared is none
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tasks.events.other_names import title_words
from tasks.events.subject_verb import is_verb
from tasks.events.triggers import Trigger
from tasks.model.document import Document, Sentence, Token

_BEGINS = frozenset(("began", "begun", "broke", "broken", "erupted", "started", "flared"))
_OUT = frozenset((("broken", "out"), ("flared", "up"), ("flared", "again"), ("flared", "in")))
_A = frozenset(("a", "an", "another"))
_NOT_YET = frozenset(("planned", "feared", "expected", "threatened", "likely", "imminent", "discussed"))
_NAME = 4  # tokens between "a" and its noun


def is_onset(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether a noun is that of something else than the title's that began."""
    after = sentence.lower[trigger.last + 1 : trigger.last + 3]
    if after[:1] == ("had",):
        after = after[1:]
    if trigger.is_verb or trigger.type.event_type != "Battles" or not after or after[0] not in _BEGINS:
        return False
    return trigger.span.of(document.text).casefold() not in title_words(document.article.title)


def has_broken_out(inside: Sequence[Token]) -> bool:
    """Return whether words say that something broke out or flared up."""
    return any((a.lower, b.lower) in _OUT for a, b in pairwise(inside))


def is_news_told_first(sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether a sentence begins with something new that did or was something."""
    tokens = sentence.tokens
    if trigger.is_verb or trigger.first > _NAME or tokens[0].lower not in _A:
        return False
    after = tokens[trigger.last + 1] if trigger.last + 1 < len(tokens) else None
    if after is None or not is_verb(after) or after.lower in ("had", "has", "would", "could", "can", "may"):
        return False
    return _NOT_YET.isdisjoint(sentence.lower[trigger.last + 1 : trigger.last + 4])


def is_most(sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether a noun is that of what was the worst of its kind: "the fiercest fighting since then"."""
    before = sentence.lower[trigger.first - 1] if trigger.first else ""
    after = sentence.lower[trigger.last + 1 : trigger.last + 2]
    return (before.endswith("est") or before == "worst") and after == ("since",)

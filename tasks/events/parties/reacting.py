"""States and bodies that have no part in an event but to react: they are mentioned, and take no part.

- section: what a section on reactions says of states and international bodies ("Norland recalled its envoy")
- ally: who is only named to say whose ally or member somebody is ("NATO ally Norland", "an ally of Norland")
- donor: who pays for the victims or the repairs ("Norland donated two million dollars")
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from tasks.events.subject_verb import verb_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor
from tasks.model.document import Document, Sentence
from tasks.model.order import END, START
from tasks.model.span import Span

_STATES = ("state", "international", "government")
_REACTIONS = late_pattern(
    r"\b(?:reactions?|responses? (?:by|of|from|abroad)|(?:international|foreign|diplomatic|global) responses?"
    r"|condolences|condemnations?)\b",
    re.IGNORECASE,
)
_TIED = frozenset(("ally", "allies", "member", "members", "partner", "partners", "donor", "donors"))
_OF = frozenset(("of", "to"))
_DONORS = frozenset(("donor", "donors"))
_ASIDE = 6  # tokens of ", one of the largest donors,"
_GIVES = words("donates")


def only_reacts(document: Document, sentence: Sentence, span: Span, actor: Actor) -> bool:
    """Return whether a mention shows a state or an international body only reacting, not taking part."""
    if actor.kind not in _STATES:
        return False
    if _is_on_reactions(document.heading_of(sentence)):
        return True
    tokens = sentence.tokens
    first, after = bisect_left(tokens, span.start, key=START), bisect_left(tokens, span.end, key=END) + 1
    if after < len(tokens) and tokens[after].lower in _TIED:
        return True  # "a NATO ally"
    before = [t.lower for t in tokens[max(0, first - 3) : first] if t.lower != "the"][-2:]
    if len(before) > 1 and before[0] in _TIED and before[1] in _OF:
        return True  # "an ally of Norland"
    aside = [t.lower for t in tokens[after : after + _ASIDE]]
    if aside[:1] == [","] and not _DONORS.isdisjoint(aside) and "," in aside[1:]:
        return True  # "Norland, one of the donors,"
    verb = verb_of(sentence, span)
    return verb is not None and tokens[verb].lower in _GIVES


@lru_cache(maxsize=1024)
def _is_on_reactions(heading: str) -> bool:
    return _REACTIONS.search(heading) is not None

"""Who had others fire: "General X ordered troops of the Y to fire into the crowd": X and Y did it."""

from __future__ import annotations

from tasks.events.clause_parts import verb_of
from tasks.events.found import Found, Words

_ORDERED = frozenset(("ordered", "commanded", "told", "instructed"))
_FIRE = frozenset(
    ("fire", "shoot", "open", "attack", "kill", "bomb", "massacre", "execute", "storm", "charge")
)
_REACH = 12  # tokens between the verb and "to fire"


def ordered(words_: Words) -> list[Found]:
    """Return who ordered others to fire in a sentence, and those who were ordered, in text order."""
    tokens = words_.tokens
    found: list[Found] = []
    for i in words_.sentence.places(_ORDERED):
        ends = range(i + 1, min(i + _REACH, len(tokens) - 1))
        to = next((j for j in ends if tokens[j].lower == "to" and tokens[j + 1].lower in _FIRE), None)
        if to is None:
            continue
        for span, actor in words_.mentions:
            is_subject = span.end <= tokens[i].start and verb_of(words_.sentence, span) == i
            if is_subject or (tokens[i].end <= span.start and span.end <= tokens[to].start):
                found.append(Found(actor, "perpetrator", span))
    return found

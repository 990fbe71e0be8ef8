"""Who had others fire: "General X ordered troops of the Y to fire into the crowd": X and Y did it.

So did those on whose orders it was: "the execution of sixty officials on the orders of X".
"""

from __future__ import annotations

from collections.abc import Iterable

from tasks.events.found import Found, Words
from tasks.events.subject_verb import verb_of
from tasks.events.triggers import violent_triggers
from tasks.lexicons.violence import verbs_that, words_of

_ORDERED = frozenset(("ordered", "commanded", "told", "instructed"))
_ORDERS = frozenset(("orders", "order"))
_FIRE = words_of(verbs_that(("attacks", "kills", "harms", "destroys")), "base") | {"fire", "open", "charge"}
_REACH = 12  # tokens between the verb and "to fire"


def ordered(words_: Words) -> list[Found]:
    """Return who ordered others to fire in a sentence, and those who were ordered, in text order."""
    tokens = words_.tokens
    found = list(_on_orders(words_))
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


def _on_orders(words_: Words) -> Iterable[Found]:
    """Yield on whose orders somebody was killed: "the execution of X on the orders of Y"."""
    tokens = words_.tokens
    for i in words_.sentence.places(_ORDERS):
        at = i - 1 - (i > 1 and tokens[i - 1].lower == "the")
        if at < 1 or tokens[at].lower != "on" or i + 2 >= len(tokens) or tokens[i + 1].lower != "of":
            continue
        if not any(t.last < at for t in violent_triggers(words_.sentence)):
            continue
        mention = words_.at(i + 2) or (words_.at(i + 3) if i + 3 < len(tokens) else None)
        if mention is not None:
            yield Found(mention[1], "perpetrator", mention[0])

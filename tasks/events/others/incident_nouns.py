"""Incidents and collisions that cost lives, as other events: "A similar incident near X on 9 May killed two".

The nouns say nothing of violence; beside a word for the dead, and told as new, they are events like others.
"""

from __future__ import annotations

from collections.abc import Iterator

from tasks.events.triggers import EventType, Trigger
from tasks.model.document import Sentence
from tasks.model.span import Span

INCIDENTS = frozenset(("incident", "incidents", "collision", "mishap", "mishaps"))
_DEAD = frozenset(
    ("killed", "killing", "deaths", "death", "died", "dead", "life", "lives", "wounded", "injured")
)
_NEW = frozenset(("a", "an", "another", "similar", "comparable", "earlier", "previous", "two", "three"))
_REACH = 4  # tokens before the noun
_INCIDENT = EventType("Violence against civilians", "Attack", "ASSAULT", None, 1)


def incident_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the nouns for incidents of a sentence that tells of dead or wounded."""
    if _DEAD.isdisjoint(sentence.words):
        return
    for i in sentence.places(INCIDENTS):
        if _NEW.isdisjoint(sentence.lower[max(0, i - _REACH) : i]):
            continue
        token = sentence.tokens[i]
        yield Trigger(Span(token.start, token.end), i, i, False, _INCIDENT)

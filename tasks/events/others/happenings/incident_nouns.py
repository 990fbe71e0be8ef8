"""Incidents and collisions that cost lives, as other events: "A similar incident near X on 9 May killed two".

The nouns say nothing of violence; beside a word for the dead, and told as new, they are events like others.
So is a meeting that is not the first ("a second encounter between the same fleets"), and "the rising in Osk".
"""

from __future__ import annotations

from collections.abc import Iterator

from tasks.events.triggers import EventType, Trigger
from tasks.model.document import Sentence
from tasks.model.span import Span

_MEETINGS = frozenset(("encounter", "encounters", "engagement"))
_WITH_DEAD = frozenset(("incident", "incidents", "collision", "mishap", "mishaps"))
_RISINGS = frozenset(("rising", "risings"))
_NAMED = frozenset(("incident", "affair"))
INCIDENTS = _NAMED | _WITH_DEAD | _MEETINGS | _RISINGS
_THE = frozenset(("the", "a", "an", "another", "armed", "peasant", "national", "popular", "general"))
_WHERE = frozenset(("in", "at", "of", "on", "upon", "against"))
_FURTHER = frozenset(("second", "third", "fourth", "another", "further", "later", "similar", "next"))
_MET = EventType("Battles", "Armed clash", "ASSAULT", None, 1)
_DEAD = frozenset(
    ("killed", "killing", "deaths", "death", "died", "dead", "life", "lives", "wounded", "injured")
)
_NEW = frozenset(("a", "an", "another", "similar", "comparable", "earlier", "previous", "two", "three"))
_REACH = 4  # tokens before the noun
_INCIDENT = EventType("Violence against civilians", "Attack", "ASSAULT", None, 1)


def incident_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the nouns for incidents of a sentence that tells of dead or wounded."""
    yield from _meetings(sentence)
    yield from _named(sentence)
    if _DEAD.isdisjoint(sentence.words):
        return
    for i in sentence.places(_WITH_DEAD):
        if _NEW.isdisjoint(sentence.lower[max(0, i - _REACH) : i]):
            continue
        token = sentence.tokens[i]
        yield Trigger(Span(token.start, token.end), i, i, False, _INCIDENT)


def _named(sentence: Sentence) -> Iterator[Trigger]:
    """Yield "incident" behind a name: "the Karvel incident of 5 May 1926"."""
    tokens = sentence.tokens
    for i in sentence.places(_NAMED):
        is_name = i > 1 and tokens[i - 1].text[:1].isupper() and tokens[i - 1].kind == "word"
        if (
            is_name
            and tokens[i - 1].lower not in _THE
            and sentence.lower[i + 1 : i + 2] in (("of",), ("in",), ("on",))
        ):
            yield Trigger(Span(tokens[i].start, tokens[i].end), i, i, False, _MET)


def _meetings(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the nouns for a fight behind a word that says that one was told before, and risings somewhere."""
    for i in sentence.places(_RISINGS):
        around = sentence.lower[max(0, i - 1) : i], sentence.lower[i + 1 : i + 2]
        if not (_THE.isdisjoint(around[0]) or _WHERE.isdisjoint(around[1])):
            token = sentence.tokens[i]
            yield Trigger(Span(token.start, token.end), i, i, False, _MET)
    for i in sentence.places(_MEETINGS):
        if not _FURTHER.isdisjoint(sentence.lower[max(0, i - 2) : i]):
            token = sentence.tokens[i]
            yield Trigger(Span(token.start, token.end), i, i, False, _MET)

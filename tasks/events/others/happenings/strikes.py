"""Strikes from the air and volleys: "a strike on a clinic", "launched 59 cruise missiles at the base"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.events.others.happenings.captures import is_place_at
from tasks.events.triggers import EventType, Trigger
from tasks.lexicons.months import MONTH_NAMES
from tasks.model.document import Sentence, Token
from tasks.model.span import Span

_STRUCK = EventType("Explosions/Remote violence", "Air/drone strike", "ASSAULT", "aerial", 2)
_FIRE = EventType(
    "Explosions/Remote violence", "Shelling/artillery/missile attack", "ASSAULT", "heavy-weapons", 1
)
_STRIKE = frozenset(("strike", "strikes"))  # the noun
_FIRED = frozenset(("missiles", "missile", "rockets"))
_DROPPED = frozenset(("bomb", "bombs"))
STRIKES = _STRIKE | _FIRED | _DROPPED
_AT_WORK = frozenset(("workers", "union", "unions", "railway", "labour", "labor", "pay", "general", "hunger"))
_FLOWN = frozenset(("carried", "launched", "conducted", "military", "missile", "retaliatory", "series"))
_FIRES = frozenset(("launched", "fired", "shot", "launching", "firing"))
_DROPS = frozenset(("dropped", "dropping"))
_AT_WHAT = frozenset(("at", "into", "against", "on", "toward", "towards"))
MONTH_OR_DAY = re.compile(rf"\d{{1,2}}|{'|'.join(MONTH_NAMES)}")
_REACH = 6  # tokens between a verb and what is fired or flown


def strike_triggers(sentence: Sentence, at: int) -> Iterator[Trigger]:
    """Yield the event that a word for a strike or for what is fired tells of, if any."""
    return (
        _strike_on(sentence, at) if sentence.tokens[at].lower in _STRIKE else _fired_at(sentence.tokens, at)
    )


def _strike_on(sentence: Sentence, at: int) -> Iterator[Trigger]:
    """Yield "a strike on a clinic", which kills: workers go on strike, on a day."""
    tokens = sentence.tokens
    if not at or at + 2 >= len(tokens) or tokens[at - 1].lower == "on":
        return
    is_flown = not _FLOWN.isdisjoint(t.lower for t in tokens[max(0, at - _REACH) : at])
    if tokens[at + 1].lower != "on" and not (is_flown and tokens[at + 1].lower == "against"):
        return
    if not _AT_WORK.isdisjoint(sentence.words) or MONTH_OR_DAY.fullmatch(tokens[at + 2].text):
        return
    if tokens[at + 2].lower.endswith("day") or tokens[at + 2].kind == "number":
        return
    yield Trigger(Span(tokens[at].start, tokens[at + 1].end), at, at + 1, False, _STRUCK)


def _fired_at(tokens: Sequence[Token], at: int) -> Iterator[Trigger]:
    """Yield "launched 59 cruise missiles at the base", "dropped its first bomb on a target"."""
    is_dropped = tokens[at].lower in _DROPPED
    if at + 2 >= len(tokens) or tokens[at + 1].lower not in _AT_WHAT:
        return
    if not (is_dropped or is_place_at(tokens, at + 2)):
        return
    verbs = _DROPS if is_dropped else _FIRES
    verb = next((k for k in range(at - 1, max(-1, at - _REACH), -1) if tokens[k].lower in verbs), None)
    if verb is not None:
        kind = _STRUCK if is_dropped else _FIRE
        yield Trigger(Span(tokens[verb].start, tokens[at].end), verb, at, True, kind)

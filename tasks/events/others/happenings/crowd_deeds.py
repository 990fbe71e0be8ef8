"""What crowds did and what was done to them, as words that tell of an event.

- burnt: "a mob burned the town hall", "the archives were looted by peasants"; no flags and no effigies
- thrown: "townspeople threw tiles at soldiers"
- fired into: "soldiers fired into the crowd", not into the air
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.others.happenings.captures import has_ground, is_ground, is_place_at
from tasks.events.subject_verb import is_verb
from tasks.events.triggers import EventType, Trigger
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token
from tasks.model.span import Span

_PEOPLE = words("crowd") | words("protesting_people") | words("risen") | words("crowd_doer")
_MOBS = frozenset(("mob", "mobs", "peasants", "rioters", "townspeople", "looters", "populace"))
_CROWDS = _PEOPLE | _MOBS
_BURNS = frozenset(("burned", "burnt", "looted", "razed", "sacked"))
_THROWS = frozenset(("threw", "hurled", "flung"))
_STONES = frozenset(("stones", "rocks", "bricks", "bottles", "tiles", "cobblestones", "bombs", "cocktails"))
_FIRES = frozenset(("fired",))
_BE = frozenset(("was", "were", "been"))
CROWD_DEEDS = _BURNS | _THROWS | _FIRES
_RIOT = EventType("Riots", "Mob violence", "PROTEST", "riot", 1)
_SHOT = EventType("Violence against civilians", "Attack", "ASSAULT", "firearms", 1)
_REACH = 6  # tokens of who does it, and of what it is done to


def crowd_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the verbs of a sentence that tell what a crowd did, or that somebody fired into one."""
    if CROWD_DEEDS.isdisjoint(sentence.words):
        return
    tokens = sentence.tokens
    for i in sentence.places(CROWD_DEEDS):
        word, last, kind = tokens[i].lower, i, _RIOT
        if word in _FIRES:
            is_told, last, kind = _is_into_crowd(tokens, i), i + 1, _SHOT
        elif word in _THROWS:
            is_told = _is_thrown(tokens, i)
        else:
            is_told = _is_burnt(tokens, i)
        if is_told:
            yield Trigger(Span(tokens[i].start, tokens[last].end), i, last, True, kind)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _has_crowd(tokens: Sequence[Token]) -> bool:
    return any(t.lower in _CROWDS for t in tokens)


def _is_into_crowd(tokens: Sequence[Token], verb: int) -> bool:
    """Whether somebody fired into people: "fired into the crowd"."""
    return _word(tokens, verb + 1) == "into" and _has_crowd(tokens[verb + 2 : verb + 2 + _REACH])


def _is_thrown(tokens: Sequence[Token], verb: int) -> bool:
    """Whether stones are thrown at somebody."""
    ahead = tokens[verb + 1 : verb + 1 + _REACH]
    at = next((k for k, t in enumerate(ahead) if t.lower == "at"), None)
    return at is not None and any(t.lower in _STONES for t in ahead[:at])


def _is_burnt(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a crowd burnt or looted a place, or a place was by a crowd."""
    if _word(tokens, verb - 1) in _BE:
        by = verb + 1 + (_word(tokens, verb + 1) == "down")
        before = tokens[verb - 2] if verb > 1 else None
        is_place = before is not None and (is_ground(before) or before.text[:1].isupper())
        return is_place and _word(tokens, by) == "by" and _has_crowd(tokens[by + 1 : by + 1 + _REACH])
    begin = verb
    while begin > 0 and verb - begin < _REACH and not (is_verb(tokens[begin - 1]) and begin < verb):
        begin -= 1
    end = verb + 1 + (_word(tokens, verb + 1) in ("down", "and"))
    return _has_crowd(tokens[begin:verb]) and (has_ground(tokens, end) or is_place_at(tokens, end))

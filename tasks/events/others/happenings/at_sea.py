"""Landings, ships sent down and fleets that meet, as words that tell of an event.

- landing: "mercenaries landed at Osk Airport", "troops had been landed near Osk", "she landed marines at
  Osk", "marines came ashore at Osk"
- sinking: "the cruiser was sunk", "had sunk three boats", "was wrecked off Osk"; nobody who "sank in debt"
- meeting: "the two fleets met again off Osk"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.others.happenings.armed_people import has_armed, is_armed
from tasks.events.others.happenings.captures import is_place_at
from tasks.events.triggers import EventType, Trigger
from tasks.model.document import Sentence, Token
from tasks.model.span import Span

_LANDED, _ASHORE = "landed", "ashore"
_COMES = frozenset(("came", "went", "gone", "coming", "going", "swarmed", "waded", "stormed", "rowed"))
_SINKS = frozenset(("sank", "sunk", "wrecked", "scuttled"))
_MEETS = frozenset(("met",))
AT_SEA = _SINKS | _MEETS | {_LANDED, _ASHORE}
_LANDING = EventType("Battles", "Armed clash", "ASSAULT", None, 1)
_SUNK = EventType("Explosions/Remote violence", "Shelling/artillery/missile attack", "ASSAULT", None, 2)
_RAIDERS = frozenset(
    ("mercenaries", "commandos", "raiders", "invaders", "rebels", "guerrillas", "insurgents", "exiles")
)
_FLEETS = frozenset(("fleets", "squadrons", "armies"))
_BE = frozenset(("was", "were", "been"))
_AT = frozenset(("at", "in", "near", "on", "off"))
_SOME = frozenset(("the", "a", "an", "two", "three", "four", "five", "six", "several", "another", "her"))
_SUBJECT = 6  # tokens before a verb in which its subject stands
_BROUGHT = 3  # tokens of those who are landed


def sea_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the verbs of a sentence that tell of a landing, a sinking or a meeting of fleets."""
    if AT_SEA.isdisjoint(sentence.words):
        return
    tokens = sentence.tokens
    for i in sentence.places(AT_SEA):
        word = tokens[i].lower
        if word in _SINKS:
            is_told, kind = _is_sunk(tokens, i), _SUNK
        elif word == _LANDED:
            is_told, kind = _is_landing(tokens, i), _LANDING
        elif word == _ASHORE:
            if i > 1 and tokens[i - 1].lower in _COMES and _is_landing(tokens, i):
                yield Trigger(Span(tokens[i - 1].start, tokens[i].end), i - 1, i, True, _LANDING)
            continue
        else:
            is_told, kind = _is_meeting(tokens, i), _LANDING
        if is_told:
            yield Trigger(Span(tokens[i].start, tokens[i].end), i, i, True, kind)


def _is_landing(tokens: Sequence[Token], at: int) -> bool:
    """Whether armed people came by sea or air, or were brought."""
    end = at + 1
    is_brought = has_armed(tokens[end : end + _BROUGHT])
    while is_brought and end < len(tokens) and end - at < _SUBJECT and tokens[end].lower not in _AT:
        end += 1
    if end + 1 >= len(tokens) or tokens[end].lower not in _AT:
        return False
    subject = {t.lower for t in tokens[max(0, at - _SUBJECT) : at]}
    return (is_brought or not _RAIDERS.isdisjoint(subject) or is_armed(tokens, at)) and is_place_at(
        tokens, end + 1
    )


def _is_sunk(tokens: Sequence[Token], at: int) -> bool:
    """Whether a ship is sent down: "was sunk", "had sunk three boats", not "sank with her cargo"."""
    word = tokens[at].lower
    if word != "sank" and at and tokens[at - 1].lower in _BE:
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) and word in ("sank", "sunk") else None
    return after is not None and (
        after.kind == "number" or after.lower in _SOME or (after.text[:1].isupper() and after.kind == "word")
    )


def _is_meeting(tokens: Sequence[Token], at: int) -> bool:
    """Whether fleets or armies met at a place: "the two fleets met again off Osk"."""
    end = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower == "again")
    is_there = end + 1 < len(tokens) and tokens[end].lower in _AT and is_place_at(tokens, end + 1)
    return is_there and not _FLEETS.isdisjoint(t.lower for t in tokens[max(0, at - 3) : at])

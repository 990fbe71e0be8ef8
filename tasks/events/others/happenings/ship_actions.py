"""What ships do in several words, as words that tell of an event.

- prizes: "took the Norland privateer Heron", "cut out a brig", "drove two luggers ashore"
- actions: "fought an inconclusive action with a frigate", "made an unsuccessful attack on a convoy"
- begun: "began bombarding Osk", "commencing her bombardment of the point"
- hit: "was depth charged", "a kamikaze crashed into her"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.others.happenings.ships_fight import is_ship, sees_ship
from tasks.events.subject_verb import is_verb
from tasks.events.triggers import EventType, Trigger
from tasks.lexicons.deeds import deeds
from tasks.model.document import Sentence, Token
from tasks.model.span import Span

_TOOK, _CUT, _DROVE = "took", "cut", ("drove", "driven", "forced", "chased")
_FOUGHT, _MADE = "fought", ("made", "delivered", "pressed")
_BEGINS = frozenset(("began", "commenced", "commencing", "beginning", "started", "opened", "opening"))
_BEGUN = frozenset(("bombarding", "shelling", "attacking", "bombing", "bombardment"))
_ACTIONS = frozenset(("action", "engagement", "duel"))
_ATTACKS = deeds("attack") - {"strike", "strikes"}
_ON = frozenset(("on", "against", "upon"))
_CHARGED, _CRASHED = "charged", "crashed"
_PLANES = frozenset(("kamikaze", "kamikazes"))
_ASHORE = frozenset(("ashore", "aground"))
_HELD = frozenset(("her", "his", "its", "their", "a", "an", "the"))
SHIP_ACTIONS = _BEGINS | {_TOOK, _CUT, *_DROVE, _FOUGHT, *_MADE, _CHARGED, _CRASHED}
_FIGHT = EventType("Battles", "Armed clash", "ASSAULT", None, 1)
_FIRED = EventType(
    "Explosions/Remote violence", "Shelling/artillery/missile attack", "ASSAULT", "heavy-weapons", 1
)
_REACH = 6  # tokens between a verb and its noun
_CRASH = 5  # tokens between an aircraft and where it crashed


def action_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the verbs of a sentence with the words by which they tell what a ship did or underwent."""
    if SHIP_ACTIONS.isdisjoint(sentence.words):
        return
    tokens = sentence.tokens
    for i in sentence.places(SHIP_ACTIONS):
        word, first, kind = tokens[i].lower, i, _FIGHT
        if word == _CHARGED:
            is_hit = i > 1 and tokens[i - 1].lower == "depth" and not is_ship_in(tokens[i - 2 : i - 1])
            first, last, kind = i - 1, (i if is_hit else None), _FIRED
        elif word == _CRASHED:
            is_hit = any(t.lower in _PLANES for t in tokens[max(0, i - _CRASH) : i])
            last, kind = (i + 1 if is_hit and _word(tokens, i + 1) == "into" else None), _FIRED
        elif word in _BEGINS:
            last, kind = _begun(tokens, i), _FIRED
        elif word == _TOOK:
            last = i if _is_prize(tokens, i) else None
        elif word == _CUT:
            last = i + 1 if _word(tokens, i + 1) == "out" and sees_ship(tokens, i + 1) else None
        elif word in _DROVE:
            last = _ashore(tokens, i)
        else:
            last = _fought(tokens, i)
        if last is not None:
            yield Trigger(Span(tokens[first].start, tokens[last].end), first, last, True, kind)


def is_ship_in(tokens: Sequence[Token]) -> bool:
    """Return whether a word for a ship is among some."""
    return any(map(is_ship, tokens))


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _begun(tokens: Sequence[Token], verb: int) -> int | None:
    """Return the last word of "began bombarding", "commencing her bombardment"; None if nothing begins."""
    at = verb + 1 + (_word(tokens, verb + 1) in _HELD) if verb + 1 < len(tokens) else verb
    return at if _word(tokens, at) in _BEGUN and verb < at else None


def _is_prize(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a ship with a name is taken: "took the Norland privateer Heron", not "took the boat to Osk"."""
    for k in range(verb + 1, min(verb + 1 + _REACH, len(tokens) - 1)):
        if is_ship(tokens[k]):
            return tokens[k + 1].text[:1].isupper() or tokens[k].lower in ("prize", "prizes")
        if tokens[k].kind == "punct" or is_verb(tokens[k]) or tokens[k].lower in ("part", "in", "to", "on"):
            return False
    return False


def _ashore(tokens: Sequence[Token], verb: int) -> int | None:
    """Return where "ashore" ends "drove two luggers ashore", None where no ship is driven there by others."""
    end = next(
        (k for k in range(verb + 1, min(verb + 2 + _REACH, len(tokens))) if tokens[k].lower in _ASHORE), None
    )
    return end if end is not None and is_ship_in(tokens[verb + 1 : end]) else None


def _fought(tokens: Sequence[Token], verb: int) -> int | None:
    """Return the noun of "fought an inconclusive action with", "made an attack on", None without one."""
    is_fight = tokens[verb].lower == _FOUGHT
    nouns, behind = (_ACTIONS, ("with", "against", "off")) if is_fight else (_ATTACKS, tuple(_ON))
    if _word(tokens, verb + 1) not in ("a", "an", "another", "two", "three", "several", "repeated"):
        return None
    for k in range(verb + 1, min(verb + 1 + _REACH, len(tokens))):
        if tokens[k].lower in nouns:
            return k if _word(tokens, k + 1) in behind else None
        if tokens[k].kind == "punct":
            return None
    return None

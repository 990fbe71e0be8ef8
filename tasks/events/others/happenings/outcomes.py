"""How fights end and what they end in, as words that tell of an event.

- driven out: "drove the rebels out of Osk", "were driven from the valley"
- crossed: "the army crossed the border"
- surrender: "the garrison surrendered", "the fort capitulated"; one man who gives himself up is no event
- defeat: "was defeated at Osk", "defeated the rebels near Osk"
- launched: "launched Operation Sorrel"
- crushed: "loyalists crushed rival forces"; invaded: "after invading Norland in June"
- downed: "rebels downed a helicopter", "a drone was downed"
- set on fire: "raiders burnt the village", "the town was sacked"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.others.happenings.armed_people import has_armed, is_armed
from tasks.events.others.happenings.captures import has_ground, is_ground, is_of_which, is_place_at
from tasks.events.triggers import EventType, Trigger
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token
from tasks.model.span import Span

_DRIVES = frozenset(("drove", "driven"))
_CROSSES = frozenset(("crossed",))
_YIELDS = frozenset(("surrendered", "capitulated"))
_BEATS = frozenset(("defeated", "routed"))
_BURNS = frozenset(("burned", "burnt", "sacked", "looted", "razed"))
_LAUNCHES = frozenset(("launched", "mounted"))
_DOWNS = frozenset(("downed",))
_CRUSHES, _INVADES = frozenset(("crushed",)), frozenset(("invading",))
OUTCOMES = _DOWNS | _DRIVES | _CROSSES | _YIELDS | _BEATS | _BURNS | _LAUNCHES | _CRUSHES | _INVADES
_FIGHTERS = frozenset(("forces", "troops", "army", "rebels", "militia", "militias", "militiamen", "fighters"))
_FOUGHT = EventType("Battles", "Armed clash", "ASSAULT", None, 1)
_SHOT_DOWN = EventType("Explosions/Remote violence", "Air/drone strike", "ASSAULT", "aerial", 1)
_AIRCRAFT = words("aircraft")
_BURNT = EventType("Violence against civilians", "Attack", "ASSAULT", None, 1)
_BE = frozenset(("was", "were", "been"))
_FROM = frozenset(("from", "of"))
_WHERE = frozenset(("at", "near", "outside", "off"))
_BORDERS = frozenset(("border", "frontier"))
_GARRISONS = frozenset(("garrison", "army", "division", "brigade", "regiment", "fleet", "defenders"))
_LOOSE = frozenset(("had", "then", "finally", "itself", "also", "soon", "later"))
_REACH = 7  # tokens between a verb and its place


def outcome_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the verbs of a sentence that tell how a fight ended."""
    if OUTCOMES.isdisjoint(sentence.words):
        return
    tokens = sentence.tokens
    for i in sentence.places(OUTCOMES):
        word = tokens[i].lower
        kind = _FOUGHT
        if word in _DRIVES:
            is_told = _is_driven(tokens, i)
        elif word in _CROSSES:
            is_told = is_armed(tokens, i) and any(t.lower in _BORDERS for t in tokens[i + 1 : i + 4])
        elif word in _YIELDS:
            is_told = _is_yielded(tokens, i)
        elif word in _BEATS:
            is_told = _is_there(tokens, i)
        elif word in _LAUNCHES:
            is_told = _is_operation(tokens, i)
        elif word in _DOWNS:
            is_told, kind = _is_aircraft(tokens, i), _SHOT_DOWN
        elif word in _CRUSHES:  # "loyalists crushed rival forces"
            is_told = any(t.lower in _FIGHTERS for t in tokens[i + 1 : i + _REACH])
        elif word in _INVADES:  # "After invading Norland in June"
            is_told = i > 0 and tokens[i - 1].lower == "after" and is_place_at(tokens, i + 1)
        else:
            is_told, kind = _is_burnt(tokens, i), _BURNT
        if is_told:
            yield Trigger(Span(tokens[i].start, tokens[i].end), i, i, True, kind)


def _is_operation(tokens: Sequence[Token], at: int) -> bool:
    """Whether an operation with a name is launched: "the army launched Operation Sorrel"."""
    after = tokens[at + 1 : at + 3]
    return len(after) > 1 and after[0].text == "Operation" and after[1].text[:1].isupper()


def _is_aircraft(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is downed is an aircraft, as an object or as the subject of a passive."""
    is_passive = at > 0 and tokens[at - 1].lower in _BE
    near = tokens[max(0, at - _REACH) : at] if is_passive else tokens[at + 1 : at + _REACH]
    return any(t.lower in _AIRCRAFT for t in near)


def _is_driven(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody is driven out of a place."""
    end = min(at + 1 + _REACH, len(tokens))
    out = next((i for i in range(at + 1, end) if tokens[i].lower in _FROM), None)
    if out is None or (tokens[out].lower == "of" and tokens[out - 1].lower != "out"):
        return False
    is_fought = tokens[at - 1].lower in _BE if tokens[at].lower == "driven" else is_armed(tokens, at)
    return is_fought and is_place_at(tokens, out + 1)


def _is_yielded(tokens: Sequence[Token], at: int) -> bool:
    """Whether a place or those who hold it surrender."""
    end = at
    while end > 0 and tokens[end - 1].lower in _LOOSE:
        end -= 1
    if not end:
        return False
    head = tokens[end - 1]
    if end > 2 and tokens[end - 2].lower == "of":  # "the garrison of Osk"
        head = tokens[end - 3]
    return head.lower in _GARRISONS or is_ground(head)


def _is_there(tokens: Sequence[Token], at: int) -> bool:
    """Whether an army is beaten at a place."""
    end = min(at + 1 + _REACH, len(tokens) - 1)
    where = next((i for i in range(at + 1, end) if tokens[i].lower in _WHERE), None)
    if where is None or not tokens[where + 1].text[:1].isupper():
        return False
    is_passive = tokens[at - 1].lower in _BE
    return has_armed(tokens[max(0, at - _REACH) : at] if is_passive else tokens[at + 1 : where])


def _is_burnt(tokens: Sequence[Token], at: int) -> bool:
    """Whether a place is burnt or plundered by armed people."""
    end = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower in ("down", "and"))
    if at and tokens[at - 1].lower in _BE:
        before = tokens[at - 2] if at > 1 else None
        before = tokens[at - 3] if before is not None and before.lower == "had" and at > 2 else before
        is_by = end < len(tokens) and tokens[end].lower == "by" and has_armed(tokens[end : end + _REACH])
        return is_by and before is not None and (before.text[:1].isupper() or is_ground(before))
    if is_of_which(tokens, at):
        return True  # "Osk, which the knights had sacked on 9 May"
    return (has_ground(tokens, end) or is_place_at(tokens, end)) and is_armed(tokens, at)

"""Places that are taken or entered: "insurgents took the village of X", "troops moved into X".

"Took" and "entered" are too common to be words for an event; with armed people for subject and a place for
object they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.others.happenings.armed_people import has_armed, is_armed
from tasks.events.others.happenings.at_sea import AT_SEA, sea_triggers
from tasks.events.others.happenings.attempts import ATTEMPTS, attempt_triggers
from tasks.events.others.happenings.captures import has_ground, is_ground, is_place_at
from tasks.events.others.happenings.crowd_deeds import CROWD_DEEDS, crowd_triggers
from tasks.events.others.happenings.incident_nouns import INCIDENTS, incident_triggers
from tasks.events.others.happenings.outcomes import OUTCOMES, outcome_triggers
from tasks.events.others.happenings.ship_actions import SHIP_ACTIONS, action_triggers
from tasks.events.others.happenings.ships_fight import SHIPS_FIGHT, ship_triggers
from tasks.events.others.happenings.strikes import MONTH_OR_DAY, STRIKES, strike_triggers
from tasks.events.others.happenings.taken_away import TAKES_AWAY, taken_away
from tasks.events.triggers import EventType, Trigger, violent_triggers
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token
from tasks.model.memo import remembered
from tasks.model.span import Span

_TAKING = EventType("Battles", "Armed clash", "ASSAULT", None, 1)
_TOOK, _TAKEN = frozenset(("took", "take", "taking")), frozenset(("taken",))
_ENTERS = frozenset(("entered", "marched", "moved", "advanced", "pushed", "crossed", "entering"))
_INTO = frozenset(("into",))
_STRIKES = frozenset(("struck", "hit", "pounded"))  # by what flies or is fired
_MACHINES = (words("machine") | words("machine_alone")) - {"car", "cars", "truck", "trucks", "bus"}
_FALLS = frozenset(("fell", "fallen"))
_CHANGED = ("changed", "hands")
_SENT = frozenset(("sent",))  # "had sent his troops against Osk"
_AGAINST = frozenset(("against", "into"))
_VERBS = _TOOK | _TAKEN | _ENTERS | _STRIKES | _FALLS | STRIKES | {"lost", "changed"}
_WORDS = (
    _VERBS
    | INCIDENTS
    | AT_SEA
    | OUTCOMES
    | ATTEMPTS
    | _SENT
    | TAKES_AWAY
    | SHIPS_FIGHT
    | SHIP_ACTIONS
    | CROWD_DEEDS
)
_BEHIND_PLACE = frozenset(
    (
        "on",
        "in",
        "after",
        "from",
        "without",
        "and",
        "during",
        "before",
        "by",
        "for",
        "following",
        ",",
        ".",
        "",
    )
)
_BE = frozenset(("was", "were", "been"))
_NO_PLACE = frozenset(
    ("he", "she", "it", "they", "this", "that", "who", "which", "these", "those", "none", "some", "many")
)
_SUBJECT = 6  # tokens before a verb in which its subject stands
_OBJECT = 6  # tokens of a place


@remembered
def with_moves(sentence: Sentence) -> tuple[Trigger, ...]:
    """Return the violent triggers of a sentence with the words that say that a place was taken or entered."""
    told = violent_triggers(sentence)
    if _WORDS.isdisjoint(sentence.words):
        return told
    places = {i for t in told for i in range(t.first, t.last + 1)}
    moves = [*_moves(sentence), *sea_triggers(sentence), *outcome_triggers(sentence)]
    moves += [*incident_triggers(sentence), *attempt_triggers(sentence), *taken_away(sentence)]
    moves = [m for m in moves if m.first not in places]
    taken = places | {i for m in moves for i in range(m.first, m.last + 1)}
    more = [*ship_triggers(sentence), *crowd_triggers(sentence)]
    moves += [m for m in more if taken.isdisjoint(range(m.first, m.last + 1))]
    told, actions = _with_actions(told, action_triggers(sentence))
    moves += actions
    return tuple(sorted([*told, *moves], key=lambda t: t.first)) if moves else told


def _with_actions(
    told: Sequence[Trigger], actions: Iterator[Trigger]
) -> tuple[tuple[Trigger, ...], list[Trigger]]:
    """Return triggers without those that stand in what a ship did ("made an attack on"), and that."""
    found = list(actions)
    inside = {i for t in found for i in range(t.first, t.last + 1)}
    return tuple(t for t in told if not inside or t.first not in inside), found


def _moves(sentence: Sentence) -> Iterator[Trigger]:
    tokens = sentence.tokens
    for i in sentence.places(_VERBS | _SENT):
        word = tokens[i].lower
        last = i + (i + 1 < len(tokens) and tokens[i + 1].lower in ("back", "into", "over"))
        if word == "changed":
            last, is_told = i + 1, _is_change_of_hands(sentence, i)
        elif word in STRIKES:
            yield from strike_triggers(sentence, i)
            continue
        elif word in _TAKEN:
            is_told = _is_taken_place(tokens, i, last) or (
                tokens[i - 1].lower in _BE and _is_place_of_day(tokens, i - 1, i)
            )
        elif word in _FALLS:
            is_told = _is_place_of_day(tokens, i, i)  # "fell to" is told by itself
        elif word == "lost":
            last += last == i and tokens[min(i + 1, len(tokens) - 1)].lower == "to"
            is_told = last > i and _is_taken_place(tokens, i, i)
        elif word in _STRIKES:
            is_flown = any(t.lower in _MACHINES for t in tokens[max(0, i - _OBJECT) : i])
            is_told = is_flown or (is_place_at(tokens, i + 1) and is_armed(tokens, i))  # "raiders struck Osk"
            is_told = is_told and not _is_noun(tokens, i)
        elif word in _TOOK:
            is_place = has_ground(tokens, last + 1) or _is_named_place(tokens, last + 1)
            is_told = is_place and (is_armed(tokens, i) or tokens[i - 1].lower == "they")
        elif word in _SENT:
            is_told = _is_sent(tokens, i)
        elif word == "entered":
            is_told = is_place_at(tokens, last + 1) and is_armed(tokens, i)
        else:
            is_told = tokens[last].lower in _INTO and is_place_at(tokens, last + 1) and is_armed(tokens, i)
        if is_told:
            yield Trigger(Span(tokens[i].start, tokens[last].end), i, last, True, _TAKING)


def _is_sent(tokens: Sequence[Token], at: int) -> bool:
    """Whether armed people were sent against a place or into it: "had sent his troops against Osk"."""
    near = range(at + 2, min(at + 1 + _OBJECT, len(tokens) - 1))
    end = next((i for i in near if tokens[i].lower in _AGAINST), None)
    return end is not None and has_armed(tokens[at + 1 : end]) and is_place_at(tokens, end + 1)


def _is_taken_place(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a place was taken by armed people: "Osk was taken back by Norland troops"."""
    if not at or tokens[at - 1].lower not in _BE or last + 2 >= len(tokens):
        return False
    if tokens[last + 1].lower not in ("by", "to"):
        return False
    before = tokens[at - 2] if at > 1 else None
    before = tokens[at - 3] if before is not None and before.lower in ("had", "has") and at > 2 else before
    agent = tokens[last + 2 : last + 2 + _SUBJECT]
    if before is not None and before.lower == "which" and _is_name(agent):
        return _is_told_of_place(tokens, at)
    is_over = last > at and before is not None and before.lower in _TOWNS and _is_name(agent)
    if not (is_over or has_armed(agent)):  # "the town was taken over by the Northern Front"
        return False
    return before is not None and (before.text[:1].isupper() or is_ground(before))


def _is_told_of_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether what "which had been taken by" is told of is a name: "Osk, which had been taken by Norland"."""
    which = next(i for i in range(at, -1, -1) if tokens[i].lower == "which")
    return which > 1 and tokens[which - 1].text == "," and tokens[which - 2].text[:1].isupper()


def _is_place_of_day(tokens: Sequence[Token], end: int, verb: int) -> bool:
    """Whether a place fell or was taken on a day or in a month: "Osk fell on 9 May".

    Nobody who "was taken on 9 May to" somewhere is a place; a name of two words may be a person's.
    """
    if end < 1 or verb + 2 >= len(tokens):
        return False
    if not (_opens_with_day(tokens, end, verb) or _has_day(tokens, verb)):
        return False
    if any(t.lower == "to" for t in tokens[verb + 3 : verb + 6]):
        return False
    end -= tokens[end - 1].lower in ("had", "has", "finally", "also", "itself")
    if end > 2 and tokens[end - 1].lower == "which" and tokens[end - 2].text == ",":
        end -= 2  # "Osk, which fell on 9 May"
    name = tokens[end - 1] if end else None
    if name is None or name.kind != "word":
        return False
    is_alone = end < 2 or not tokens[end - 2].text[:1].isupper()
    return is_ground(name) or (name.text[:1].isupper() and is_alone and name.lower not in _NO_PLACE)


def _has_day(tokens: Sequence[Token], verb: int) -> bool:
    is_dated = tokens[verb + 1].lower in ("on", "in")
    return is_dated and MONTH_OR_DAY.fullmatch(tokens[verb + 2].text) is not None


def _opens_with_day(tokens: Sequence[Token], end: int, verb: int) -> bool:
    """Whether a sentence opens with a day, and a place and a verb follow: "On 9 May Osk fell,"."""
    if tokens[0].lower not in ("on", "in") or end > _OPENING or tokens[verb + 1].text not in (",", ".", ";"):
        return False
    return any(MONTH_OR_DAY.fullmatch(t.text) for t in tokens[1:3])


_OPENING = 6  # tokens of "On 9 May 1988, Osk"
_TOWNS = frozenset(("town", "city", "village", "district", "area", "region", "province", "port", "base"))
_MAX_NAME = 3  # tokens of a place's name


def _is_name(tokens: Sequence[Token]) -> bool:
    """Whether a name stands first, behind "the" or not."""
    first = tokens[1:2] if tokens and tokens[0].lower == "the" else tokens[:1]
    return bool(first) and first[0].text[:1].isupper()


def _is_named_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name alone stands there: "took Osk on 5 April", not "took Ada Quist prisoner"."""
    end = at
    while end < len(tokens) and end - at < _MAX_NAME and tokens[end].text[:1].isupper():
        end += 1
    after = tokens[end].lower if end < len(tokens) else ""
    return end > at and after in _BEHIND_PLACE


def _is_change_of_hands(sentence: Sentence, at: int) -> bool:
    """Whether a place "changed hands": "Osk changed hands again in 2013", "the town changed hands twice"."""
    tokens = sentence.tokens
    after = sentence.lower[at + 2] if at + 2 < len(tokens) else ""
    if sentence.lower[at : at + 2] != _CHANGED or after == "with":
        return False
    end = at - (at > 1 and tokens[at - 1].lower in ("had", "has", "also", "later"))
    return end > 0 and (is_ground(tokens[end - 1]) or tokens[end - 1].text[:1].isupper())


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether "hit" is passive or an infinitive here."""
    return tokens[at - 1].lower in (_BE | {"a", "the", "to", "be", "is", "are"})

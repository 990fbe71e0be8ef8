"""Whether a verb beside a date tells of an event of its own: what was taken has to be a place.

"The town was captured by rebels", "X fell to rebels", "took control of X" where something happens in X;
soldiers, ships and companies are captured and taken over as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from tasks.actors.known.name_words import heads
from tasks.events.others.happenings.armed_people import has_armed
from tasks.events.others.happenings.attempts import ATTEMPTS
from tasks.events.others.happenings.captures import (
    CONTROL,
    EXPELS,
    TAKES,
    is_driven_out,
    is_ground,
    is_place_taken,
)
from tasks.events.others.happenings.ships_fight import is_ship_taken
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document, Sentence, Token
from tasks.model.event import EventRule

_TAKEN = words("taken")
_RETAKES = CONTROL | {"recaptured", "retook"}
_OVERRUNS = frozenset(("overran", "overrun"))
_TAKES_OR_PLUNDERS = TAKES | words("plunders")
_PLACE = r"(?:town|city|village|port|island|base|airport|district|capital|highway)"
_NAME_NEXT = late_pattern(rf" (?:the (?:\w+ ){{0,3}}{_PLACE} of )?(?:a[a-z]{{1,2}}-)?[A-ZÀ-Þ]")
_PLACE_NEXT = late_pattern(rf" the (?:\w+ )?{_PLACE}\b| (?:a )?parts? of the | it\b")
_MOST_NEXT = late_pattern(
    r" (?:much|most|all|half|(?:large )?(?:parts?|areas|swathes)) of (?:the )?"
    r"(?:(?:north|south|east|west|centr)\w* )?[A-ZÀ-Þ]"
)
_OF_LAND = late_pattern(r"\b(?:in|across|from|through|of|into|within|the|over) \Z")
_WAS_TAKEN = late_pattern(rf"\b(?:[Tt]he {_PLACE}|it) (?:was|had been|were) (?:not )?(?:\w+ly )?$")
_BE_TAKEN = late_pattern(r"\b(?:was|were) (?:\w+ly )?$")
_NAME_TAKEN = late_pattern(
    r"\b([A-ZÀ-Þ][\w'’-]+)(?: itself|, (?:the|an?) [^,.;]{1,60},)? (?:was|had been) (?:not )?(?:\w+ly )?$"
)
_FALLEN = late_pattern(
    rf"(?:\b[Ii]t|\b[Tt]he (?:\w+ )?{_PLACE}|(?P<name>(?:\bal-)?\b[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*))"
    r" (?:(?:finally|eventually|quickly|soon|had|also|later) ){0,2}$"
)
_IN_PLACE = late_pattern(rf"\b(?:in|near|at|{_PLACE} of) ((?:al-)?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)")
_NAME_OF = late_pattern(r" ((?:al-)?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)")
_STOOD = (",", " and ", " from ")
_ITS_DAY = (", on ", ", in ")
_TAKEN_PLACE = TAKES - CONTROL
_OF_NAME = CONTROL | {"retaken", "overrun"}
_FALLS = frozenset(("fell to", "fallen to", "fell under", "fall to"))
_ONE_OF_MANY = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "next", "last", "latest"))
_RULES = frozenset(("power", "control", "command", "rule", "authority"))  # what falls to an army, too
_FORCES = ("armed_group", "military")
_TO_WHOM = 5  # tokens of those to whom a place fell
_FELL_UNDER = late_pattern(r" (?:the )?(?:occupation|control)\b")


def tells(document: Document, sentence: Sentence, trigger: Trigger, *, has_toll: bool) -> bool:
    """Return whether a verb tells of an event; some do only where dead are counted (`has_toll`)."""
    told = trigger.span.of(document.text).lower()
    if told in ("died", "dead"):
        return False
    if told in EXPELS:
        return is_driven_out(sentence, trigger)
    if _takes(document, sentence, trigger, told):
        return True
    if told in _FALLS:  # "the town fell to rebels", not "he fell to the ground"
        return _falls(document, sentence, trigger, told)
    if told in _TAKEN_PLACE:
        before = document.text[max(0, trigger.span.start - 90) : trigger.span.start]
        if _stood(document, trigger, before):
            return False
        if _WAS_TAKEN.search(before) or _is_place_taken(document, trigger, before):
            return True  # "the town was captured by rebels"
    if told in _RETAKES and _PLACE_NEXT.match(document.text, trigger.span.end):
        return True
    named = _NAME_OF.match(document.text, trigger.span.end)
    if told in CONTROL and named is not None and not _is_place(document, named[1]):
        return False  # "took control of Heron Airlines"
    if told in _OF_NAME and not _NAME_NEXT.match(document.text, trigger.span.end):
        return False
    if told in TAKES and _NAME_NEXT.match(document.text, trigger.span.end):
        return told.endswith("ing") or not _describes_land(document, trigger)
    return has_toll if told in _TAKEN or trigger.type.weight == 0 else True


def _falls(document: Document, sentence: Sentence, trigger: Trigger, told: str) -> bool:
    """Whether it is a place that falls, and to whom it may."""
    if told == "fall to":
        return _is_one_to_fall(sentence, trigger)
    is_other = told == "fell under" and not _FELL_UNDER.match(document.text, trigger.span.end)
    return not is_other and (_falls_to_armed(sentence, trigger) or _has_fallen(document, trigger))


def _describes_land(document: Document, trigger: Trigger) -> bool:
    """Whether a participle only describes what stands behind it: "the march across occupied Norland"."""
    start = trigger.span.start
    return _OF_LAND.search(document.text, max(0, start - 12), start) is not None


def _takes(document: Document, sentence: Sentence, trigger: Trigger, told: str) -> bool:
    """Whether a place or ship is taken, or a place plundered or overrun; only a place "was retaken by"."""
    start = trigger.span.start
    if told == "retaken" and _BE_TAKEN.search(document.text, max(0, start - 12), start):
        return True
    if told in _TAKEN and is_ship_taken(sentence, trigger):
        return True
    if told in TAKES and _is_overrun(document, trigger, told):
        return True
    return told in _TAKES_OR_PLUNDERS and is_place_taken(sentence, trigger)


def _stood(document: Document, trigger: Trigger, before: str) -> bool:
    """Whether words tell how things stood: "half of it had been retaken, and", not "retaken, on 9 May"."""
    end = trigger.span.end
    is_perfect = before.endswith("had been ") and document.text.startswith(_STOOD, end)
    return is_perfect and not document.text.startswith(_ITS_DAY, end)


def _is_place_taken(document: Document, trigger: Trigger, before: str) -> bool:
    """Whether what "was captured by" somebody is a place: elsewhere something happens in it or near it."""
    named = _NAME_TAKEN.search(before)
    is_by = document.text.startswith((" by ", " on ", " in ", ", on ", ", in "), trigger.span.end)
    return named is not None and is_by and _is_place(document, named[1])


def _is_overrun(document: Document, trigger: Trigger, told: str) -> bool:
    """Whether a place with a name, or most of a land, is overrun: nobody but a place is."""
    if told not in _OVERRUNS:
        return False
    before = document.text[max(0, trigger.span.start - 40) : trigger.span.start]
    if _stood(document, trigger, before):
        return False
    return bool(_NAME_TAKEN.search(before) or _MOST_NEXT.match(document.text, trigger.span.end))


def _falls_to_armed(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a place fell to armed people: "Osk fell to separatist forces"; no throne falls to a general."""
    whom = sentence.tokens[trigger.last + 1 : trigger.last + _TO_WHOM]
    if not trigger.first or not (has_armed(whom) or _names_force(whom)):
        return False
    before = sentence.tokens[trigger.first - 1]
    if before.lower in _RULES:
        return False
    return before.text == "," or before.text[:1].isupper() or is_ground(before)


def _names_force(tokens: Sequence[Token]) -> bool:
    """Whether a name is that of a force by its noun: "the Sorrel Front", "the Karvel Army"."""
    return any(t.text[:1].isupper() and heads().get(t.lower) in _FORCES for t in tokens)


def _is_one_to_fall(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a place was one of those that fell: "became the first city to fall to the X Front"."""
    before = sentence.tokens[max(0, trigger.first - _TO_WHOM) : trigger.first]
    is_place = len(before) > 1 and before[-1].lower == "to" and is_ground(before[-2])
    return is_place and not _ONE_OF_MANY.isdisjoint(t.lower for t in before)


def _has_fallen(document: Document, trigger: Trigger) -> bool:
    """Whether what fell is a place: "it", "the town", or a name in which something happens."""
    found = _FALLEN.search(document.text[max(0, trigger.span.start - 60) : trigger.span.start])
    return found is not None and (found["name"] is None or _is_place(document, found["name"]))


def _is_place(document: Document, name: str) -> bool:
    return name in _places_told(document.text)


@lru_cache(maxsize=1)  # of the article at hand
def _places_told(text: str) -> frozenset[str]:
    """Return the names in, at or near which an article says that something is, and their first words."""
    names = _IN_PLACE.findall(text)
    return frozenset(names) | {name.split()[0] for name in names}


def verb_rule(document: Document, trigger: Trigger, *, has_toll: bool) -> EventRule:
    """Return by which construction a verb tells of an event: by what was done, or by the dead beside it."""
    told = trigger.span.of(document.text).lower()
    first, _, rest = told.partition(" ")
    rule = _RULES_OF_VERBS.get(told) or (_RULES_OF_VERBS.get(first) if rest in _ADVERBS else None)
    return rule or ("verb_with_toll" if has_toll else "verb")


_ADVERBS = frozenset(("", "back", "into", "over", "to", "hands"))  # "took back", but not "took power"
_RULES_OF_VERBS: Mapping[str, EventRule] = {
    **dict.fromkeys(TAKES | EXPELS | _FALLS, "place_taken"),
    **dict.fromkeys(
        ("took", "take", "taking", "taken", "fell", "fall", "fallen", "lost to", "changed"), "place_taken"
    ),
    **dict.fromkeys(("entered", "entering", "marched", "moved", "advanced", "pushed"), "place_entered"),
    **dict.fromkeys(("came ashore", "went ashore", "gone ashore", "coming ashore"), "place_entered"),
    **dict.fromkeys(("crossed", "landed", "sent", "invading", "invaded"), "place_entered"),
    **dict.fromkeys(("drove", "driven", "surrendered", "capitulated", "defeated", "routed"), "beaten"),
    **dict.fromkeys(("crushed",), "beaten"),
    **dict.fromkeys(("burned", "burnt", "razed", *words("plunders")), "burnt"),
    **dict.fromkeys(("sank", "sunk", "wrecked", "scuttled", "downed"), "sent_down"),
    **dict.fromkeys(ATTEMPTS, "attempt"),
    "died": "died",
}

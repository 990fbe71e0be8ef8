"""Which figures of an event may state its toll as a whole, and whether the dead of both sides make it."""

from __future__ import annotations

import re

from tasks.events.sections import is_apart, is_before
from tasks.events.tolls.answered import without_answers
from tasks.events.tolls.beyond import is_beyond, is_of_a_year
from tasks.events.tolls.told_figure import ToldFigure
from tasks.lexicons.deeds import deed, deeds, one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX, LEAD
from tasks.model.event import Event

_SHORT_DAYS = 6  # between its first day and its last
LONG = 150  # sentences from which on an article counts the dead of single fights
_OF_LOSSES = re.compile(r"\b(?:casualt|loss|toll|result|aftermath|fatalit)", re.IGNORECASE)
_LOSSES_OF_SOME = re.compile(  # "Norland military losses", "Losses of the rebels", not "Total casualties"
    r"^(?!(?:Total|Overall|Human|Known|Confirmed|Estimated|Combined|Final|Number|Death|The)\b)"
    r"[\w'’ -]+ (?:casualties|losses|fatalities|death toll)$"
    r"|^(?:Casualties|Losses|Fatalities) (?:of|among|to) ",
    re.IGNORECASE,
)
# Who raids or storms a place meets those who hold it.
_HELD_BY_MANY = (
    "assault",
    "blitz",
    "commando",
    "foray",
    "incursion",
    "onslaught",
    "raid",
    "rout",
    "sack",
    "storming",
)
_ONE_SIDED = late_pattern(
    rf"\b{one_of(w for w in deeds('attack') - deeds('days') if not w.startswith(_HELD_BY_MANY))}\b",
    re.IGNORECASE,
)
_CAUSED = re.compile(
    r"\b(?:hostilities|fighting|battle|rebellion|uprising|offensive|operation|campaign|conflict|siege)\b"
    r"[^.,;]{0,30}\b(?:caused|claimed|cost|left|resulted in)\b[^.,;]{0,20}$",
    re.IGNORECASE,
)
_IN_THE = re.compile(
    r"\b(?:killed|died|dead|injured|wounded|lives|casualties)\b[^.,;]{0,20}\b(?:in|during) the "
    rf"(?P<event>{deed('days')}|{deed('fight')}|{deed('rising')}|offensive|campaign|operation|takeover)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(  # "The official report admitted", "Estimates lie between"
    r"\b(?:reports?|sources|figures|statistics|records|estimates?|inquiry|commission|counts?|accounts)\b"
    r"[^.;:]{0,40}\b(?:admit(?:s|ted)?|g[ai]ves?|puts?|count(?:s|ed)|list(?:s|ed)|record(?:s|ed)|lie|range[sd]?|"
    r"sp[eo][ao]ke?)\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
_OF_YEARS = re.compile(  # what a conflict cost in the years around
    r"\b(?:between|from|period(?: of| from)?|during) (?:1\d{3}|20\d\d)(?: ?[–-] ?| and | to )"
    r"(?:1\d{3}|20\d\d)\b"
    r"|\b(?:1\d|20)\d\d saw\b|\bworldwide\b"
    r"|\b(?:in|over|during) the (?:whole|entire|course)(?: of)?(?: the)?(?: year)?(?: of)? (?:1\d|20)\d\d\b"
    r"|\b(?:in all of|throughout) (?:1\d|20)\d\d\b|\b(?:over|in|during) the whole year\b"
)
_MONTH_ALONE = re.compile(  # what a month or a year cost: "29 people were killed in August alone"
    r"\b(?:(?:1\d|20)\d\d|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October)"
    r" alone\b"
)
_OF_DECADE = re.compile(r"[^.,;]{0,30}\b(?:in|during) (?:the )?(?:1\d|20)\d0['’]?s\b")  # another time
_OF_PERSON = late_pattern(rf"\b{deed('person', 'one')} of\b", re.IGNORECASE)
_MURDER_OF = late_pattern(  # "after the murder of X" in an article on something else
    rf"\b{deed('person')} of (?:[\w-]+ ){{0,3}}$", re.IGNORECASE
)
_CAUSE = late_pattern(  # what an attack answered was no loss of it
    r"\b(?:due to|because of|(?:reprisals?|retaliation|revenge|retribution|response|punishment) (?:for|to)|"
    r"avenge|avenging|follow(?:s|ed|ing)|prompted by|triggered by|in answer to) (?:the |an? )?"
    rf"(?:[\w-]+ ){{0,2}}(?:{deed('attack')}|deaths?) "
    r"(?:[^.;,]|,(?= (?:in |during )?(?:which|who|when|where|killing)\b)){0,60}$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:early|mid|late|beginning|start|middle|end|spring|summer|autumn|fall|winter)\b", re.IGNORECASE
)
_EXECUTED = re.compile(r"\b(?:executed|hanged|guillotined)\b")
_KILLED_IN = re.compile(r"[^.,;:()]{0,30}\b(?:in|during) (?:the )?(?P<event>[A-ZÀ-Þ][^.,;:()&]{2,60})")
_SEVERAL = late_pattern(rf"\b{deed('attack', 'several')}$", re.IGNORECASE)
_IN_ONE = late_pattern(  # "15 detainees were killed in the attack"
    r"[^.;:]{0,100}\b(?:killed|died|wounded|injured|dead|hurt) (?:in|by) (?:the|this|that) (?:\w+ )?"
    rf"{deed('attack', 'one')}\b"
)
_FROM_AFAR = ("Air/drone strike", "Shelling/artillery/missile attack", "Chemical weapon")


def counts_both_sides(event: Event) -> bool:
    """Whether dead fighters count: in a battle or a strike from afar, not in an attack fought off."""
    is_fought = event.event_type == "Battles" and not (event.is_main and _ONE_SIDED.search(event.name))
    return is_fought or event.sub_event_type in _FROM_AFAR


def is_battle(main: Event) -> bool:
    """Whether the incidents of an article's event are fights of a battle."""
    return main.event_type == "Battles" and not _ONE_SIDED.search(main.name)


def is_spell(day: str) -> bool:
    """Whether a date's words say when and not how long: "early 1974", "the summer of 1974"."""
    return _VAGUE.search(day) is not None


def of_the_whole(
    told: list[ToldFigure], event: Event, *, is_long: bool, is_vague: bool = False
) -> list[ToldFigure]:
    """Return the figures that may state the toll of all the event.

    What a section on the time before counts is no part of it, where another section counts.  Of a battle
    of more than a week, or one told at length, the toll is what infobox, lead and sections about losses
    say, what "the fighting caused", and totals; other numbers are those of its days and places.
    A date that `is_vague` is one of no long event.
    """
    counted = [t for t in told if t.figure.property in ("killed", "injured") and not is_before(t.section)]
    told = [t for t in told if not is_of_a_year(t)]
    if event.is_main:
        told = [t for t in told if not (_OF_YEARS.search(t.words) or _is_of_decade(t))]
    if event.is_main:
        told = [t for t in told if not ("alone" in t.words and _MONTH_ALONE.search(t.words))]
    if event.is_main:
        told = [t for t in told if not (_CAUSE.search(_before(t)) or _is_punished(t))]
    if event.is_main and not _OF_PERSON.search(event.name):
        told = [t for t in told if not (t.figure.is_named and _MURDER_OF.search(_before(t)))]
    if event.is_main:
        told = without_answers([t for t in told if not is_beyond(t, event)], event)
        told = _of_several(_of_field(told, event), event)
    if event.is_main and counted:
        told = [t for t in told if not is_before(t.section)]
    if event.is_main and is_battle(event):
        told = [t for t in told if not t.figure.is_named]  # a general's death is no toll of a battle
    day = event.date
    if event.event_type != "Battles" or day is None or day.start is None or day.end is None:
        return told
    losses = _loss_sections(told)
    is_when = not event.is_main and (is_vague or (day.prec >= 4 and "/" not in day.edtf))  # and not how long
    if is_when or ((day.end - day.start).days <= _SHORT_DAYS and not (is_long and event.is_main)):
        return told
    whole = [
        t
        for t in told
        if t.section in (INFOBOX, LEAD)
        or t.figure.is_cumulative
        or t.section in losses
        or _tells_whole(t, event)
    ]
    if any(t.figure.property == "killed" for t in whole):
        return whole
    return whole + [t for t in told if _CAUSED.search(t.words[: t.figure.number.start - t.offset])]


def _loss_sections(told: list[ToldFigure]) -> frozenset[str]:
    """Return the headings under which the losses of a whole fight stand.

    Where several such headings each name whose losses they count ("Civilian losses", "Norland military
    losses"), each counts a part.
    """
    sections = {t.section for t in told if _OF_LOSSES.search(t.section)}
    parts = {section for section in sections if _LOSSES_OF_SOME.search(section)}
    return frozenset(sections - parts if len(parts) > 1 else sections)


def _of_several(told: list[ToldFigure], event: Event) -> list[ToldFigure]:
    """Leave out what the account counts of one of several attacks, where the head counts all of them."""
    if _SEVERAL.search(event.name) is None:
        return told
    head = {t.figure.property for t in told if t.section in (INFOBOX, LEAD)}
    return [
        t
        for t in told
        if t.section in (INFOBOX, LEAD)
        or t.figure.property not in head
        or not _IN_ONE.match(t.words, t.figure.number.end - t.offset)
    ]


def _of_field(told: list[ToldFigure], event: Event) -> list[ToldFigure]:
    """Leave out what a field counts of other events beside this one: "9 killed in X massacre, 3 in riots"."""
    own = [t for t in told if t.section == INFOBOX and _is_named_behind(t, event)]
    fields = {t.sentence for t in own}
    return [t for t in told if t in own or t.section != INFOBOX or t.sentence not in fields]


def _is_named_behind(told: ToldFigure, event: Event) -> bool:
    found = _KILLED_IN.match(told.words, told.figure.number.end - told.offset)
    return found is not None and found["event"].casefold() in event.name.casefold()


def _is_punished(told: ToldFigure) -> bool:
    """Whether a section on what came after tells of an execution: the culprits are none of the dead."""
    return is_apart(told.section) and _EXECUTED.search(told.words) is not None


def _before(told: ToldFigure) -> str:
    return told.words[: told.figure.number.start - told.offset]


def _is_of_decade(told: ToldFigure) -> bool:
    return _OF_DECADE.match(told.words, told.figure.number.end - told.offset) is not None


def _tells_whole(told: ToldFigure, event: Event) -> bool:
    """Whether a figure is said to be of all the event: "died in the siege", "the report admitted"."""
    if told.figure.victim is None and told.population == "all" and _COUNTED.search(_before(told)):
        return True
    found = _IN_THE.search(told.words, told.figure.number.end - told.offset)
    if found is None:
        return False
    noun, name = found["event"].lower(), event.name.lower()
    return noun in name or (noun == "takeover" and "coup" in name)

"""Words beside a date that are no incident of it: wounded who are fetched, what had happened to a house.

- cared for: "peacekeepers evacuated 38 wounded on 24 January"
- aside: "reopened its clinic, which had been looted, in March"
- animals: "executing livestock", "killed two horses"
- search: "police raided some forty houses", where nobody is hurt
- its year: "part of the insurgency in Hale, which began in 2017", a whole war of which the year alone is told
- when war came: "When war with X began, she was on patrol from 8 to 26 May": the date is of the patrol
- counted: "It was the third attack that month" is said of the attack that was told before
- said again: "for the shelling of 15 August" of a court, years after that shelling was told
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.candidate import Candidate
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence

_BEFALLEN = frozenset(("wounded", "injured", "dead"))
_CARES = words("cares")
_BEFORE = 5  # tokens
_RAIDS = frozenset(("raided", "searched", "raids", "searches"))
_POLICE = words("searcher")
_HOMES = words("searched_place")
_NEXT = 6  # tokens
_ANIMALS = frozenset(
    ("livestock", "cattle", "animals", "sheep", "goats", "horses", "dogs", "cows", "camels", "pigs")
)
_OBJECT = 2  # tokens before the noun for those killed
_LONG = words("long_event")
_YEAR_PREC = 5  # date_prec
_BEGAN = late_pattern(
    r"[^.;]{0,80}\b(?:which|that) (?:had |has )?(?:began|begun|started|broke out|broken out|erupted) in "
)
_ASIDE = late_pattern(r", (?:which|who) (?:had|has|have) (?:been |\w+ly )*$")
_THE = late_pattern(r"\bthe (?:[\w-]+ ){0,2}$")
_COUNTS = late_pattern(
    r"(?:It|This|That) (?:was|became) (?:also )?(?:the|their|its)"
    r" (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|\d+(?:st|nd|rd|th))"
    r"(?: such)?(?: [\w-]+){0,2}? (?:(?:in|of|within) )?(?:that|this|the same) (?:\w+ )?"
    r"(?:day|week|month|year|spring|summer|autumn|winter)\b"
)
_WHEN_WAR = late_pattern(
    r"(?:When|After|As|Once|Since|Although|Before) (?:the )?[^,;.]{0,60}"
    r"\b(?:began|broke out|started|ended|erupted|was over|was declared)\b[^,;.0-9]{0,30}, "
)
_DAY = "%m-%d"
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


def is_no_incident(
    document: Document, sentence: Sentence, trigger: Trigger, day: DateExpression, *, has_toll: bool
) -> bool:
    """Return whether a word beside a date tells of nothing that happened on it."""
    word = sentence.lower[trigger.last]
    if word in _BEFALLEN and not _CARES.isdisjoint(
        sentence.lower[max(0, trigger.first - _BEFORE) : trigger.first]
    ):
        return True
    if trigger.is_verb and not has_toll and _takes_animals(sentence, trigger):
        return True
    if word in _RAIDS and not has_toll:
        subject = sentence.lower[max(0, trigger.first - _BEFORE) : trigger.first]
        raided = sentence.lower[trigger.last + 1 : trigger.last + 1 + _NEXT]
        if not (_POLICE.isdisjoint(subject) or _HOMES.isdisjoint(raided)):
            return True
    if not trigger.is_verb and day.prec > 1 and counts_last(document, sentence):
        return True
    opening = (
        None if trigger.is_verb else _WHEN_WAR.match(document.text, sentence.span.start, sentence.span.end)
    )
    if opening is not None and trigger.span.end < opening.end() <= day.span.start:
        return True
    return _is_aside(document, trigger, day) or _is_war_begun(document, sentence, trigger, day)


def counts_last(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence only counts what was told before it: "It was the third attack that month"."""
    start, end = sentence.span.start, sentence.span.end
    return _COUNTS.match(document.text, start, end) is not None


def _is_war_begun(document: Document, sentence: Sentence, trigger: Trigger, day: DateExpression) -> bool:
    """Whether a date is no more than the year in which an insurgency, a war or a campaign began."""
    if trigger.is_verb or day.prec < _YEAR_PREC or sentence.lower[trigger.last] not in _LONG:
        return False
    return _BEGAN.fullmatch(document.text, trigger.span.end, day.span.start) is not None


def _is_aside(document: Document, trigger: Trigger, day: DateExpression) -> bool:
    """Whether a relative clause that ends before the date tells what had happened before."""
    if not trigger.is_verb or not document.text.startswith(",", trigger.span.end):
        return False
    begin = max(0, trigger.span.start - 40)
    is_behind = day.span.start > trigger.span.end
    return is_behind and _ASIDE.search(document.text, begin, trigger.span.start) is not None


def is_said_again(document: Document, candidate: Candidate, before: Sequence[Candidate]) -> bool:
    """Return whether "the shelling of 15 August" names no year and one of that day was told before."""
    day = candidate.date
    if day is None or day.start is None or day.prec != 1 or candidate.trigger.is_verb:
        return False
    if _YEAR.search(day.span.of(document.text)) or day.span.start < candidate.trigger.span.end:
        return False
    if document.text[candidate.trigger.span.end : day.span.start] != " of ":
        return False
    start = max(0, candidate.trigger.span.start - 30)
    if _THE.search(document.text, start, candidate.trigger.span.start) is None:
        return False
    told = (c.date for c in before)
    return any(
        d is not None
        and d.start is not None
        and d.prec == 1
        and d.start.strftime(_DAY) == day.start.strftime(_DAY)
        for d in told
    )


def _takes_animals(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether it is animals alone whom a verb has for its object."""
    for at in range(trigger.last + 1, min(trigger.last + 2 + _OBJECT, len(sentence.tokens))):
        if sentence.lower[at] in _ANIMALS:
            return sentence.lower[at + 1 : at + 2] != ("and",)
        if sentence.tokens[at].kind not in ("word", "number"):
            return False
    return False

"""Incidents without a date in a paragraph that tells days: "Two car bombs killed six soldiers", on the 8th.

A sentence that counts its own dead goes with the day that its paragraph told last, where that day is one of
a long event, or where the section tells what came before or after.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.main.when.duration import Window
from tasks.events.others.across_sentences.goes_on import is_of_whole
from tasks.events.others.days.heading_days import heading_day
from tasks.events.sections import is_after, is_before
from tasks.events.triggers import violent_triggers
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX, LEAD
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.event import EventRule
from tasks.model.figure import Figure

_REACH = 8  # sentences behind the one that tells the day
_NEAR = 30  # days from the beginning of a battle: its story goes beyond its own days
_NO_INCIDENT = late_pattern(
    r"\b(?:in total|estimated|had died|overall|altogether|in all|so far|since|until|by then|toll|"
    r"(?:each|per) (?:day|year)|died (?:of|from|in hospital)|wounds|convict\w*|sentenced|trial|court|inquiry|"
    r"memorial|commemorat\w*|perhaps|probably|speculat\w*|exaggerat\w*|"
    r"(?:first|next|previous|following|past|last) (?:\w+ )?(?:days|weeks|months|years)|would be|earlier|"
    r"another (?:day|occasion)|claim(?:s|ing)|claimed(?! that)|others?|years?|months?|weeks?|bod(?:y|ies) of|"
    r"sp(?:oke|eaks?|oken) of|verif(?:y|ied)|had (?:been )?killed|continued|information (?:about|on)|"
    r"the (?:battles?|siege|offensive|fighting|operation|war|campaign))\b",
    re.IGNORECASE,
)

_SAID_ON = late_pattern(  # the day of a statement: "The union said on 9 May"; not "a curfew was announced"
    r"(?<!was )(?<!were )\b(?:(?:said|stated|reported|announced|claimed|confirmed)(?: late| early)?"
    r"|(?:denied|dismissed|condemned|rejected) [^.;:]{1,40}) on \Z"
)


def undated_incident(
    document: Document,
    sentence: Sentence,
    by_sentence: Mapping[int, Sequence[DateExpression]],
    days: Window | None,
    figures: Sequence[Figure],
    before: Sequence[Candidate] = (),
) -> list[Candidate]:
    """Return the incident of a sentence without a date, on the day that its paragraph or heading told last.

    `before` are the events told until then.
    """
    dead = [f for f in figures if _counts(sentence, f)]
    if days is None or not dead or document.heading_of(sentence) in (LEAD, INFOBOX):
        return []
    every = violent_triggers(sentence)
    rule: EventRule
    day, rule = None, "day_told_before"
    if every and not is_of_whole(sentence):
        day = _day_told(document, sentence, by_sentence)
        if day is None:
            day, rule = heading_day(document, sentence, days), "day_of_heading"
    if day is None or not _is_of_days(document, sentence, day, days, before):
        return []
    if _NO_INCIDENT.search(sentence.span.of(document.text)):  # it takes longer than all the rest
        return []
    trigger = max(every, key=lambda t: t.type.weight)
    span = sentence.span
    return [Candidate(trimmed(document, span), day, trigger, sentence.index, (span,), rule)]


def _counts(sentence: Sentence, figure: Figure) -> bool:
    is_own = sentence.span.contains(figure.number) and figure.property in ("killed", "injured")
    is_loose = figure.is_cumulative or figure.is_negated or figure.is_additional or figure.is_named
    return is_own and not is_loose and not figure.is_subset and bool(figure.value_low)


def _day_told(
    document: Document, sentence: Sentence, by_sentence: Mapping[int, Sequence[DateExpression]]
) -> DateExpression | None:
    """Return the day that a sentence of the same paragraph tells, no other date having come since."""
    for at in range(sentence.index - 1, max(-1, sentence.index - 1 - _REACH), -1):
        before = document.sentences[at]
        if before.paragraph != sentence.paragraph:
            return None
        told = by_sentence.get(at)
        if told:
            is_day = len(told) == 1 and told[0].prec == 1 and told[0].start is not None
            is_said = _SAID_ON.search(document.text, before.span.start, told[0].span.start) is not None
            return told[0] if is_day and not is_said else None
    return None


def _is_of_days(
    document: Document, sentence: Sentence, day: DateExpression, days: Window, before: Sequence[Candidate]
) -> bool:
    """Whether a day is one of a long event or near a battle, or told in a section on the time around."""
    if day.start is None or day.end is None:
        return False
    if days.start <= day.start and day.end <= days.end:
        return days.is_long
    is_near = days.has_phases and abs((day.start - days.start).days) <= _NEAR
    if is_near and not any(c.date is not None and c.date.edtf == day.edtf for c in before):
        return True
    heading = document.heading_of(sentence)
    return (day.end < days.start and is_before(heading)) or (day.start > days.end and is_after(heading))

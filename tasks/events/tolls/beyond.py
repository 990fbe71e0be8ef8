"""Numbers of more than one event: what a conflict cost, what years saw, what happened elsewhere.

A report tells them in its background: "which has killed more than 13,000 people since 2009", "so far this
year", "died in the civil war", "Elsewhere, ...", "in further strikes".
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from tasks.events.tolls.told_figure import ToldFigure
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.months import MONTH_NAMES
from tasks.lexicons.sifted import Sifted, Signs
from tasks.model.article import INFOBOX
from tasks.model.event import Event

_SHORT = 31  # days: of what lasts longer, such numbers may be the toll
_DAY = rf"(?P<month>{'|'.join(MONTH_NAMES)})(?: (?P<day>\d{{1,2}})\b)?(?!,? \d)"
_SINCE = Sifted(
    r"\bsince (?:then\b|that time|(?:[A-Z][a-z]+ |(?:early|late|mid-?) ?)*(?:1\d|20)\d\d\b|(?:it|they|the) "
    r"(?:[\w'’-]+ ){0,3}?"
    r"(?:start|beginning|end|outbreak|fall|invasion|uprising|war|conflict|insurgency|ceasefire)\b)"
)
_SINCE_DAY = Sifted(rf"\bsince [^.;]{{0,40}}?{_DAY}")
_SPAN = Sifted(
    r"\b(?:(?:so far |earlier )?this year|last year"
    r"|(?:in|over|during|within) (?:the )?(?:past|last|previous|recent) (?:[\w-]+ )?"
    r"(?:years?|months?|weeks?|decades?)|(?:every|each|per|a) (?:year|month)|on average)\b"
)
_CONFLICT = Sifted(
    r"\b(?:in|during|by|of|from) (?:the|this|that|its|a|[A-Z][\w-]+(?:'s|’s)) (?:[\w'’-]+ ){0,4}?"
    r"(?P<noun>conflict|wars?|insurgency|rebellion|genocide|intifada|(?<=(?:-day|week|onth|year) )\w+)\b"
)
_LASTING = rf"(?:{deed('rising')}|{deed('days')}|conflict|wars?|violence|crackdown|campaign)"
_OF_CONFLICT = Sifted(  # "brings the death toll of 15 months of the uprising to"
    r"\b(?:toll|number|total)\b[^.;]{0,30}? (?:of|from|in|since|over|during) "
    r"(?:(?:[\w-]+ ){1,4}(?:months?|years?|decades?)\b"
    rf"|(?:the|this|a) (?:[\w'’-]+ ){{0,4}}?{_LASTING}\b)"
)
_CONFLICT_NAME = late_pattern(rf"\b(?:{_LASTING}|clashes|protests|riots?)\b", re.IGNORECASE)
_OF_A_YEAR = late_pattern(r"\b[Tt]he year (?:1\d|20)\d\d (?:began|closed|ended|opened|saw)\b")
_UNREST = Sifted(r"\b(?:in|during) (?:the|this) (?:unrest|violence|protests|demonstrations)\b")
_UNRESTS = ("unrest", "violen", "protest", "demonstrat", "riot", "clash", "fight", "mob")
_OTHERS = Sifted(
    r"\b[Ii]n (?:[a-z]+ )?(?:further|earlier|previous|similar|past) (?:\w+ )?"
    rf"(?:{deed('attack')}|{deed('fight')}|incidents?|protests)\b"
)
_ELSEWHERE = Sifted(  # what other operations cost
    r"\b[Ii]n (?:a |an(?:other)? |other )?(?:separate|unrelated|other) "
    rf"(?:\w+ )?(?:{deed('attack')}|{deed('fight')}|operations?|incidents?)\b"
)
_TOGETHER = Sifted(  # "the three shootings killed a total of 24": more events than the article's own
    r"\b(?:[Tt]he|[Tt]hese|[Aa]ll|[Bb]oth) "
    r"(?:(?:of )?(?:the |these )?(?:two|three|four|five|six|seven|eight|\d+) )?"
    rf"(?:[\w-]+ ){{0,2}}?{deed('attack', 'several')}\b"
    r"[^.;]{0,40}?\b(?:combined|total|together|altogether|between them|in all)\b"
)
_ANOTHER_TIME = Sifted(  # "another bombing just two weeks earlier that killed five"
    r"\b(?:another|an earlier|a previous|a similar|a second|a separate) (?:[\w-]+ ){0,3}?"
    rf"(?:{deed('attack', 'one')}|incident)"
    r"(?: (?:in|at|on|near|by) [^,.;:]{1,40}?)?,? (?:(?:only|just|some) )?"
    r"(?:(?:an?|one|two|three|four|five|six|\d{1,2}|a few|several|some) (?:hour|day|week|month|year)s?"
    r"|the (?:day|week|month|year)) (?:before|earlier|prior|previously),? (?:that|which|in which|and|when)\b"
)
_OTHER_CAUSE = late_pattern(  # "part of a week-long strike, a strike which caused 40 deaths"
    r"\b(?P<noun>strike|war|conflict|insurgency|rebellion|uprising|crackdown|unrest|epidemic|famine|riots?)"
    r",? (?:which|that) (?:[a-z]+ )?(?:caused|killed|cost|claimed|left|resulted in|led to)\b[^,;:.]{0,40}$"
)
_SEVERAL = late_pattern(rf"\b(?:{deed('attack', 'several')}|attacks|series|spree|wave)\b", re.IGNORECASE)
_OF_WORKERS = late_pattern(
    r"(?:-long|\b(?:general|national|labou?r|transport|armed|workers['’]?)) (?:[\w-]+ ){0,2}strike\b"
)
_APART = Sifted(
    r"(?:Elsewhere|Separately|Across the border|In (?:a|an) (?:separate|unrelated|similar|earlier)"
    r"|In another (?!\w+ of the))\b"
)
_OF_MORE = Signs(  # of all that is asked of the numbers of short events
    "Since then", *[p.pattern for p in (_SINCE, _SINCE_DAY, _SPAN, _CONFLICT, _UNREST, _OTHERS, _APART)]
)


def is_of_a_year(told: ToldFigure) -> bool:
    """Whether a number is told of a whole year: "The year 1974 ended with the Front killing 28 people"."""
    return "year" in told.words and _OF_A_YEAR.search(_clause(told)[0]) is not None


def is_beyond(told: ToldFigure, event: Event) -> bool:
    """Whether a number is no toll of a short event, by the words around it, unless they state the event."""
    if _ELSEWHERE.search(told.words) or _is_of_several(told, event):
        return True
    if _is_of_another(told, event):
        return True
    if told.figure.is_cumulative and _is_short(event) and _OF_CONFLICT.search(told.words):
        return _CONFLICT_NAME.search(event.name) is None
    if told.section == INFOBOX or event.evidence.contains(told.figure.number) or told.figure.is_cumulative:
        return False
    if not _is_short(event) or not _may_be_of_more(told.words):
        return False
    clause = _without_superlative(*_clause(told))
    if _APART.match(told.words) or _SINCE.search(clause) or _SPAN.search(clause) or _OTHERS.search(clause):
        return True
    name = event.name.lower()
    if _UNREST.search(clause) and not any(map(name.__contains__, _UNRESTS)):
        return True
    conflict = _CONFLICT.search(clause)
    if conflict is not None and conflict["noun"].rstrip("s") not in name:
        return True
    return told.words.startswith("Since then") or _is_since_earlier(clause, event)


def _is_of_several(told: ToldFigure, event: Event) -> bool:
    """Whether a number sums up several attacks, of which the article tells one."""
    found = _TOGETHER.search(told.words)
    return (
        found is not None
        and found.start() < told.figure.number.start - told.offset
        and _SEVERAL.search(event.name) is None
    )


def _is_of_another(told: ToldFigure, event: Event) -> bool:
    """Whether a number is of an attack told with a time of its own, or of what a clause says caused it."""
    words, start = told.words, told.figure.number.start - told.offset
    found = _ANOTHER_TIME.search(words)
    if found is not None and found.start() < start:
        return True
    if not ("which " in words or "that " in words):
        return False
    cause = _OTHER_CAUSE.search(words[:start])
    if cause is None or cause["noun"].rstrip("s") in event.name.lower():
        return False
    return cause["noun"] != "strike" or _OF_WORKERS.search(words) is not None


@lru_cache(maxsize=1024)  # a sentence has several figures
def _may_be_of_more(words: str) -> bool:
    """Return whether words may tell of more than one event: all that is asked then is worth a try."""
    return _OF_MORE.stand_in(words)


def _is_short(event: Event) -> bool:
    day = event.date
    return day is None or day.start is None or day.end is None or (day.end - day.start).days <= _SHORT


_SUPERLATIVE = late_pattern(  # "the deadliest attack since 2008": what it is measured by
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:[\w'’-]+ ){0,2}?"
    r"(?:(?:deadli|heavi|bloodi|great|larg|bigg|high|grav|black)est|worst|most [\w-]+)\b"
)
_ENDS = late_pattern(r"[;:.]\s|, (?:and|but|while)\b|\bwhile\b")


def _without_superlative(clause: str, at: int) -> str:
    """Return a clause without what its event is measured by: "nine died in the deadliest attack since 2008".

    A number told of that itself stays ("the worst attack of the war, in which 2,000 have died").
    """
    found = _SUPERLATIVE.search(clause)
    if found is None:
        return clause
    if at < found.start():
        return clause[: found.start()]
    is_of_it = "which" in clause[found.end() : at] or "when" in clause[found.end() : at]
    return clause if is_of_it else clause[: found.start()] + clause[at:]


def _clause(told: ToldFigure) -> tuple[str, int]:
    """Return the words from the beginning of a figure's clause to its end, and where its number stands."""
    number = told.figure.number
    start, end = number.start - told.offset, number.end - told.offset
    begins = [m.end() for m in _ENDS.finditer(told.words, 0, start)]
    last = _ENDS.search(told.words, end)
    begin = begins[-1] if begins else 0
    return told.words[begin : last.start() if last else len(told.words)], start - begin


def _is_since_earlier(clause: str, event: Event) -> bool:
    """Whether people are counted since a day before the event: "have been killed since April 6"."""
    found = _SINCE_DAY.search(clause)
    if found is None or event.date is None or event.date.start is None:
        return False
    begin = event.date.start
    month, number = MONTH_NAMES.index(found["month"]) + 1, int(found["day"] or 1)
    for year in (begin.year, begin.year - 1):
        try:
            day = date(year, month, number)
        except ValueError:
            return False
        if day <= begin:
            return day < begin
    return False

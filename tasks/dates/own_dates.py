"""Whether a date can be that of the article's own event, by the words before it and the heading above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from tasks.dates.report_day import dateline
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document

_SPELT = late_pattern(r"\d|January|February|March|April|May|June|July|August|[A-Z][a-z]+ember|October")
_LIFE = 10 * 366  # days: nothing else that a bracket gives lasts longer
_BORN = ("(born ", " born ", " born on ", " born in ")
# "the War of 1812" names a war by its year: nothing is dated by it
# and "to celebrate the 1945 victory" one that is remembered
_ASIDE = late_pattern(
    r"\b(?:since|until|before|after|than|by|war\sof|(?:celebrat|commemorat)\w+\sthe)\s$", re.IGNORECASE
)
# "following the bombing of 4 May 1990": what came before; "after midnight on 4 May" is no such thing
_AFTER = late_pattern(
    r"\b(?:since|following|prior\sto|anniversary\sof|response\sto|retaliation\sfor|after|before)"
    r"\sthe\s(?:(?!\bon\s)[^,.;\d]){0,60}$"
)
_BRACKET = 60  # code points between a bracket and a date in it
_TOLD_OF = late_pattern(r"\((?:which|who|whose|formerly|previously|later|then)\b")
_PUBLISHED = late_pattern(
    r",? (?:[\w'’-]+ ){1,12}?(?:published|indicted|charged|convicted|sentenced|unveiled|posthumously"
    r"|testified)\b"
)
_DONE = late_pattern(r",[^.;]{0,120}\b(?:(?:re)?captured|(?:re)?taken|cleared|secured|liberated|withdrawn)\b")
_FOUGHT_ON = late_pattern(
    rf"\b(?:{deed('fight')}|fighting|siege)\b[^.;]{{0,40}}\b(?:until|till)\s(?:the\s)?$", re.IGNORECASE
)
_BESIDE = late_pattern(
    r"background|prelude|planning|preparation|build-up|aftermath|reaction|response|legacy|memorial|"
    r"see also|analysis|history|origins|investigation|trial|commemorat|inquiry|context",
    re.IGNORECASE,
)


def is_own(document: Document, at: DateExpression) -> bool:
    """Say whether a date can be the event's: not "the next day", not "since 2011"."""
    text = document.text
    line = dateline(document)
    is_reported = line is not None and at.anchor == line.span  # "on Saturday", in a report of Monday
    is_spelt = is_reported or at.basis != "relative" or _SPELT.search(at.span.of(text)) is not None
    before = text[max(0, at.span.start - 20) : at.span.start]
    return is_spelt and not _ASIDE.search(before) and not _is_bracketed(text, at)


def _is_bracketed(text: str, at: DateExpression) -> bool:
    """Say whether a bracket tells something of what stands before it: "(which disbanded on 8 March)"."""
    begin = text.rfind("(", max(0, at.span.start - _BRACKET), at.span.start)
    return begin >= 0 and text.find(")", begin, at.span.start) < 0 and _TOLD_OF.match(text, begin) is not None


def is_last(document: Document, at: DateExpression) -> bool:
    """Say whether a date can be one up to which a battle went on: none on which something was published.

    "Fighting went on until 6 September" and "By 9 May, all of it had been taken" tell of its end, though
    neither word dates anything else.
    """
    text = document.text
    if _PUBLISHED.match(text, at.span.end):
        return False
    is_by = text.endswith("By ", 0, at.span.start) and _DONE.match(text, at.span.end) is not None
    if is_by or _FOUGHT_ON.search(text, max(0, at.span.start - 60), at.span.start):
        return at.basis != "relative" or _SPELT.search(at.span.of(text)) is not None
    return is_own(document, at)


def without_lives(document: Document, dates: Sequence[DateExpression]) -> tuple[DateExpression, ...]:
    """Return the dates without those of births, of a life that a bracket gives its last day alone.

    "(3 March 1941 – 13 February 1989)" is no time over which anything happened; of whom the first sentence
    speaks the article may tell how that life ended, and of others nothing is dated by it.
    """
    return tuple([d for d in (_death(document, d) for d in dates) if d is not None])


def _death(document: Document, at: DateExpression) -> DateExpression | None:
    if document.text.endswith(_BORN, 0, at.span.start):
        return None
    if at.start is None or at.end is None or (at.end - at.start).days < _LIFE:
        return at
    before = document.text[max(0, at.span.start - 40) : at.span.start]
    last = at.edtf.rpartition("/")[2]
    if "(" not in before or ")" in before.rpartition("(")[2] or last.count("-") != 2:
        return at
    lead = document.lead[:1]
    if not (lead and lead[0].span.contains(at.span)):
        return None
    return replace(at, edtf=last, start=at.end, prec=1)


def comes_after(document: Document, at: DateExpression) -> bool:
    """Say whether a date is that of something which the event followed or preceded."""
    before = document.text[max(0, at.span.start - 80) : at.span.start].lower()
    return "the" in before and _AFTER.search(before) is not None


def not_beside(document: Document, dates: list[DateExpression]) -> list[DateExpression]:
    """Return the dates that stand in no section about what came before or after the event."""
    return [d for d in dates if not _is_beside(document.heading_at(d.span) or "")]


@lru_cache(maxsize=1024)  # many dates stand in one section
def _is_beside(heading: str) -> bool:
    return _BESIDE.search(heading) is not None


def may_date(document: Document, at: DateExpression) -> bool:
    """Whether a date that nothing ties to the event may be its: no year told far below, or behind "since"."""
    if document.text.endswith(("since ", "Since "), 0, at.span.start):
        return False
    head = document.lead[:_HEAD]
    return at.prec < _YEAR or not head or at.span.start < head[-1].span.end


def of_only_year(dates: Sequence[DateExpression]) -> DateExpression | None:
    """Return the first of an article's dates if it tells of one year alone, else None.

    A battle that the lead leaves undated was in the year of its background, where no other year is told.
    """
    years = {at.edtf[: 5 if at.edtf.startswith("-") else 4] for at in dates}
    return dates[0] if len(years) == 1 else None


_YEAR = 5  # date_prec
_HEAD = 6  # sentences

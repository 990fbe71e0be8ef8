"""The other events of an article as they are found: one that is stated twice is kept once.

Two statements are about one event if they give the same day, or the same coarser date and the same
kind of event under no other name; where one gives no date, if their names have a word in common; or if
the same person is killed in the same month.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tasks.events.candidate import Candidate, name_words
from tasks.events.others.happenings.captures import TAKES
from tasks.events.others.named.killed_person import killed_person, month_of
from tasks.events.others.no_event.no_incident import is_said_again
from tasks.model.article import LEAD
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document

_Key = tuple[object, ...]
_MONTH = len("2016-08")
_YEAR = 5  # date_prec
_MONTH_PREC = 4  # date_prec
_TAKEN = re.compile(r" (?:the (?:\w+ ){1,3}of )?((?:al-)?[A-ZÀ-Þ][\w'’-]+)")


@dataclass(slots=True)
class Gathered:
    """Events in order of first statement, each found again by what makes another statement the same."""

    document: Document
    events: list[Candidate] = field(default_factory=list)
    _first: dict[_Key, int] = field(default_factory=dict)  # the first event under each key
    _dated: dict[str, list[int]] = field(default_factory=dict)  # the events that had each date, in order

    def add(self, candidate: Candidate) -> None:
        """Take an event in, or the words of it into the first that is the same."""
        if is_said_again(self.document, candidate, self.events):
            return
        words = name_words(self.document, candidate)
        same = (
            None
            if candidate.is_another
            else min(
                (
                    self._first[key]
                    for key in (*_asked(candidate, words), _lead_key(self.document, candidate))
                    if key in self._first
                ),
                default=None,
            )
        )
        killed = _killed_key(self.document, candidate)
        is_killed = same is None and killed is not None and self._is_killed_then(killed, candidate)
        if killed is not None and is_killed:
            same = self._first[killed]
        if same is None and self._is_name_of_last(candidate):
            same = len(self.events) - 1
        elif same is not None and self._takes_elsewhere(self.events[same], candidate):
            same = None
        if same is not None:
            known = self.events[same]
            date = _finer(known.date, candidate.date, is_told_again=is_killed or self._is_of_lead(known))
            self.events[same] = replace(known, date=date, stretches=known.stretches + candidate.stretches)
            if date is not None and date != known.date:
                insort(self._dated.setdefault(date.edtf, []), same)
            return
        if self._is_of_lead(candidate):
            self._first.setdefault(_lead_key(self.document, candidate), len(self.events))
        for key in _given(candidate, words):
            self._first.setdefault(key, len(self.events))
        if killed is not None:
            self._first.setdefault(killed, len(self.events))
        if candidate.date is not None:
            insort(self._dated.setdefault(candidate.date.edtf, []), len(self.events))
        self.events.append(candidate)

    def _is_killed_then(self, killed: _Key, candidate: Candidate) -> bool:
        """Whether an event has the same person killed in the same month, and on no other day of it."""
        known = self.events[self._first[killed]].date if killed in self._first else None
        if known is None or candidate.date is None:
            return False
        return 1 not in (known.prec, candidate.date.prec) or known.prec != candidate.date.prec

    def last_of_day(self, candidate: Candidate) -> Candidate | None:
        """Return the event taken in last of those that have the date of a candidate, None if none has."""
        edtf = candidate.date.edtf if candidate.date is not None else ""
        dated = self._dated.get(edtf, [])
        while dated and ((date := self.events[dated[-1]].date) is None or date.edtf != edtf):
            dated.pop()  # it was told more exactly since
        return self.events[dated[-1]] if dated else None

    def _is_name_of_last(self, candidate: Candidate) -> bool:
        """Whether a name with its year in brackets is that of the event just told: "(1979 Osk bombing)"."""
        if not self.events or candidate.date is None or candidate.date.prec < _YEAR:
            return False
        last = self.events[-1]
        is_year = last.date is not None and last.date.edtf.startswith(candidate.date.edtf)
        sentences = self.document.sentences
        is_near = sentences[last.sentence].paragraph == sentences[candidate.sentence].paragraph
        start = candidate.evidence.start
        return is_year and is_near and "(" in self.document.text[max(0, start - 1) : start + 1]

    def _is_of_lead(self, event: Candidate) -> bool:
        """Whether the lead gives an event's month, whose day the body may tell."""
        sentence = self.document.sentences[event.sentence]
        is_month = event.date is not None and event.date.prec == _MONTH_PREC
        return is_month and not event.trigger.is_verb and self.document.heading_of(sentence) == LEAD

    def _takes_elsewhere(self, known: Candidate, candidate: Candidate) -> bool:
        """Whether on one day a place is taken that all words about the other event do not name."""
        text = self.document.text
        if text[candidate.trigger.span.start : candidate.trigger.span.end].lower() not in TAKES:
            return False
        taken = _TAKEN.match(text, candidate.trigger.span.end)
        whole = [
            sentence
            for sentence in self.document.sentences
            if any(sentence.span.contains(s) for s in known.stretches)
        ]
        return taken is not None and bool(whole) and not any(taken[1] in s.span.of(text) for s in whole)


def without_coarse(told: Sequence[Candidate]) -> list[Candidate]:
    """Return the events of one sentence, a month or a year with the day in it that follows as one.

    "In September rebels attacked once more, took four villages on the 19th, and ...": the day tells more.
    """
    found: list[Candidate] = []
    for one in told:
        last = found[-1] if found else None
        if last is not None and last.date is not None and one.date is not None and not one.is_another:
            is_within = last.date.prec >= _MONTH_PREC and one.date.edtf.startswith(f"{last.date.edtf}-")
            if is_within and last.trigger.is_verb:
                found[-1] = replace(one, stretches=(*last.stretches, *one.stretches))
                continue
        found.append(one)
    return found


def _finer(
    known: DateExpression | None, other: DateExpression | None, *, is_told_again: bool
) -> DateExpression | None:
    """Return the date of two statements about one event that says more: any, then a day before a month.

    `is_told_again`: the month stands in the lead, which the body tells again.
    """
    if known is None or other is None:
        return known or other
    return other if (is_told_again or _is_month(known)) and other.prec == 1 else known


def _lead_key(document: Document, event: Candidate) -> _Key:
    """Return the month and the noun of an event."""
    month = event.date.edtf[:_MONTH] if event.date is not None else ""
    noun = "" if event.trigger.is_verb else event.trigger.span.of(document.text).lower()
    return "month of lead", month, noun


def _killed_key(document: Document, event: Candidate) -> _Key | None:
    """Return the person killed and the month, None where an event is of nobody's killing or of no month."""
    month = month_of(event)
    name = killed_person(document, event) if month else None
    return None if name is None else ("killed", name, month)


def _is_month(date: DateExpression) -> bool:
    """Whether a date is a month that is only counted from another ("two months after")."""
    return date.prec == 4 and date.basis == "relative" and date.start is not None and len(date.edtf) == _MONTH


def _given(event: Candidate, words: frozenset[str]) -> Iterator[_Key]:
    """Yield the keys under which an event is found by later statements."""
    yield from (("name", word) for word in words)
    if event.date is None:
        yield from (("name of undated", word) for word in words)
        return
    if event.date.prec == 1:
        yield "day", event.date.edtf
    if _is_month(event.date):
        yield "counted month", event.date.edtf, event.trigger.type.sub_event_type
    kind = event.date.edtf, event.trigger.type
    yield ("kind", *kind)
    yield from (("named kind", *kind, word) for word in words)
    if not words:
        yield ("nameless kind", *kind)


def _asked(event: Candidate, words: frozenset[str]) -> Iterator[_Key]:
    """Yield the keys of the events that a statement is about, if there are any."""
    if event.date is None:
        yield from (("name", word) for word in words)
        return
    yield from (("name of undated", word) for word in words)
    yield "day", event.date.edtf
    if event.date.prec == 1:
        yield "counted month", event.date.edtf[:_MONTH], event.trigger.type.sub_event_type
    kind = event.date.edtf, event.trigger.type
    if not words:
        yield ("kind", *kind)
        return
    yield ("nameless kind", *kind)
    yield from (("named kind", *kind, word) for word in words)

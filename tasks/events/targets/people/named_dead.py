"""The dead by name: "four soldiers (A, B, C and D)" are the four whom the event killed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.sections import own_sentences
from tasks.figures.lines.numbers import digits, word
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.figure import Figure

_MOST = 9  # names that a bracket lists
_BETWEEN = late_pattern(r"(?: \(\d{1,3}\)|, \d{1,3})?(?:,|,? and|;| &) (?:[A-Z][a-z]+\. )?")
_COUNT = late_pattern(
    r"\b(?P<n>two|three|four|five|six|seven|eight|nine|[2-9]) (?P<people>[^.;:—–,]{2,100}?)"
    r" ?(?:\(|—|–|, |: )(?:[A-Z][a-z]+\. )?$",
    re.IGNORECASE,
)
_BACK = 130  # code points


def named_dead(document: Document, figures: Sequence[Figure], actors: ActorBook) -> list[EventActor]:
    """Return the persons of a list that is as long as the toll, behind as many people of the same word."""
    killed = {
        f.value_low: f.victim.of(document.text).split()[-1].lower()
        for f in figures
        if f.property == "killed" and f.victim is not None and not (f.is_negated or f.is_subset)
        and f.value_low is not None and 2 <= f.value_low == f.value_high
        and f.value_low <= _MOST and f.victim_class != "attackers"
    }  # fmt: skip
    if not killed:
        return []
    found: list[EventActor] = []
    for sentence in own_sentences(document):
        people = [
            m
            for m in actors.overlapping(sentence.span)
            if m.kind in ("name", "alias") and actors.actors[m.actor].kind == "person"
        ]
        if len(people) < 2:
            continue
        for row in _rows(document, people):
            before = document.text[max(sentence.span.start, row[0].span.start - _BACK) : row[0].span.start]
            count = _COUNT.search(before)
            if count is None or (digits(count["n"]) or word(count["n"].lower())) != len(row):
                continue
            if killed.get(len(row)) in count["people"].lower().split():
                found += [EventActor(m.actor, "victim", m.span, "named_dead") for m in row]
    return found


def _rows(document: Document, people: Sequence[Mention]) -> list[list[Mention]]:
    """Return the names that stand in a row, joined by commas and "and"."""
    rows: list[list[Mention]] = []
    for mention in people:
        last = rows[-1][-1] if rows else None
        if last is not None and _BETWEEN.fullmatch(document.text, last.span.end, mention.span.start):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return [row for row in rows if len(row) > 1]

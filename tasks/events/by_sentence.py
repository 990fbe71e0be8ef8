"""What the other stages found, by the sentence that it stands in: one pass instead of one a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tasks.events.candidate import Candidate
from tasks.model.claim import Claim
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.figure import Figure
from tasks.model.order import BY_SPAN
from tasks.model.span import Span

Stretches = Mapping[int, Sequence[tuple[int, Span]]]  # by sentence, each with its event's index


def dates_in(document: Document, dates: Sequence[DateExpression]) -> dict[int, list[DateExpression]]:
    """Return the dates by the index of the sentence that holds them, in text order."""
    found: dict[int, list[DateExpression]] = {}
    for date in sorted(dates, key=BY_SPAN):
        index = document.index_at(date.span.start)
        if index >= 0 and document.sentences[index].span.contains(date.span):
            found.setdefault(index, []).append(date)
    return found


def figures_in(document: Document, figures: Sequence[Figure]) -> dict[int, list[Figure]]:
    """Return the figures by the index of the sentence that holds their number."""
    found: dict[int, list[Figure]] = {}
    for figure in figures:
        found.setdefault(document.index_at(figure.number.start), []).append(figure)
    return found


def figures_of(figures: Sequence[Figure], events: Sequence[int]) -> dict[int, list[Figure]]:
    """Return the figures by the index of the event that each counts towards, given in their order."""
    found: dict[int, list[Figure]] = {}
    for figure, event in zip(figures, events, strict=True):
        found.setdefault(event, []).append(figure)
    return found


def stretches_in(document: Document, events: Sequence[Candidate]) -> dict[int, list[tuple[int, Span]]]:
    """Return the stretches of events by sentence, each with its event's index from 1, in their order."""
    found: dict[int, list[tuple[int, Span]]] = {}
    for index, event in enumerate(events, 1):
        for span in event.stretches:
            found.setdefault(max(0, document.index_at(span.start)), []).append((index, span))
    return found


def claims_in(claims: Sequence[Claim]) -> dict[int, list[Claim]]:
    """Return the claims by the index of their sentence."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence, []).append(claim)
    return found

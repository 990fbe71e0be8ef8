"""What the other stages found, by the sentence that it stands in: one pass instead of one a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tasks.model.claim import Claim
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.figure import Figure


def dates_in(document: Document, dates: Sequence[DateExpression]) -> dict[int, list[DateExpression]]:
    """Return the dates by the index of the sentence that holds them, in text order."""
    starts = [s.span.start for s in document.sentences]
    found: dict[int, list[DateExpression]] = {}
    for date in sorted(dates, key=lambda d: d.span):
        index = bisect_right(starts, date.span.start) - 1
        if index >= 0 and document.sentences[index].span.contains(date.span):
            found.setdefault(index, []).append(date)
    return found


def figures_in(document: Document, figures: Sequence[Figure]) -> dict[int, list[Figure]]:
    """Return the figures by the index of the sentence that holds their number."""
    starts = [s.span.start for s in document.sentences]
    found: dict[int, list[Figure]] = {}
    for figure in figures:
        found.setdefault(bisect_right(starts, figure.number.start) - 1, []).append(figure)
    return found


def claims_in(claims: Sequence[Claim]) -> dict[int, list[Claim]]:
    """Return the claims by the index of their sentence."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence, []).append(claim)
    return found

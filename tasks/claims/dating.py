"""When a claim was made: the date in the clause of its cue, outside what is said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.model.claim import Claim
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.order import BY_SPAN
from tasks.model.span import Span


def date_claims(
    document: Document, claims: Sequence[Claim], dates: Sequence[DateExpression]
) -> tuple[DateExpression | None, ...]:
    """Return for each claim the date on which it was made, None where its own clause gives none.

    "On 1 November 2020, X updated ..." and "X said on Monday that ..." date the claim; a date within
    a content dates what is said, not the saying.
    """
    said: dict[int, list[Span]] = {}
    for claim in claims:
        said.setdefault(claim.sentence, []).extend(claim.content)
    ordered = sorted(dates, key=BY_SPAN)
    starts = [date.span.start for date in ordered]
    found = []
    for claim in claims:
        sentence = document.sentences[claim.sentence].span
        near = ordered[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found.append(_date(document, claim, said[claim.sentence], near))
    return tuple(found)


def _date(
    document: Document, claim: Claim, said: Sequence[Span], dates: Sequence[DateExpression]
) -> DateExpression | None:
    """Return the nearest date of the sentence that stands beside the cue and outside all contents."""
    cue = claim.cue
    if cue is None:
        return None
    own = [
        date
        for date in dates
        if not any(part.overlaps(date.span) for part in said)
        and (claim.claimant is None or not claim.claimant.overlaps(date.span))
        and _is_of_clause(document, claim, cue, date.span)
    ]
    return min(own, key=lambda date: (_distance(cue, date.span), date.span)) if own else None


def _is_of_clause(document: Document, claim: Claim, cue: Span, date: Span) -> bool:
    """Say whether a date stands beside the cue: at the sentence's start, or between cue and content."""
    text = document.text
    between = text[date.end : cue.start] if date.end <= cue.start else text[cue.end : date.start]
    if ";" in between or claim.parent is not None:
        return False
    if date.start >= cue.end:
        later = [part.start for part in claim.content if part.start >= cue.end]
        return (
            (not later and len(between) < 40)
            or (bool(later) and date.end <= min(later))
            or _closes(text, claim, date)
        )
    start = document.sentences[claim.sentence].span.start
    return not text[start : date.start].strip(" -–*").count(" ") > 6


def _closes(text: str, claim: Claim, date: Span) -> bool:
    """Say whether a date follows the content directly: "claimed responsibility on Monday"."""
    return 0 <= date.start - claim.extent.end <= 12 and text[claim.extent.end : date.start].strip() in (
        "on",
        "in",
        "",
    )


def _distance(cue: Span, date: Span) -> int:
    return min(abs(cue.start - date.end), abs(date.start - cue.end))

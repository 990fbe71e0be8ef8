"""When a claim was made: the date in the clause of its cue, outside what is said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.claims.dated_clause import dates_from_before, dates_the_words, is_issued
from tasks.model.claim import Claim
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.order import BY_SPAN
from tasks.model.span import Span

# The day of what happened: "On 6 June, according to X, it fell", "On 6 June rebels reportedly took it".
_OF_WHAT_HAPPENED = frozenset({"according_to", "reportedly"})
# What these say is a noun with what it is for: "offered condolences on Sunday to the families".
_OF_NOUNS = frozenset({"responsibility", "light_verb", "urged_to", "called_for"})
_BEHIND_NOUN = 40  # characters of that noun before its date
_GOES_ON = (" for ", " to ", " over ")
_COUNTED_BACK = ("before", "earlier", "ago")  # "revenge for what was done a year before"
_ISSUED_REACH = 30  # code points between a medium and the date behind it


def date_claims(
    document: Document, claims: Sequence[Claim], dates: Sequence[DateExpression]
) -> tuple[DateExpression | None, ...]:
    """Return for each claim the date on which it was made, None where its own clause gives none.

    "On 1 November 2020, X updated ..." and "X said on Monday that ..." date the claim; a date within
    a content dates what is said, not the saying.
    """
    said: dict[int, list[Span]] = {}
    for claim in claims:
        if claim.voice == "attributed":  # what the article itself states holds the whole sentence
            said.setdefault(claim.sentence, []).extend(claim.content)
    ordered = sorted(dates, key=BY_SPAN)
    starts = [date.span.start for date in ordered]
    found = []
    for claim in claims:
        sentence = document.sentences[claim.sentence].span
        near = ordered[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found.append(_date(document, claim, said.get(claim.sentence, ()), near) if near else None)
    return tuple(found)


def _date(
    document: Document, claim: Claim, said: Sequence[Span], dates: Sequence[DateExpression]
) -> DateExpression | None:
    """Return the nearest date of the sentence that stands beside the cue and outside all contents.

    What another says who reports the claim holds its cue, and may date it.
    """
    cue = claim.cue
    if cue is None:
        return None
    around = [part for part in said if part.contains(cue)] if claim.parent is not None else []
    apart = [part for part in said if not part.contains(cue) and part not in claim.content]
    text = document.text
    start = max((part.start for part in around), default=document.sentences[claim.sentence].span.start)
    own = [
        date
        for date in dates
        if all(part.contains(date.span) for part in around)
        and not any(part.overlaps(date.span) for part in apart)
        and _is_of_clause(text, claim, cue, date.span, start)
    ]
    return min(own, key=lambda date: (_distance(cue, date.span), date.span)) if own else None


def _is_of_clause(text: str, claim: Claim, cue: Span, date: Span, start: int) -> bool:
    """Say whether a date stands beside the cue: at the clause's start, or between cue and content.

    `start` is where the sentence begins, or what another reports who reports the claim.
    """
    if claim.claimant is not None and claim.claimant.overlaps(date):
        return not claim.inherited and dates_the_words(text, claim.claimant, date)
    within = any(part.overlaps(date) for part in claim.content)
    if date.start >= cue.end:
        if ";" in text[cue.end : date.start] or claim.parent is not None:
            return False
        if within:
            return _is_within(text, claim, date)
        later = [part.start for part in claim.content if part.start >= cue.end]
        return (
            (not later and date.start - cue.end < 40)
            or (bool(later) and date.end <= min(later))
            or _closes(text, claim, date)
        )
    if within or claim.rule in _OF_WHAT_HAPPENED:
        return False
    return dates_from_before(text, start, claim, cue, date)


def _is_within(text: str, claim: Claim, date: Span) -> bool:
    """Say whether a date within the content is that of the act: "offered condolences on Sunday to"."""
    if claim.rule not in _OF_NOUNS or not text.startswith(_GOES_ON, date.end):
        return False
    noun = text[claim.content[0].start : date.start].removesuffix("on ").strip()
    return 0 < len(noun) < _BEHIND_NOUN and not noun.startswith("for ") and "," not in noun


def _closes(text: str, claim: Claim, date: Span) -> bool:
    """Say whether a date follows content or medium: "claimed it on Monday", "in a tweet sent on Monday"."""
    if text[date.start : date.end].endswith(_COUNTED_BACK):
        return False
    if claim.medium is not None and 0 <= date.start - claim.medium.end <= _ISSUED_REACH:
        return is_issued(text[claim.medium.end : date.start])
    return 0 <= date.start - claim.extent.end <= 12 and text[claim.extent.end : date.start].strip() in (
        "on",
        "in",
        "",
    )


def _distance(cue: Span, date: Span) -> int:
    return min(abs(cue.start - date.end), abs(date.start - cue.end))

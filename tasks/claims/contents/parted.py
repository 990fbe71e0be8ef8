"""A clause and a quotation of one sentence, each with its own verb: 'X was sure, "C," he said'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.contents.boundaries import trim_end
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.view import View

_LONG = 3  # tokens
_EVEN = frozenset({"even", "then", "later"})
_OPENING = 16  # tokens of "and even after a change of government in 2000"
_TIMES = frozenset({"after", "before", "since", "following", "despite", "during", "when", "while"})
_LEADS = (",", ":", ";", "–", "—")


def parted(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, a quotation that a later verb attributes taken from the clause before it.

    The later statement begins with its quotation, the earlier one ends before it.
    """
    result = list(drafts)
    for i, later in enumerate(drafts):
        if later.rule != "postposed" or len(later.content) != 1:
            continue
        start, end = later.content[0]
        if view.quote[end - 1] < 0 or view.quote[start] >= 0:
            continue
        opens = end - 1
        while opens > start and view.quote[opens - 1] == view.quote[end - 1]:
            opens -= 1
        before = [
            k
            for k, d in enumerate(result)
            if k != i
            and d.rule == "said_that"
            and start <= d.cue[0] < d.content[0][0] < opens <= d.content[-1][1]
        ]
        if not before or opens < 1 or view.low[opens - 1] not in _LEADS:
            continue
        result[i] = replace(later, content=((opens, end),))
        for k in before:
            *parts, (first, _) = result[k].content
            result[k] = replace(result[k], content=(*parts, (first, trim_end(view, first, opens))))
    return result


def without_openings(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, none with the words that open what another one says next.

    "X accused Y of fraud, and following the vote Z alleged that C" does not say "and following the vote".
    """
    begins = {d.claimant[0] for d in drafts if d.claimant is not None}
    result = []
    for draft in drafts:
        *parts, (start, end) = draft.content
        if end - start > _LONG and view.low[end - 2] == "and" and view.low[end - 1] in _EVEN:
            end -= 2  # "blamed the party for it, and even after the vote"
            draft = replace(draft, content=(*parts, (start, trim_end(view, start, end))))
        if end in begins or end + 1 in begins:
            cut = _opening(view, start, end)
            draft = draft if cut is None else replace(draft, content=(*parts, (start, cut)))
        result.append(draft)
    return result


def _opening(view: View, start: int, end: int) -> int | None:
    """Return the comma before "and" and an adverbial without a verb that ends a stretch, or None."""
    for k in range(end - 1, max(start + 1, end - _OPENING), -1):
        if view.finite[k] or view.quote[k] >= 0:
            return None
        if view.low[k : k + 2] == (",", "and"):
            first = k + 2 + (k + 2 < end and view.low[k + 2] in _EVEN)
            is_adverbial = first >= end or view.is_word(first, "preposition") or view.low[first] in _TIMES
            return k if is_adverbial else None
    return None

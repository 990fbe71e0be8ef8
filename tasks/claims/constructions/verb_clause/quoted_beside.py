"""A clause and a quotation of one verb: 'The minister said that it was open, "They will not fight."'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.cues.draft import Draft
from tasks.claims.cues.view import View

_SHORTEST = 6  # tokens, the mark included: what is shorter is a part of the clause


def with_quoted_beside(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, each clause that a quoted sentence follows behind a comma as two statements."""
    if not view.quotations:
        return list(drafts)
    found: list[Draft] = []
    for draft in drafts:
        at = _quoted_sentence(view, draft) if draft.rule == "said_that" else None
        if at is None:
            found.append(draft)
            continue
        start, end = draft.content[0]
        found.append(replace(draft, content=((start, at - 1),)))
        found.append(replace(draft, content=((at, end),), rule="said_quote", inherited=True, left=None))
    return found


def _quoted_sentence(view: View, draft: Draft) -> int | None:
    """Return where a quoted sentence begins that ends a clause behind a comma or colon; None if none does."""
    start, end = draft.content[0]
    if len(draft.content) > 1 or view.quote[start] >= 0 or view.quote[end - 1] < 0:
        return None
    at = end - 1
    while at > start and view.quote[at - 1] == view.quote[end - 1]:
        at -= 1
    whole = end - at >= _SHORTEST and view.is_capital(at + 1) and any(view.finite[at:end])
    if not whole or view.low[at - 1] not in (",", ":") or not view.has_finite(start, at - 1):
        return None
    return at

"""A clause and a quotation of one sentence, each with its own verb: 'X was sure, "C," he said'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.contents.boundaries import trim_end
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.view import View

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

"""How much of a content is quoted, and through which medium it was said."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.contents.boundaries import is_medium
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.view import Range, View
from tasks.model.claim import QuoteType
from tasks.model.document import Quotation
from tasks.model.span import Span

_BEFORE_MEDIUM = frozenset({"in", "on", "via", "at", "during", "through"})


def quote_type(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> QuoteType:
    """Return "full" if all words of a content are quoted, "partial" if some are, else "none"."""
    if not quotations:
        return "none"
    inside = outside = False
    for part in content:
        at = part.start
        for quotation in quotations:
            start, end = max(at, quotation.span.start), min(part.end, quotation.span.end)
            if start < end:
                outside = outside or _has_word(text[at:start])
                inside = inside or _has_word(text[start:end])
                at = end
        outside = outside or _has_word(text[at : part.end])
    if not inside:
        return "none"
    return "partial" if outside else "full"


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def medium_of(view: View, draft: Draft) -> Range | None:
    """Return "in a statement", "on Twitter" in the words of a claim's own clause, outside its content."""
    if word_class("medium_noun").isdisjoint(view.sentence.words):
        return None
    taken = [*draft.content, draft.cue] + ([draft.claimant] if draft.claimant else [])
    low = max(0, draft.left if draft.left is not None else draft.cue[0])
    if draft.claimant and draft.claimant[0] < 14 and low and _may_reach_back(view, draft.claimant[0]):
        low = 0
    high = min(len(view.low), max(draft.cue[1] + 14, draft.content[-1][1] + 6))
    for i in range(low, high):
        if view.low[i] not in _BEFORE_MEDIUM or not view.is_free(i):
            continue
        if any(start <= i < end for start, end in taken) or not is_medium(view, i, len(view.low)):
            continue
        end = i + 1
        while end < len(view.low) and view.low[end - 1] not in word_class("medium_noun"):
            end += 1
        while end < len(view.low) and view.low[end] in word_class("medium_noun"):
            if view.low[end] in word_class("releasing") and _is_released(view, end + 1):
                break  # "in a sermon | broadcast by the radio"
            end += 1
        return (i, end)
    return None


def _may_reach_back(view: View, claimant: int) -> bool:
    """Say whether no clause stands before the speaker: "In a leaflet handed out at noon, the group"."""
    return not view.has_finite(0, claimant) or (
        view.low[0] in _BEFORE_MEDIUM and is_medium(view, 0, claimant) and view.low[claimant - 1] != "and"
    )


def _is_released(view: View, at: int) -> bool:
    """Say whether a word behind a medium tells how it came out: "broadcast by", "broadcast late on"."""
    return at < len(view.low) and (
        view.is_word(at, "preposition") or view.is_adverb(at) or view.low[at] == "late"
    )

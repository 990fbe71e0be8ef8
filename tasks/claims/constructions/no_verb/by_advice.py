"""Advice that the article tells was taken: "On the recommendation of X, C", "C on the advice of X"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.contents.boundaries import clause_end, clause_start, trim_end
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_after

ADVICE = frozenset({"recommendation", "recommendations", "advice", "suggestion", "urging", "insistence"})
_BEFORE = frozenset({"on", "upon", "at", "following"})  # "against the advice of X" is what X did not say


def by_advice(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return what was done on somebody's advice, outside what the other statements say.

    Args:
        view: the sentence.
        cuts: where other statements begin.
        drafts: the statements found before.
    """
    found = []
    for i in view.places(ADVICE):
        if i < 2 or view.low[i - 1] != "the" or view.low[i - 2] not in _BEFORE or not view.is_free(i):
            continue
        if view.low[i + 1 : i + 2] != ("of",) or any(a <= i < b for d in drafts for a, b in d.content):
            continue
        phrase = phrase_after(view, i + 2)
        if phrase is None or not is_source(view, phrase):
            continue
        content = _content(view, i - 2, phrase, cuts)
        if content is not None:
            found.append(
                Draft(
                    (content,), (i, i + 1), "directive", phrase, "demand", "noun_that", "recommend", left=None
                )
            )
    return found


def _content(view: View, at: int, phrase: Range, cuts: Sequence[int]) -> Range | None:
    """Return the clause that was advised: behind the comma where the advice opens it, else before it."""
    start = clause_start(view, at, cuts)
    if start == at or not view.has_finite(start, at):
        begin = phrase[1] + 1
        if view.low[phrase[1] : begin] != (",",) or not view.has_finite(begin, len(view.low)):
            return None
        return (begin, clause_end(view, begin, cuts))
    end = trim_end(view, start, at)
    return (start, end) if end > start else None

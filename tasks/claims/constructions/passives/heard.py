"""What was said before a court: "the inquest heard that C", "the jury was told that C"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.drafted import reported
from tasks.claims.contents.boundaries import (
    clause_end,
    clause_start,
    connector_before,
    sentence_end,
    trim_end,
)
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_before

HEARD = frozenset({"heard", "told"})
_COURTS = word_class("court_noun")
_DEPENDENT = frozenset({"after", "when", "before", "while", "although", "as", "since", "because", "once"})


def heard(view: View, cuts: Sequence[int]) -> list[Draft]:
    """Return what courts and inquiries heard or were told; the court stands for whoever spoke before it.

    Args:
        view: the sentence.
        cuts: where other statements begin.
    """
    if _COURTS.isdisjoint(view.sentence.words):
        return []
    found = []
    for i in view.places(HEARD):
        if i == 0 or not view.is_free(i):
            continue
        start, helpers, negated = verb_group(view, i)
        court = _court_before(view, start)
        wanted = word_class("have") if view.low[i] == "heard" else word_class("be") | word_class("have")
        told = view.low[i] == "told"
        if court is None or negated or not helpers <= wanted or (told and not helpers & word_class("be")):
            continue
        content = _behind(view, i + 1, cuts) or _before(view, i + 1, court, cuts)
        if content is not None:
            left = connector_before(view, court[0]) if view.has_finite(0, court[0]) else court[0]
            left = left if content[0] > i else content[0]
            found.append(reported(content, (i, i + 1), court, rule="heard", lemma="hear", left=left))
    return found


def _court_before(view: View, verb: int) -> Range | None:
    """Return the subject of a verb if it is a court: its noun is the first of the phrase."""
    phrase = phrase_before(view, verb)
    if phrase is None:
        return None
    for k in range(*phrase):
        if view.low[k] in _COURTS and view.low[k + 1] not in _COURTS:
            return phrase
        if view.is_word(k, "preposition") and view.low[k] != "of":
            return None
    return None


def _behind(view: View, at: int, cuts: Sequence[int]) -> Range | None:
    """Return C of "heard that C"; None if no clause follows."""
    if view.low[at : at + 1] != ("that",) or at + 2 >= len(view.low) or view.finite[at + 1]:
        return None
    start = at + 2 if view.low[at + 1] == "," else at + 1
    end = clause_end(view, start, cuts)
    whole = view.has_finite(start, end) or (view.is_word(start, "determiner") and "," in view.low[start:end])
    return (start, end) if whole else None  # "heard that the accused, a former guard, fired"


def _before(view: View, at: int, court: Range, cuts: Sequence[int]) -> Range | None:
    """Return C of "C, the court heard" at the end of a sentence; None for a dependent clause."""
    comma = court[0] - 1
    if at != sentence_end(view) or comma < 1 or view.low[comma] != ",":
        return None
    start = clause_start(view, comma, cuts, whole=True)
    end = trim_end(view, start, comma)
    stated = start < end and view.has_finite(start, end) and view.low[start] not in _DEPENDENT
    return (start, end) if stated else None

"""Who told what somebody else learned: "she learned from X that C", "he heard from X that C"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.drafted import reported
from tasks.claims.contents.boundaries import clause_end
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import View
from tasks.claims.speakers.noun_phrase import phrase_after

LEARNING = frozenset({"learned", "learnt", "heard", "hears", "learns"})


def learned_from(view: View, cuts: Sequence[int]) -> list[Draft]:
    """Return the statements that a verb of learning attributes to the one who told: X, not the learner.

    Args:
        view: the sentence.
        cuts: where other statements begin.
    """
    found = []
    for i in view.places(LEARNING):
        if i >= len(view.low) - 4 or view.low[i + 1] != "from" or not view.is_free(i):
            continue
        phrase = phrase_after(view, i + 2)
        if phrase is None or view.low[phrase[1] : phrase[1] + 1] != ("that",) or not is_source(view, phrase):
            continue
        start = phrase[1] + 1
        end = clause_end(view, start, cuts)
        if end > start and view.has_finite(start, end):
            found.append(reported((start, end), (i, i + 2), phrase, rule="learned_from", lemma="learn"))
    return found

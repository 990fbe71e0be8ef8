"""A verb and its speaker between two commas of what is said: "The road, said Ada Quist, was mined".

The verb stands before its subject, so that the words to its left are no subject of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.drafted import drafted
from tasks.claims.constructions.speaker_within.postposed import inverted_subject
from tasks.claims.contents.boundaries import clause_end, clause_start
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View
from tasks.claims.speakers.shared_subject import Speaker

_DEPENDENT = frozenset(
    {"while", "although", "though", "if", "when", "as", "after", "before", "because", "since"}
)


def between_commas(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Draft | None:
    """Read "S, said X, V" and "While C1, says X, C2"; None where the cue has its subject before it."""
    at = cue.start
    if at < 2 or cue.start != cue.verb or view.low[at - 1] != "," or "quote" not in cue.entry.frames:
        return None
    if cue.entry.cue_class != "report" or view.quote[at - 2] >= 0:
        return None
    phrase = inverted_subject(view, cue)
    if phrase is None or phrase[1] + 1 >= len(view.low) or view.low[phrase[1]] != ",":
        return None
    if view.is_word(phrase[0], "weekday"):
        return None
    start, behind = clause_start(view, at, [c for c in cuts if c < at]), phrase[1] + 1
    verb = behind + 1 if view.is_adverb(behind) else behind
    goes_on = (
        view.finite[verb] and not view.has_finite(start, at - 1) and not _holds_comma(view, start, at - 1)
    )
    waits = view.low[start] in _DEPENDENT and view.has_finite(start, at - 1)
    end = clause_end(view, behind, cuts)
    if end <= behind or not (goes_on or (waits and view.has_finite(behind, end))):
        return None
    inverted = Speaker(phrase, "inverted", start)
    return drafted(cue, inverted, ((start, at - 1), (behind, end)), "inverted", start)


def _holds_comma(view: View, start: int, end: int) -> bool:
    """Say whether a comma stands in the words before: "The governor, Ada Quist, said X, had"."""
    return any(view.low[k] == "," for k in range(start, end))

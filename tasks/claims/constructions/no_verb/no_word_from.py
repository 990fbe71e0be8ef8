"""Nobody's comment: "There was no immediate comment on the crash from the palace"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.constructions.drafted import reported
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import View
from tasks.claims.speakers.noun_phrase import phrase_after

COMMENTS = frozenset({"comment", "comments"})
_ADJECTIVES = 3  # tokens of "no immediate official | comment"
_REACH = 12  # tokens of "comment on the crash and its causes | from"


def no_word_from(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return who kept silent where a sentence or clause says that there was no comment from somebody.

    Args:
        view: the sentence.
        drafts: the statements found by verbs and prepositions.
    """
    if "there" not in view.sentence.words or "no" not in view.sentence.words:
        return []
    for i in view.places(COMMENTS):
        no = next((k for k in range(i - 1, max(1, i - 1 - _ADJECTIVES), -1) if view.low[k] == "no"), None)
        if no is None or "there" not in view.low[max(0, no - 4) : no] or not view.is_word(no - 1, "be"):
            continue
        source = next((k for k in range(i + 1, min(len(view.low) - 1, i + _REACH)) if _ends(view, k)), None)
        if source is None or view.low[source] != "from" or any(_holds(d, no) for d in drafts):
            continue
        phrase = phrase_after(view, source + 1)
        if phrase is None or not is_source(view, phrase):
            continue
        one = reported((no, source), (no, i + 1), phrase, rule="no_comment", lemma="comment")
        return [replace(one, cue_class="no_comment", claim_type="no_comment")]
    return []


def _ends(view: View, at: int) -> bool:
    return view.low[at] in ("from", ",", ";", "and") or view.finite[at]


def _holds(draft: Draft, at: int) -> bool:
    """Say whether a statement's cue stands at a token."""
    return draft.cue[0] <= at < draft.cue[1]

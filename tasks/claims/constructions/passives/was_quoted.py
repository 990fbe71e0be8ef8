"""Who is quoted, without "as saying": 'the mayor was quoted "We are ready"'."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.drafted import reported
from tasks.claims.contents.quoted import quoted_end
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_before

QUOTED = frozenset({"quoted"})


def was_quoted(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the quotations right behind "was quoted"; the subject says them.

    Args:
        view: the sentence.
        cuts: where other statements begin.
        drafts: the statements found so far: "X said C and was quoted" has the subject of "said".
    """
    if not view.quotations:
        return []
    found = []
    for i in view.places(QUOTED):
        start, helpers, negated = verb_group(view, i)
        at = i + 1
        while at < len(view.low) and (view.low[at] in (",", ":") or view.is_adverb(at)):
            at += 1
        if negated or not helpers & word_class("be") or at >= len(view.low) or view.quote[at] < 0:
            continue
        speaker = _speaker(view, start, drafts)
        if speaker is not None and view.is_free(i):
            content = (at, quoted_end(view, at, cuts))
            found.append(reported(content, (i, i + 1), speaker, rule="said_quote", lemma="quote", left=start))
    return found


def _speaker(view: View, start: int, drafts: Sequence[Draft]) -> Range | None:
    """Return the subject before a verb group, or behind "and" the claimant of the statement before it."""
    if start and view.low[start - 1] in ("and", "but"):
        before = [d for d in drafts if d.cue[1] <= start and d.claimant is not None]
        return before[-1].claimant if before else None
    phrase = phrase_before(view, start) if start else None
    return phrase if is_source(view, phrase) else None

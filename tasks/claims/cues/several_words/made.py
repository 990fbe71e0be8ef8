"""An act becomes an occurrence: a verb with the words that make a statement with it."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CueEntry, word_class
from tasks.claims.cues.verbs.infinitives import goes_on_to
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import View
from tasks.model.claim import ClaimType


def entry_of(form: str, lemma: str, cue_class: str, claim_type: ClaimType, frame: str) -> CueEntry:
    """Return the entry of an act, which no lexicon lists: its verb, its class and the act as its frame."""
    inflection = "gerund" if form.endswith("ing") else "past_participle"
    return CueEntry(
        form,
        lemma,
        inflection,
        (),
        cue_class,
        claim_type,
        frozenset({frame}),
        frozenset(),
        object="",
    )


def made_of(view: View, verb: int, end: int, entry: CueEntry) -> Occurrence | None:
    """Return an act that begins with a verb; None for infinitives and for gerunds after a preposition."""
    start, helpers, negated = verb_group(view, verb)
    if start > 0 and view.low[start - 1] == "to" and not helpers:
        going = goes_on_to(view, start - 1)
        if going is None:
            return None
        return Occurrence(going, verb, end, entry, "active", negated, frozenset(helpers))
    be = helpers & word_class("be")
    after = view.low[start - 1] if start else ""
    if entry.is_gerund and not be and view.is_word(start - 1, "preposition"):
        saying = after == "by" or (after == "in" and (start < 2 or view.low[start - 2] in (",", "and")))
        if not saying:  # "a delay in giving a warning"
            return None
    mode = "gerund" if entry.is_gerund and not be else "passive" if be and not entry.is_gerund else "active"
    return Occurrence(start, verb, end, entry, mode, negated, frozenset(helpers))  # type: ignore[arg-type]

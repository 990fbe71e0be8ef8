"""Whom somebody asks for something: "asked the police and city leaders for more information"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.object_guard import is_pronoun
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View

ASKED_FORMALLY = word_class("asked_noun")
_ASKED_PEOPLE = 8  # tokens of "the police and city leaders"


def asked_people_for(view: View, cue: Occurrence) -> int | None:
    """Return the "for" of "asked the police for more information": people and what they shall give."""
    for k in range(cue.end + 1, min(len(view.low) - 1, cue.end + _ASKED_PEOPLE)):
        if view.low[k] == "for":
            formal = not ASKED_FORMALLY.isdisjoint(view.low[k + 1 : k + 8])
            people = is_source(view, (cue.end, k), by_noun=True) and not is_pronoun(view.low[cue.end : k])
            return k if formal and people else None
        if view.finite[k] or view.is_word(k, "preposition") or view.low[k] in (",", ";", "to"):
            return None
    return None

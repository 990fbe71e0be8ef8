"""Verbs and nouns that make a statement together: "came to the conclusion that C", "gave his word that C"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CueEntry, word_class
from tasks.claims.cues.several_words.made import made_of
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View
from tasks.model.claim import ClaimType

VOICING = word_class("voicing")
_NOUNS = word_class("voiced")
_TOLD = frozenset({"word", "notice", "evidence", "assurance", "assurances", "guarantee", "guarantees"})
_TELLING = frozenset({"gave", "give", "gives", "given", "giving", "sent", "send", "sends", "sending"})
_COMING = frozenset({"came", "come", "comes"})  # "came to the conclusion"
_LEAVING = frozenset({"left", "leave", "leaves", "leaving"})
_AGAIN = ("repeat", "reiterat", "renew", "rais", "advanc", "float")  # stems
_SAID = frozenset({"claim", "claims", "assertion"})
_CHARGES = frozenset({"allegation", "allegations", "accusation", "accusations", "charge"})
_SURE = frozenset(
    {"certainty", "confidence", "hope", "doubt", "doubts", "belief", "fear", "fears", "optimism"}
)
_REACH = 6  # tokens from the verb to its noun
_FRAMES = frozenset({"that", "clause"})
_SOURCE = frozenset({"source"})


def voiced(view: View, i: int, word: str) -> Occurrence | None:
    """Return a verb with its noun as a cue, whose clause stands behind "that"; None without one."""
    if word not in VOICING:
        return None
    for k in range(i + 1, min(len(view.low) - 2, i + _REACH)):
        if view.low[k] in _NOUNS and view.low[k + 1] == "that":
            if view.finite[k + 2] or not _fits(view, i, k):
                return None
            return made_of(view, i, k + 1, _entry(word, view.low[k]))
        if view.low[k] in _SURE and _begins_clause(view, k + 1):
            return made_of(view, i, k + 1, _entry(word, view.low[k]))
        coming = word in _COMING and k == i + 1 and view.low[k] == "to"
        if view.finite[k] or view.low[k] in (",", ";", ".", "that") or not view.is_free(k):
            return None
        if not coming and view.is_word(k, "preposition"):
            return None
    return None


def _begins_clause(view: View, at: int) -> bool:
    """Say whether a clause without "that" stands there: "expressed certainty | it was a matter of days"."""
    opens = view.is_word(at, "personal") or view.is_word(at, "determiner") or view.is_capital(at)
    return opens and view.has_finite(at + 1, min(len(view.low), at + 8))


def _fits(view: View, verb: int, noun: int) -> bool:
    """Say whether a verb goes with a noun: word and notice are given or sent, doubt only if there is none."""
    word = view.low[noun]
    if word in _TOLD:
        return view.low[verb] in _TELLING
    if view.low[verb] in _TELLING or (view.low[verb] in _COMING and view.low[verb + 1] != "to"):
        return False
    again = view.low[verb].startswith(_AGAIN)
    if word in _SAID or word in _CHARGES:
        return again and not view.is_word(verb + 1, "possessive")  # "repeated the claim that C"
    if view.low[verb].startswith(_AGAIN[:3]):
        return False
    if word == "doubt":
        return view.low[noun - 1] in ("no", "little")
    return view.low[verb] not in _LEAVING and view.low[verb + 1] != "no"


def _entry(form: str, noun: str) -> CueEntry:
    """Return the entry of such a cue: what is given or repeated is told, what is held is thought."""
    kind: tuple[str, ClaimType] = ("belief", "assessment")
    if noun in _TOLD or noun in _SAID:
        kind = ("report", "statement")
    elif noun in _CHARGES:
        kind = ("accusation", "accusation")
    inflection = "gerund" if form.endswith("ing") else "past_participle"
    return CueEntry(form, f"{form} {noun}", inflection, (), *kind, _FRAMES, _SOURCE, object="")

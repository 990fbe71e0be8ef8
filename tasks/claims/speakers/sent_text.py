"""Who warns within what is said: "Residents say they had sent a plea, | warning of an attack"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_before
from tasks.claims.speakers.shared_subject import Speaker

_SENT = frozenset({"sent", "written", "issued", "made", "delivered", "given", "submitted", "posted"})
_SENDING = frozenset({"sent", "wrote", "called", "phoned", "telephoned", "cabled", "visited", "approached"})
_ONE_TOLD = frozenset({"him", "her", "them", "it"})
_TEXTS = frozenset({"plea", "pleas", "appeal", "appeals", "request", "requests", "call", "calls", "warning"})
_NEAR = 6  # tokens between the verb and the noun for what was sent


def sender_within(view: View, cue: Occurrence, earlier: Sequence[tuple[Occurrence, Speaker]]) -> Range | None:
    """Return "they" of "X say they had sent a plea, | warning of": what is said has it; else None."""
    if not earlier or view.low[cue.start - 1 : cue.start] != (",",):
        return None
    found = (_sender(view, cue, told) or _messenger(view, cue, told) for told, _ in reversed(earlier))
    return next((sender for sender in found if sender is not None), None)


def _messenger(view: View, cue: Occurrence, told: Occurrence) -> Range | None:
    """Return Y of "X say that Y sent Z a courier, | warning him that": a pronoun takes up the one told."""
    at = next((k for k in range(told.end, min(cue.start, told.end + 6)) if view.low[k] == "that"), None)
    if told.entry.cue_class != "report" or at is None or view.low[cue.end] not in _ONE_TOLD:
        return None
    verb = next((k for k in range(at + 2, cue.start) if view.finite[k]), None)
    if verb is None or view.low[verb] not in _SENDING or view.has_finite(verb + 1, cue.start):
        return None
    return phrase_before(view, verb)


def _sender(view: View, cue: Occurrence, told: Occurrence) -> Range | None:
    at = told.end + (view.low[told.end : told.end + 1] == ("that",))
    if told.entry.cue_class != "report" or told.mode != "active" or at + 3 >= cue.start:
        return None
    if not view.is_word(at, "personal") or view.low[at + 1] not in ("had", "have"):
        return None
    verb = at + 3 if view.is_adverb(at + 2) else at + 2
    sent = view.low[verb] in _SENT
    texts = view.low[verb + 1 : min(cue.start, verb + 1 + _NEAR)]
    if not sent or not any(w in _TEXTS or w in word_class("text_noun") for w in texts):
        return None
    return None if view.has_finite(verb + 1, cue.start) else (at, at + 1)

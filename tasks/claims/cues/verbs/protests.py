"""Infinitives that say what people come together for: "marched | to demand water", "rallied to denounce"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CueEntry, word_class
from tasks.claims.cues.view import View

_PROTESTING = word_class("protesting")
_SAID = frozenset({"demand", "denounce", "condemn", "call", "protest"})
_BETWEEN = frozenset({",", ";", "to", "that", "who", "and"})
_NEAR = 18  # tokens from the verb to its purpose
_GONE_OUT = tuple((form, "to", "the", "streets") for form in ("took", "take", "taken"))
_BROKEN = (("broke", "ranks"), ("went", "on", "strike"), ("walked", "out"))
_MEETINGS = word_class("protest_meeting")
_CALLED = frozenset({"held", "staged", "organised", "organized", "called", "launched", "mounted", "began"})
_OBJECT = 4  # tokens from "staged" to its "sit-in"


def protests_to(view: View, to: int, entry: CueEntry) -> int | None:
    """Return the verb of "gathered in the square | to denounce"; None for other infinitives."""
    if entry.lemma not in _SAID:
        return None
    for k in range(to - 1, max(0, to - _NEAR), -1):
        if view.low[k] in _PROTESTING or _went_out(view, k) or _held_meeting(view, k):
            return k
        goal = view.low[k] == "to" and (view.is_word(k + 1, "determiner") or view.is_capital(k + 1))
        if view.finite[k] or (not goal and view.low[k] in _BETWEEN):
            return None  # "marched to the palace | to demand"
    return None


def _went_out(view: View, at: int) -> bool:
    """Say whether people begin to protest at a token: "took to the streets", "broke ranks"."""
    return any(view.low[at : at + len(words)] == words for words in _GONE_OUT + _BROKEN)


def _held_meeting(view: View, at: int) -> bool:
    """Say whether people hold a protest at a token, or it is held: "staged a sit-in", "a rally was held"."""
    if view.low[at] not in _CALLED:
        return False
    if view.is_word(at - 1, "be"):
        return not _MEETINGS.isdisjoint(view.low[max(0, at - _NEAR) : at])
    return not _MEETINGS.isdisjoint(view.low[at + 1 : at + 1 + _OBJECT])

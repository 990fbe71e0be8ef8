"""Passives without a "was" of their own: "was freed and | warned not to go", "and later | verified by X"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CueEntry
from tasks.claims.cues.view import View

_DONE_TO_ONE = frozenset({"warn", "order", "tell", "instruct", "accuse", "charge", "advise", "forbid"})
_CHAIN = 14  # tokens from a participle back to the "was" that it shares
_BY_FRAMES = frozenset({"np", "as", "pred", "accuse"})
_APART = 24  # tokens, likewise over the agent of the one before
_LABEL = 8  # tokens of "as genuine" before an agent


def is_passive_verb(view: View, at: int) -> bool:
    """Say whether a participle with its agent begins at a token: "verified by", "dismissed as false by"."""
    if at + 1 >= len(view.low) or not view.is_participle(at):
        return False
    if view.low[at + 1] == "as":
        return "by" in view.low[at + 2 : at + _LABEL]
    return view.low[at + 1] == "by"


def shared_be(view: View, start: int, verb: int) -> int | None:
    """Return where "was filmed" begins whose subject the passive at `start` shares; None if it shares none.

    Between the two stand an agent, a time or a place ("by a deputy on 4 May"), and "and" or "but".
    """
    k = start
    while k > 0 and view.is_adverb(k - 1):
        k -= 1
    if k < 2 or view.low[k - 1] not in ("and", "but") or not is_passive_verb(view, verb):
        return None
    for at in range(k - 2, max(-1, k - _APART), -1):
        if view.is_word(at, "be"):
            done = at + 1
            while view.is_adverb(done):
                done += 1
            is_one = view.is_participle(done) and done < k - 1 and not view.has_finite(done + 1, k - 1)
            return at - (view.low[at] == "been") if is_one else None
        if view.low[at] in (";", "who", "which", "that", "but") or view.quote[at] >= 0:
            return None
    return None


def shares_be(view: View, start: int, end: int, entry: CueEntry) -> bool:
    """Say whether a participle shares the "was" of the one before: "was held and | warned not to"."""
    may_have_agent = entry.is_participle and not entry.particle and entry.frames & _BY_FRAMES
    if may_have_agent and shared_be(view, start, end - 1) is not None:
        return True
    if entry.lemma not in _DONE_TO_ONE or not entry.is_participle or view.low[start - 1 : start] != ("and",):
        return False
    directed = view.low[end : end + 1] in (("not",), ("to",), ("by",), ("never",), ("of",), ("with",))
    before = start - 2
    done = before > 0 and (view.low[before].endswith("ed") or view.is_word(before, "irregular_participle"))
    if not directed or not done:
        return False
    for k in range(before - 1, max(-1, before - _CHAIN), -1):
        if view.is_word(k, "be"):
            return True
        if view.low[k] in (";", "who", "which", "that", "but"):
            return False
    return False

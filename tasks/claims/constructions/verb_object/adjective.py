"""Participles that only qualify a noun: "gunmen suspected to be rebels", "losses, alleged corruption"."""

from __future__ import annotations

from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View

_BEHIND_VERB = ("determiner", "personal", "possessive", "preposition")
_COUNTED = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "the", "several", "dozen"}
)
_CULPRITS = frozenset({"perpetrators", "perpetrator", "members", "plotters", "ringleaders", "mastermind"})
_JUDGING = frozenset({"belief", "label", "assessment"})
_FEW = 11  # tokens of "one of the best in the army"
_SAID = frozenset({"said", "say", "says", "reported", "claimed", "believed"})


def is_adjective(view: View, cue: Occurrence) -> bool:
    """Say whether nobody suspects or alleges what stands behind a participle."""
    if cue.end >= len(view.low):
        return False  # the sentence breaks off there
    if _is_between_commas(view, cue):
        return True
    if cue.entry.lemma in ("suspect", "allege") and _is_of_people(view, cue):
        return True
    if cue.entry.lemma == "suspect":  # and "officials said suspected rebels attacked"
        return view.low[cue.end] == "to" or (cue.start > 1 and view.low[cue.start - 1] in _SAID)
    if cue.entry.lemma != "allege" or not cue.start or view.low[cue.start - 1] != ",":
        return False
    if view.low[cue.end] in ("that", "to", ",") or view.quote[cue.end] >= 0 or view.is_capital(cue.end):
        return False
    return not any(view.is_word(cue.end, name) for name in _BEHIND_VERB)


def _is_between_commas(view: View, cue: Occurrence) -> bool:
    """Say whether others judge a noun between commas: "The regiment, long considered loyal, joined"."""
    if cue.mode != "active" or not cue.entry.is_participle or not cue.start:
        return False
    before = cue.start - 1 - (view.low[cue.start - 1] == "long")
    if view.low[before] != "," or cue.entry.cue_class not in _JUDGING:
        return False
    comma = next(
        (k for k in range(cue.end + 1, min(len(view.low) - 2, cue.end + _FEW)) if view.low[k] == ","), 0
    )
    if not comma or view.low[cue.end] == "that" or view.has_finite(cue.end, comma):
        return False
    if any(view.quote[k] >= 0 or view.is_word(k, "personal") for k in range(cue.end, comma)):
        return False
    return view.finite[comma + 1] or (view.is_adverb(comma + 1) and view.finite[comma + 2])


def _is_of_people(view: View, cue: Occurrence) -> bool:
    """Say whether a participle stands within words for people: "six suspected rebels", "alleged members"."""
    before = view.low[cue.start - 1] if cue.start else ""
    if cue.mode != "active" or view.low[cue.end : cue.end + 1] in (("that",), ("to",), (",",)):
        return False
    is_counted = before[:1].isdigit() or view.is_word(cue.start - 1, "amount") or before in _COUNTED
    return is_counted or view.low[cue.end] in _CULPRITS

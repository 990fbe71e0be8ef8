"""Verbs of turning to somebody, or to a medium, to say something: "telephoned the paper to say"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CueEntry
from tasks.claims.cues.view import View

_TAKING_BACK = frozenset({"withdraw", "take back", "walk back"})  # "called on the rebels to withdraw"
_CALLING = frozenset(
    {
        "telephoned",
        "phoned",
        "called",
        "rang",
        "wrote",
        "emailed",
        "e-mailed",
        "radioed",
        "contacted",
        "cabled",
    }
)
_SPEAKING = frozenset({"report", "warning", "denial", "accusation"})
_TAKING_TO = (("took", "to"), ("takes", "to"))  # "took to the radio to say"
_GOING = frozenset({"went", "goes", "appeared", "appears"})
_AIR = frozenset({"media", "air", "airwaves"})
_REACH = 9  # tokens from the verb to the "to" of what is said


def calling_verb(view: View, to: int, entry: CueEntry) -> int | None:
    """Return the verb of turning to somebody before the "to" of a cue; None for other infinitives."""
    if entry.lemma in _TAKING_BACK:
        return None
    for k in range(to - 1, max(0, to - _REACH), -1):
        if view.low[k : k + 2] in _TAKING_TO and k + 1 < to:
            aired = any(view.is_word(j, "medium_noun") or view.low[j] in _AIR for j in range(k + 2, to))
            return k if aired else None
        if view.low[k] in _GOING and view.low[k + 1] == "on":
            aired = any(view.is_word(j, "medium_noun") for j in range(k + 2, to))
            return k if aired else None  # "went on state television to announce"
        if view.low[k] in _CALLING:
            return k if entry.cue_class in _SPEAKING else None
        turns = view.low[k - 1 : k + 1] in _TAKING_TO
        if not turns and (view.finite[k] or view.low[k] in (",", ";", "and", "to", "that", "who")):
            return None
    return None

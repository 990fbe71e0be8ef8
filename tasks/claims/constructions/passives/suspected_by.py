"""Who suspects behind what is suspected: "was thought to be behind the attack by the ministry"."""

from __future__ import annotations

from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_after

# "to be | behind the attack by X": nobody is one by somebody's doing
_NOT_DONE = frozenset(
    {"behind", "involved", "responsible", "a", "an", "the", "part", "linked", "connected", "guilty"}
)
_REACH = 14  # tokens of what is suspected


def suspecting(view: View, cue: Occurrence) -> tuple[int, Range] | None:
    """Return the "by" and X of "was thought to be behind the attack by X" that closes a clause."""
    if view.low[cue.end : cue.end + 2] != ("to", "be") or view.low[cue.end + 2 : cue.end + 3] == ():
        return None
    if view.low[cue.end + 2] not in _NOT_DONE and not _is_state(view, cue.end + 2):
        return None
    for k in range(cue.end + 3, min(len(view.low) - 1, cue.end + _REACH)):
        if view.finite[k] or view.low[k] in (",", ";", "that", "who", "which") or not view.is_free(k):
            return None
        if view.low[k] == "by":
            phrase = phrase_after(view, k + 1)
            closes = phrase is not None and view.low[phrase[1] : phrase[1] + 1] in (
                (),
                (".",),
                (",",),
                (";",),
            )
            by_noun = view.low[cue.end + 2] in ("a", "an", "the") or k == cue.end + 3
            told = closes and is_source(view, phrase, by_noun=by_noun)
            return (k, phrase) if told and phrase is not None else None
    return None


def _is_state(view: View, at: int) -> bool:
    """Say whether an adjective and "by" stand there: "was said to be safe by engineers", not "held by"."""
    word = view.low[at]
    done = word.endswith(("ed", "en", "ing")) or view.is_word(at, "irregular_participle")
    return not done and word.isalpha() and view.low[at + 1 : at + 2] == ("by",)

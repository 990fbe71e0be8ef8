"""A thing and what somebody says that it is: "called it the fiercest attack", "declared it a crime"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.verb_object.declared_state import declared
from tasks.claims.contents.boundaries import phrase_end
from tasks.claims.cues.verbs.object_guard import PRONOUNS
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View

_NO_PREDICATE = frozenset({"and", "or", "all", "both", "half"})  # "called all | the ministers"
_DECLARING = frozenset({"declare", "pronounce", "proclaim", "deem"})
_CALLED = frozenset(
    {"propaganda", "nonsense", "lies", "fiction", "murder", "terrorism", "genocide", "slander"}
)
_ADJECTIVE_ENDS = (
    "ly", "ful", "able", "ible", "ous", "ic", "ive", "al", "ed", "ant", "ent", "less", "ish", "ary",
)  # fmt: skip


def predicate(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "called it the fiercest attack": a thing and what it is said to be."""
    end = phrase_end(view, cue.end, cuts)
    if end - cue.end < 2 or view.is_word(cue.end, "preposition") or view.is_adverb(cue.end):
        return None
    if view.quote[cue.end] >= 0 or _names(view, cue):
        return None
    if view.low[cue.end] in ("itself", "himself", "herself", "themselves"):
        return None
    if cue.entry.lemma in ("declare", "proclaim") and (
        view.low[cue.end] in ("a", "an", "war", "independence") or view.quote[cue.end] >= 0
    ):
        return None
    if view.low[cue.end] in PRONOUNS:
        return (
            None if view.low[cue.end + 1 : cue.end + 2] in (("off",), ("up",), ("back",), ("out",)) else end
        )
    if view.low[cue.end] in ("for", "on", "up", "off", "out", "back", "to"):
        return None
    for k in range(cue.end + 1, end):
        if view.quote[k] >= 0 and view.quote[k - 1] < 0:
            return end
        if cue.entry.lemma == "call" and view.low[k] == "for":
            break  # "called the ministers | for a meeting"
        second = view.low[k] in ("a", "an", "the", "as", "one", "part")
        if second and not view.is_word(k - 1, "preposition") and view.low[k - 1] not in _NO_PREDICATE:
            return end
    adjective = view.low[end - 1].endswith(_ADJECTIVE_ENDS) and not view.is_capital(end - 1)
    named = view.low[end - 1] in _CALLED  # "called the statement propaganda"
    if cue.entry.lemma in _DECLARING and declared(view, cue.end, end):
        return end
    return end if (adjective or named) and view.is_word(cue.end, "determiner") and end - cue.end > 2 else None


def _names(view: View, cue: Occurrence) -> bool:
    """Say whether "called" only gives a name within a subject: "a village called Orlo told reporters"."""
    if not view.is_capital(cue.end):
        return False
    for k in range(cue.end, len(view.low)):
        if view.finite[k]:
            return True
        if not view.is_free(k) or view.low[k] in (",", ";") or view.is_word(k, "relative"):
            return False
        if view.is_word(k, "coordinator") or view.is_word(k, "subordinator"):
            return False
    return False

"""Nouns of a denial or an admission with their object: "the mayor's denial of any role in the raid"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.no_verb.noun_claim import may_speak
from tasks.claims.contents.boundaries import phrase_end, trim_end
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.verbs.object_guard import is_statement_object
from tasks.claims.cues.view import DASHES, Range, View
from tasks.claims.speakers.antecedent import antecedent
from tasks.model.claim import ClaimType

_KINDS: dict[str, ClaimType] = {
    "denial": "denial",
    "denials": "denial",
    "admission": "admission",
    "admissions": "admission",
}
DENIALS = frozenset(_KINDS)
_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_LETTING_IN = frozenset({"patients", "students", "pupils", "women", "members", "refugees", "aid", "bail"})
_NEAR = 6  # tokens in which the object's noun stands


def denial_of(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return what a denial or an admission is of, outside what the other statements say."""
    found = []
    for i in view.places(DENIALS):
        if i < 1 or view.low[i + 1 : i + 2] != ("of",) or i + 3 >= len(view.low) or not view.is_free(i):
            continue
        if any(start <= i < end for d in drafts for start, end in d.content):
            continue
        owner, end = _owner(view, i), _object_end(view, i + 2, cuts)
        words = view.low[i + 2 : end]
        if owner is None or not words or not _LETTING_IN.isdisjoint(words[:_NEAR]):
            continue
        kind = _KINDS[view.low[i]]
        if is_statement_object("denied", words):
            found.append(
                Draft(((i + 2, end),), (i, i + 1), "noun", owner, kind, "noun_that", "deny", left=None)
            )
    return found


def _owner(view: View, at: int) -> Range | None:
    """Return "his" or "the mayor's" right before the noun, an adjective between them or none."""
    for k in (at - 1, at - 2):
        if k < 0:
            return None
        if view.low[k] in _POSSESSIVES:
            return (k, k + 1)
        if view.low[k].endswith(("'s", "’s", "s'", "s’")):
            owner = antecedent(view, k + 1)
            return owner if owner is not None and may_speak(view, owner) else None
    return None


def _object_end(view: View, start: int, cuts: Sequence[int]) -> int:
    """Return where the object ends: before the verb of the sentence, or a dash."""
    end = phrase_end(view, start, cuts)
    for k in range(start + 1, end):
        if view.low[k] in DASHES or (view.finite[k] and view.is_free(k)):
            return trim_end(view, start, k)
        if view.is_word(k, "relative"):
            return end
    return end

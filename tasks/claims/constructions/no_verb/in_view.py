"""Views that open a sentence: "In the bishop's view, C", "In her opinion, C"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.no_verb.noun_claim import may_speak
from tasks.claims.contents.boundaries import clause_end
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import View
from tasks.claims.speakers.antecedent import antecedent

VIEWS = frozenset({"view", "opinion", "estimation", "judgement", "judgment", "eyes"})
_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_IT_WAS = (("was", "the"), ("is", "the"), ("remained", "the"))
_REACH = 9  # tokens of "In the retired army chief Anna Kern's view"


def in_view(view: View, cuts: Sequence[int]) -> list[Draft]:
    """Return the assessment that somebody's view holds which opens the sentence; nothing where none does."""
    if view.low[0] == "it":
        return _it_was(view, cuts)
    if view.low[0] != "in" or VIEWS.isdisjoint(view.low[2:_REACH]):
        return []
    noun = next(k for k in range(2, _REACH) if view.low[k] in VIEWS)
    if view.low[noun + 1 : noun + 2] != (",",):
        return []
    if noun == 2 and view.low[1] in _POSSESSIVES:
        claimant = (1, 2)
    else:
        owner = antecedent(view, noun) if view.low[noun - 1].endswith(("'s", "’s", "s'", "s’")) else None
        if owner is None or owner[0] != 1 or not may_speak(view, owner):
            return []  # "In today's view": nobody's
        claimant = owner
    last = clause_end(view, noun + 2, cuts)
    return [
        Draft(
            content=((noun + 2, last),),
            cue=(noun, noun + 1),
            cue_class="assessment",
            claimant=claimant,
            claim_type="assessment",
            rule="noun_that",
            lemma="view",
            left=0,
        )
    ]


def _it_was(view: View, cuts: Sequence[int]) -> list[Draft]:
    """Return what "It was the opinion of the board that C" tells."""
    if (
        view.low[1:3] not in _IT_WAS
        or view.low[3:4] == ()
        or view.low[3] not in VIEWS
        or view.low[4:5] != ("of",)
    ):
        return []
    that = view.low.index("that", 5) if "that" in view.low[5:] else 0
    if not that or view.has_finite(5, that) or not is_source(view, (5, that)):
        return []
    last = clause_end(view, that + 1, cuts)
    return [Draft(((that + 1, last),), (3, 4), "assessment", (5, that), "assessment", "noun_that", "view", 0)]

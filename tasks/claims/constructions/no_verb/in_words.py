"""Words that are somebody's: 'C was, in Ada Quist's words, "a farce"', "In her words, C"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.drafted import reported
from tasks.claims.constructions.no_verb.noun_claim import may_speak
from tasks.claims.contents.boundaries import clause_end
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.antecedent import antecedent

WORDS = frozenset({"words"})
_POSSESSIVES = frozenset({"his", "her", "their", "its"})


def in_words(view: View, cuts: Sequence[int]) -> list[Draft]:
    """Return what is told in somebody's words: a quotation behind the comma, or the clause that they open."""
    found = []
    for i in view.places(WORDS):
        if i < 2 or i + 3 >= len(view.low) or view.low[i + 1] != "," or not view.is_free(i):
            continue
        claimant = _owner(view, i - 1 if view.low[i - 1] == "own" else i)
        if claimant is None:
            continue
        quoted = view.quote[i + 2] >= 0
        if not quoted and claimant[0] != 1:
            continue  # "and, in his words, all was lost": how much of it, nobody can tell
        end = _quotation_end(view, i + 2) if quoted else clause_end(view, i + 2, cuts)
        found.append(
            reported((i + 2, end), (i, i + 1), claimant, rule="noun_that", lemma="according", left=None)
        )
    return found


def _owner(view: View, at: int) -> Range | None:
    """Return whose words they are, behind "in": a name, an office, "her"."""
    if view.low[at - 1] in _POSSESSIVES:
        return (at - 1, at) if view.low[at - 2] == "in" else None
    owner = antecedent(view, at) if view.low[at - 1].endswith(("'s", "’s", "s'", "s’")) else None
    opens = owner is not None and owner[0] > 0 and view.low[owner[0] - 1] == "in"
    return owner if owner is not None and opens and may_speak(view, owner) else None


def _quotation_end(view: View, start: int) -> int:
    """Return the token after the quotation that begins at a token."""
    end = start
    while end < len(view.low) and view.quote[end] == view.quote[start]:
        end += 1
    return end

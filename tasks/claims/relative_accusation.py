"""Accusations behind their object: "the rebels, whom she blamed for C", "the fire, which X blamed on Y"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.antecedent import antecedent
from tasks.claims.boundaries import phrase_end
from tasks.claims.draft import Draft
from tasks.claims.drafted import drafted
from tasks.claims.occurrence import Occurrence
from tasks.claims.shared_subject import Speaker
from tasks.claims.source import is_source
from tasks.claims.view import View

_RELATIVES = frozenset({"whom", "which", "that", "who"})
_LINKS = {
    "blame": frozenset({"for", "on"}),
    "accuse": frozenset({"of"}),
    "attribute": frozenset({"to"}),
    "charge": frozenset({"with"}),
    "suspect": frozenset({"of"}),
}


def relative_accusation(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Draft | None:
    """Read an accusation whose object is a relative pronoun; what is said are its antecedent and the rest."""
    links = _LINKS.get(cue.entry.lemma)
    if links is None or cue.mode != "active" or speaker.phrase is None or speaker.inherited:
        return None
    at = speaker.phrase[0] - 1
    if at < 1 or view.low[at] not in _RELATIVES or view.low[min(cue.end, len(view.low) - 1)] not in links:
        return None
    accused = antecedent(view, at)
    end = phrase_end(view, cue.end, cuts)
    if accused is None or accused[0] >= accused[1] or view.low[accused[0]] == "(" or end <= cue.end + 1:
        return None
    if not is_source(view, speaker.phrase):
        return None
    return drafted(cue, speaker, (accused, (cue.end, end)), "relative_accusation")

"""Accusations behind their object: "the rebels, whom she blamed for C", "the fire, which X blamed on Y"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.drafted import drafted
from tasks.claims.contents.boundaries import phrase_end
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View
from tasks.claims.speakers.antecedent import antecedent, of_contact
from tasks.claims.speakers.shared_subject import Speaker

_RELATIVES = frozenset({"whom", "which", "that", "who"})
_LINKS = {
    "blame": frozenset({"for", "on"}),
    "accuse": frozenset({"of"}),
    "attribute": frozenset({"to"}),
    "charge": frozenset({"with"}),
    "suspect": frozenset({"of"}),
}


def _ends_thing(view: View, at: int) -> bool:
    """Say whether a noun stands right before "they" of "attacks they have blamed on X"."""
    closed = ("preposition", "coordinator", "subordinator", "determiner", "adverb", "auxiliary")
    noun = view.low[at].isalpha() and not any(view.is_word(at, name) for name in closed)
    return noun and not view.finite[at]


def relative_accusation(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Draft | None:
    """Read an accusation whose object is a relative pronoun; what is said are its antecedent and the rest."""
    links = _LINKS.get(cue.entry.lemma)
    if links is None or cue.mode != "active" or speaker.phrase is None or speaker.inherited:
        return None
    at = speaker.phrase[0] - 1
    contact = view.is_word(at + 1, "personal") and at > 0 and _ends_thing(view, at)
    relative = at > 0 and view.low[at] in _RELATIVES
    if not relative and not contact and (named := of_contact(view, speaker.phrase)) is not None:
        at, contact = named[0] - 1, True  # "a fact Quist attributed to"
        speaker = Speaker(named, "own", None)
    if not (relative or contact) or view.low[min(cue.end, len(view.low) - 1)] not in links:
        return None
    accused = antecedent(view, at if relative else at + 1)
    end = phrase_end(view, cue.end, cuts)
    if accused is None or accused[0] >= accused[1] or view.low[accused[0]] == "(" or end <= cue.end + 1:
        return None
    if not is_source(view, speaker.phrase):
        return None
    return drafted(cue, speaker, (accused, (cue.end, end)), "relative_accusation")

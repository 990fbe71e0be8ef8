"""Evidence that does not count where an article leaves open who did it: suspicion and blame."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.dates.report_day import dateline
from tasks.events.attackers.blamed.accused import all_accused
from tasks.events.evidence.evidence_kinds import KINDS, Evidence
from tasks.events.left_open import is_left_open, is_unpunished
from tasks.model.actor import ActorBook
from tasks.model.document import Document

_BLAMES = frozenset(("accused", "accuses", "blamed", "blames", "blame"))
_RIVAL = frozenset(("while", "whereas", "others"))


def without_doubted(document: Document, evidence: Sequence[Evidence], actors: ActorBook) -> list[Evidence]:
    """Return the evidence that counts where the article leaves open who did it: no suspicion, no blame.

    Where it says only that nobody was punished, rivals who are suspected do not count either.
    """
    if dateline(document) is not None:  # on the day itself it is a politician's word
        evidence = [e for e in evidence if e.kind != "blamed" or not _is_only_said(document, e)]
    if not is_left_open(document) and not (
        is_unpunished(document) and _are_rivals(document, evidence, actors)
    ):
        return list(evidence)
    return [e for e in evidence if KINDS[e.kind].is_firm]


def _is_only_said(document: Document, evidence: Evidence) -> bool:
    """Whether somebody accuses or blames somebody in a sentence: none is suspected, charged or convicted."""
    sentence = document.sentences[document.index_at(evidence.party.span.start)]
    return not _BLAMES.isdisjoint(sentence.words)


def _are_rivals(document: Document, evidence: Sequence[Evidence], actors: ActorBook) -> bool:
    """Whether different ones are suspected: by name, or in one sentence, "the one X, while the other Y"."""
    doubted = [e.party.span.start for e in evidence if not KINDS[e.kind].is_firm]
    told = [document.sentences[document.index_at(start)] for start in doubted]
    return any(not _RIVAL.isdisjoint(s.words) for s in told) or (
        bool(told) and len(all_accused(document, actors)) > 1
    )

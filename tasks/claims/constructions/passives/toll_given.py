"""Tolls that a participle attributes: "The first toll given by X was 16 dead", "the number reported by X"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.contents.boundaries import clause_end
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import View
from tasks.claims.speakers.antecedent import antecedent
from tasks.claims.speakers.noun_phrase import phrase_after

GIVEN = frozenset({"given", "released", "issued", "provided"})  # verbs that attribute nothing elsewhere
_GIVEN = GIVEN | {"reported", "announced", "published", "cited", "claimed", "quoted", "recorded", "estimated"}
_STANDS = frozenset({"was", "is", "were", "stood", "stands", "ranged", "had", "reached", "rose"})
_TURNS = frozenset({"but", "and", "while", "although", "though", "with"})
_NEAR = 8  # tokens before the participle in which the noun for a toll stands
_BY = frozenset({"by"})


def tolls_given(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return what tolls are said to be by whom a participle behind their noun names."""
    if _GIVEN.isdisjoint(view.sentence.words):
        return []
    found = []
    for by in view.places(_BY):
        verb = by - 1
        if verb < 2 or view.low[verb] not in _GIVEN or not view.is_free(by):
            continue
        phrase = phrase_after(view, by + 1)
        if phrase is None or not is_source(view, phrase) or view.low[phrase[1] : phrase[1] + 1] == ():
            continue
        stands = phrase[1]
        if view.low[stands] not in _STANDS or any(d.cue[0] <= verb < d.cue[1] for d in drafts):
            continue
        toll = antecedent(view, verb)
        nouns = view.low[max(0, verb - _NEAR) : verb]
        end = clause_end(view, stands, cuts)
        turns = (k for k in range(stands, end - 1) if view.low[k] == "," and view.low[k + 1] in _TURNS)
        end = next(turns, end)
        if toll is None or end <= stands or word_class("toll_noun").isdisjoint(nouns):
            continue
        found.append(
            Draft(
                content=(toll, (stands, end)),
                cue=(verb, by + 1),
                cue_class="report",
                claimant=phrase,
                claim_type="statement",
                rule="passive_by",
                lemma="report",
            )
        )
    return found

"""Who is cited for a clause: "The newspaper cited two officials, that C": the officials say it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.drafted import reported
from tasks.claims.contents.boundaries import clause_end
from tasks.claims.cues.cue_words import cue_entries, word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_after

CITED = frozenset({"cited", "cites", "citing"})
_LOOSE = frozenset({",", "who", "which", "whose"})
_TEXTS = ("claim_noun", "account_noun", "fact_noun", "text_noun", "report_noun")


def cited(view: View, cuts: Sequence[int]) -> list[Draft]:
    """Return the statements for which somebody is cited; who cites is not the claimant.

    Args:
        view: the sentence.
        cuts: where other statements begin.
    """
    found = []
    for i in view.places(CITED):
        if not view.is_free(i) or i + 4 >= len(view.low):
            continue
        if view.low[i - 1] == "," and view.low[i - 2] in cue_entries():
            continue  # "reported, citing officials, that C" is said by who reports
        source = _source_after(view, i + 1)
        if source is None or not _is_somebody(view, source):
            continue
        that = source[1] + 1
        if (
            view.low[source[1] : that + 1] != (",", "that")
            or that + 2 >= len(view.low)
            or view.finite[that + 1]
        ):
            continue  # "cited the group that the army had banned"
        end = clause_end(view, that + 1, cuts)
        while view.low[end - 1] in _LOOSE:  # "C, who, according to Y, had fled"
            end -= 1
        if view.has_finite(that + 1, end):
            found.append(reported((that + 1, end), (i, i + 1), source, rule="cited", lemma="cite"))
    return found


def _source_after(view: View, at: int) -> Range | None:
    """Return the noun phrase at a token; "unnamed officials" begins with a word that looks like a verb."""
    looks_like_verb = view.low[at].startswith("un") and view.low[at].endswith("ed")
    phrase = phrase_after(view, at + 1 if looks_like_verb else at)
    return None if phrase is None else (at, phrase[1])


def _is_somebody(view: View, phrase: Range) -> bool:
    """Say whether a phrase names people or a body, no text or fact: "cited reports that C"."""
    words = view.low[slice(*phrase)]
    return is_source(view, phrase) and not any(w in word_class(name) for name in _TEXTS for w in words)

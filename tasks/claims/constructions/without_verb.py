"""Statements that no verb of saying attributes: learned from somebody, heard in court, unnamed, by a noun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tasks.claims.constructions.no_verb.by_advice import ADVICE, by_advice
from tasks.claims.constructions.no_verb.denial_of import DENIALS, denial_of
from tasks.claims.constructions.no_verb.in_words import WORDS, in_words
from tasks.claims.constructions.no_verb.no_word_from import COMMENTS, no_word_from
from tasks.claims.constructions.no_verb.noun_claim import claim_nouns, noun_claims
from tasks.claims.constructions.no_verb.order_of import ORDERS, order_of
from tasks.claims.constructions.no_verb.unnamed import unnamed, unnamed_words
from tasks.claims.constructions.passives.heard import HEARD, heard
from tasks.claims.constructions.speaker_within.behind_colon import COLON, behind_colon
from tasks.claims.constructions.verb_clause.learned_from import LEARNING, learned_from
from tasks.claims.constructions.verb_clause.with_words import REMARKS, with_words
from tasks.claims.constructions.verb_object.cited import CITED, cited
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.view import View


def without_verb(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return such statements of a sentence.

    Args:
        view: the sentence.
        cuts: where other statements begin.
        drafts: the statements found by verbs and prepositions.
    """
    if words_without_verb().isdisjoint(view.sentence.words):
        return []
    found = learned_from(view, cuts)
    found += heard(view, cuts)
    found += cited(view, cuts)
    found += unnamed(view, cuts, [*drafts, *found])
    found += noun_claims(view, cuts, [*drafts, *found])
    found += by_advice(view, cuts, [*drafts, *found])
    found += order_of(view, cuts, [*drafts, *found])
    found += in_words(view, cuts)
    found += denial_of(view, cuts, [*drafts, *found])
    found += no_word_from(view, [*drafts, *found])
    found += with_words(view, [*drafts, *found])
    found += behind_colon(view, [*drafts, *found])
    return found


@cache
def words_without_verb() -> frozenset[str]:
    """Return words of which each of these constructions needs one."""
    own = ADVICE | ORDERS | WORDS
    return (
        own
        | COLON
        | COMMENTS
        | DENIALS
        | LEARNING
        | HEARD
        | CITED
        | REMARKS
        | unnamed_words()
        | claim_nouns()
    )

"""Accounts that a preposition names: "In the official version of events, C", "By her own account, C"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.constructions.drafted import reported
from tasks.claims.contents.boundaries import clause_end
from tasks.claims.cues.cue_words import cue_entries, word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.view import View

ACCOUNTS = frozenset({"account", "accounts", "version", "telling", "admission", "reckoning"})
OPENING = ACCOUNTS | {"based"}  # words of which one stands where an account opens a sentence
_SAYING = frozenset(cue_entries())
_BASED = ("based", "on")
_TEXTS = word_class("text_noun") | word_class("account_noun")
_GROUNDS = 8  # tokens of "Norland intelligence assessments and reports"
_BEFORE = frozenset({"in", "by"})
_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_UNNAMED = frozenset({"all", "most", "some", "any"})  # "by all accounts" is nobody's
_REACH = 6  # tokens of "the official army version of events"


def by_account(view: View, cuts: Sequence[int]) -> list[Draft]:
    """Return what an account says that opens the sentence before a comma; nothing where none does."""
    if view.low[:2] == _BASED:
        return _based_on(view, cuts)
    if view.low[0] not in _BEFORE or ACCOUNTS.isdisjoint(view.low[1:_REACH]):
        return []
    noun = next(k for k in range(1, _REACH) if view.low[k] in ACCOUNTS)
    end = noun + 3 if view.low[noun + 1 : noun + 3] in (("of", "events"), ("of", "it")) else noun + 1
    opens = view.is_word(1, "determiner") or view.low[1] in _POSSESSIVES or view.is_capital(1)
    if not opens or view.low[1] in _UNNAMED or view.low[end : end + 1] != (",",):
        return []
    owner = next((k for k in range(1, noun) if view.low[k].endswith(("'s", "’s"))), None)
    owned = view.low[1] in _POSSESSIVES
    if not (owned or owner is not None or "official" in view.low[1:noun]):
        return []  # "In one account", "In this version": nobody's
    last = clause_end(view, end + 1, cuts)
    claimant = (1, 2) if owned else (1, end)
    said = reported((end + 1, last), (0, 1), claimant, rule="according_to", lemma="according", left=0)
    return [replace(said, claim_type="admission") if view.low[noun] == "admission" else said]


def _based_on(view: View, cuts: Sequence[int]) -> list[Draft]:
    """Return what texts tell on which a sentence is based that names no other speaker."""
    comma = next((k for k in range(3, min(len(view.low) - 2, 3 + _GROUNDS)) if view.low[k] == ","), None)
    if comma is None or view.has_finite(2, comma) or view.low[comma - 1] not in _TEXTS:
        return []
    last = clause_end(view, comma + 1, cuts)
    told = any(view.low[k] in _SAYING for k in range(comma + 1, last))
    if told or not view.has_finite(comma + 1, last):
        return []
    return [reported((comma + 1, last), (0, 2), (2, comma), rule="according_to", lemma="according", left=0)]

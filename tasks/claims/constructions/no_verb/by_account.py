"""Accounts that a preposition names: "In the official version of events, C", "By her own account, C"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.drafted import reported
from tasks.claims.contents.boundaries import clause_end
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.view import View

ACCOUNTS = frozenset({"account", "accounts", "version", "telling"})
_BEFORE = frozenset({"in", "by"})
_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_UNNAMED = frozenset({"all", "most", "some", "any"})  # "by all accounts" is nobody's
_REACH = 6  # tokens of "the official army version of events"


def by_account(view: View, cuts: Sequence[int]) -> list[Draft]:
    """Return what an account says that opens the sentence before a comma; nothing where none does."""
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
    return [reported((end + 1, last), (0, 1), claimant, rule="according_to", lemma="according", left=0)]

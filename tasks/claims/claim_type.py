"""Which kind of statement a claim is: from its cue's class, and from what it says.

The wordings that make a plain "said" a threat, a denial or an accusation stand in
`tasks/lexicons/data/claim_type_wordings.csv`, in the order in which they are tried.
"""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from tasks.claims.draft import Draft
from tasks.lexicons.load import load
from tasks.model.claim import ClaimType

_ASSERTIVE = frozenset({"report", "preposition", "finding", "admission", "belief", "promise"})
_CONFIRMING = frozenset({"confirm", "acknowledge", "admit", "say", "state", "announce"})


@cache
def _wordings() -> tuple[tuple[str, ClaimType, re.Pattern[str], re.Pattern[str] | None], ...]:
    """Return name, type, pattern and the pattern that must not match, in the order of trial."""
    types = {name: name for name in get_args(ClaimType)}
    rows = sorted(load("claim_type_wordings"), key=lambda row: int(row["order"]))
    return tuple(
        (
            row["name"],
            types[row["claim_type"]],
            re.compile(row["pattern"], re.IGNORECASE),
            re.compile(row["unless"], re.IGNORECASE) if row["unless"] else None,
        )
        for row in rows
    )


def _says(name: str, content: str) -> bool:
    """Say whether a content has one of the wordings of a name."""
    return any(
        one == name and pattern.search(content) and not (unless and unless.search(content))
        for one, _, pattern, unless in _wordings()
    )


def claim_type_of(draft: Draft, content: str) -> ClaimType:
    """Return the claim type of a draft whose content has the given words."""
    if draft.lemma == "claim" and draft.rule in ("stated_thing", "passive_by") and _says("attack", content):
        return "responsibility"
    if draft.lemma in ("identify", "name"):
        return "statement"
    if draft.lemma in _CONFIRMING and _says("own_deed", content):
        return "responsibility"
    if draft.cue_class not in _ASSERTIVE or draft.claim_type in ("admission", "demand"):
        return draft.claim_type
    for name, kind, pattern, unless in _wordings():
        if name == "attack" or (name == "assessment" and draft.claim_type != "statement"):
            continue
        if name == "own_deed" or (name == "mistake" and draft.cue_class != "report"):
            continue
        if pattern.search(content) and not (unless and unless.search(content)):
            return kind
    return draft.claim_type

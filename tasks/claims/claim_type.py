"""Which kind of statement a claim is: from its cue's class, and from what it says.

The wordings that make a plain "said" a threat, a denial or an accusation stand in
`tasks/lexicons/data/claim_type_wordings.csv`, in the order in which they are tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import get_args

from tasks.claims.draft import Draft
from tasks.lexicons.load import load
from tasks.model.claim import ClaimType

_MACROS = {
    "<self>": r"^[\"“‘']?(?:it|they|we|i|he|she|(?:its|their|our|my|his|her) (?:own )?[\w-]+"
    r"|(?:one|some|two|members|fighters) of (?:its|their|our|his|her) [\w-]+)\b",
    "<somebody>": r"[\"“‘']?(?:[\w'’-]+ ){1,6}?",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """One row of the lexicon: what a content must hold, and after which cues, to be of a type."""

    claim_type: ClaimType
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    cues: frozenset[str]
    lemmas: frozenset[str]
    but: frozenset[str]
    rules: frozenset[str]

    def fits(self, draft: Draft) -> bool:
        """Say whether the wording is tried for a draft's cue."""
        return (
            draft.cue_class in self.cues
            and draft.lemma not in self.but
            and (not self.lemmas or draft.lemma in self.lemmas)
            and (not self.rules or draft.rule in self.rules)
        )

    def matches(self, content: str) -> bool:
        """Say whether a content has the wording."""
        return bool(self.pattern.search(content)) and not (self.unless and self.unless.search(content))


@cache
def _wordings() -> tuple[Wording, ...]:
    """Return the wordings in the order of trial."""
    types = {name: name for name in get_args(ClaimType)}
    rows = sorted(load("claim_type_wordings"), key=lambda row: int(row["order"]))
    return tuple(
        Wording(
            claim_type=types[row["claim_type"]],
            pattern=_compiled(row["pattern"]),
            unless=_compiled(row["unless"]) if row["unless"] else None,
            cues=frozenset(row["cues"].split()),
            lemmas=frozenset(row["lemmas"].split()),
            but=frozenset(row["but"].split()),
            rules=frozenset(row["rules"].split()),
        )
        for row in rows
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, words in _MACROS.items():
        pattern = pattern.replace(name, words)
    return re.compile(pattern, re.IGNORECASE)


def claim_type_of(draft: Draft, content: str) -> ClaimType:
    """Return the claim type of a draft whose content has the given words."""
    for wording in _wordings():
        if wording.fits(draft) and wording.matches(content):
            return wording.claim_type
    return draft.claim_type

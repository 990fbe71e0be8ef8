"""Attackers of whom only a doubtful word says that they did it: "X suggested that it was staged by Y".

What a speaker claims, suggests or alleges, or says in words that are quoted, counts like blame, where the
article names nobody otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.found import Found
from tasks.model.claim import Claim
from tasks.model.document import Document

_DOUBTFUL = re.compile(
    r"\b(?:claim|suggest|alleg|speculat|insinuat|insist|assert)(?:e?s|ed|ing)?\b", re.IGNORECASE
)
_SPEAKS = frozenset(("spoke", "talked", "suspected", "feared", "assumed", "supposed"))
_SPOKEN_OF = re.compile(  # as far as "by" and the name
    r"\b(?:(?:spoke|talked) of|suspected|feared|assumed|supposed) (?:an?|the)?\b[^,.;:]{1,40}?"
    r" by (?:the |an? )?$"
)
_BARE = 12  # code points of "the so-called "
_OTHERS = ("statement", "accusation", "denial", "assessment", "condemnation")


def is_quoted(found: Found, document: Document) -> bool:
    """Whether somebody is named within words that are quoted: "a blow by the terrorists", he said.

    A quotation that holds little more than the name only gives the name.
    """
    return any(
        q.inner.contains(found.span) and len(q.inner) > len(found.span) + _BARE for q in document.quotations
    )


def _is_spoken_of(found: Found, document: Document) -> bool:
    """Whether somebody at first only called it the deed of one: "the governor spoke of an assault by X"."""
    sentence = document.sentences[document.index_at(found.span.start)]
    if found.grade != "agent" or _SPEAKS.isdisjoint(sentence.words):
        return False
    return _SPOKEN_OF.search(document.text, sentence.span.start, found.span.start) is not None


def _is_disputed(found: Found, claim: Claim) -> bool:
    """Whether somebody only says whose men they were: "X said the attackers belonged to Y"."""
    return found.grade == "belonging" and claim.cue_class != "finding"


def is_said(found: Found, document: Document, claims: Sequence[Claim]) -> bool:
    """Whether an attacker stands inside what somebody else merely claims."""
    if found.role != "perpetrator":
        return False
    if is_quoted(found, document) or _is_spoken_of(found, document):
        return True
    return any(
        claim.voice == "attributed"
        and claim.claim_type in _OTHERS
        and claim.cue is not None
        and any(span.contains(found.span) for span in claim.content)
        and (_DOUBTFUL.search(claim.cue.of(document.text)) or _is_disputed(found, claim))
        for claim in claims
    )

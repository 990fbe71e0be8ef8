"""From what an engine offers to claims: every passage is looked up, and what does not hold is left out."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

from tasks.claims.quoting import quote_type
from tasks.engines.engine import OfferedClaim, Passage
from tasks.engines.placed_words import NotInTextError, place
from tasks.model.article import INFOBOX
from tasks.model.claim import Claim, ClaimType
from tasks.model.document import Document, Sentence
from tasks.model.issue import Issue
from tasks.model.span import Span

STAGE = "engines"
_TYPES = frozenset(get_args(ClaimType))
_SHOWN = 200  # characters of a value in the issue log


class _RefusedError(ValueError):
    """Why an offered claim is left out."""


def admit(document: Document, offered: OfferedClaim, engine: str) -> Claim | Issue:
    """Return an offered claim as a claim of the rule `engine.<name>`, or what is wrong with it.

    A claim needs a content and a cue that stand in the article's prose, in order and apart from each
    other, and one of the codebook's types; a claimant, an addressee and a medium, if given, stand in
    it as well.
    """
    try:
        return _claim(document, offered, engine)
    except (_RefusedError, NotInTextError) as error:
        return Issue(
            article=document.article.article_id,
            stage=STAGE,
            code="offered_claim_refused",
            severity="warning",
            place=engine,
            value=_words(document, offered.content)[:_SHOWN],
            message=f"A claim that the engine {engine} offered was left out: {error}.",
        )


def _claim(document: Document, offered: OfferedClaim, engine: str) -> Claim:
    near = offered.near
    parts = offered.content if isinstance(offered.content, tuple) else (offered.content,)
    content = tuple(place(document, part, near) for part in parts)
    if not content:
        raise _RefusedError("it has no content")
    if any(a.end > b.start for a, b in pairwise(content)):
        raise _RefusedError("the parts of its content overlap or are not in text order")
    cue = place(document, offered.cue, content[0].start if near is None else near)
    if any(part.overlaps(cue) for part in content):
        raise _RefusedError(f"its cue {cue.of(document.text)!r} lies within its content")
    if offered.claim_type not in _TYPES:
        raise _RefusedError(f"there is no claim type {offered.claim_type!r}")
    sentence = _prose_sentence(document, cue)
    return Claim(
        content=content,
        cue=cue,
        cue_class=None,
        claimant=_beside(document, offered.claimant, sentence),
        claim_type=offered.claim_type,
        sentence=sentence.index,
        rule=f"engine.{engine}",
        quote_type=quote_type(document.text, content, document.quotations),
        is_hedged=bool(offered.is_hedged),
        is_negated=bool(offered.is_negated),
        addressee=_beside(document, offered.addressee, sentence),
        medium=_beside(document, offered.medium, sentence),
    )


def _beside(document: Document, passage: Passage | None, sentence: Sentence) -> Span | None:
    """Return the span of a passage in the paragraph of the cue's sentence; None where there is none."""
    if passage is None:
        return None
    found = place(document, passage, sentence.span.start)
    if not document.paragraphs[sentence.paragraph].span.contains(found):
        raise _RefusedError(f"{found.of(document.text)[:80]!r} stands in another paragraph than the cue")
    return found


def _prose_sentence(document: Document, cue: Span) -> Sentence:
    index = document.index_at(cue.start)
    sentence = document.sentences[index] if index >= 0 else None
    if sentence is None or not sentence.span.contains(cue):
        raise _RefusedError(f"its cue {cue.of(document.text)!r} lies in no sentence")
    if document.heading_of(sentence) == INFOBOX:
        raise _RefusedError("the infobox attributes nothing to anybody")
    return sentence


def _words(document: Document, content: Passage | tuple[Passage, ...]) -> str:
    parts = content if isinstance(content, tuple) else (content,)
    return " … ".join(part if isinstance(part, str) else part.of(document.text) for part in parts)

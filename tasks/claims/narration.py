"""Statements in the article's own voice: each figure that nobody is quoted for still has a claim.

A figure inside the content of an attributed claim belongs to that claim; any other belongs to a
claim of voice "article", one for each sentence or infobox value that holds such figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tasks.model.article import INFOBOX
from tasks.model.claim import Claim
from tasks.model.document import Document, Sentence
from tasks.model.figure import Figure
from tasks.model.span import Span


def narrate(
    document: Document, claims: Sequence[Claim], figures: Sequence[Figure]
) -> tuple[tuple[Claim, ...], tuple[int, ...]]:
    """Return all claims, in text order, and for each figure the index of its claim.

    The first value holds the given claims (with `parent` pointing to the new places) and one claim
    of voice "article" for each sentence or infobox value with figures of its own.
    """
    parts = _parts_by_sentence(document, claims)
    owners = [_innermost(document, parts, figure) for figure in figures]
    told: dict[int, Claim] = {}
    for figure, owner in zip(figures, owners, strict=True):
        if owner is None:
            sentence = sentence_at(document, figure.number.start)
            told.setdefault(sentence.index, stated(document, sentence))
    every = [(claim, ("said", i)) for i, claim in enumerate(claims)]
    every += [(claim, ("told", i)) for i, claim in told.items()]
    every.sort(key=lambda item: (item[0].extent.start, item[0].extent.end, item[1]))
    place = {name: i for i, (_, name) in enumerate(every)}
    placed = tuple(
        claim if claim.parent is None else replace(claim, parent=place["said", claim.parent])
        for claim, _ in every
    )
    of_figure = tuple(
        place["told", sentence_at(document, figure.number.start).index]
        if owner is None
        else place["said", owner]
        for figure, owner in zip(figures, owners, strict=True)
    )
    return placed, of_figure


def stated(document: Document, sentence: Sentence) -> Claim:
    """Return what a sentence says in the article's own voice, without its final stop."""
    words = sentence.span.of(document.text).rstrip()
    end = sentence.span.start + len(words.rstrip(".!?;") or words)
    in_infobox = document.heading_of(sentence) == INFOBOX
    return Claim(
        content=(Span(sentence.span.start, end),),
        cue=None,
        cue_class=None,
        claimant=None,
        claim_type="statement",
        sentence=sentence.index,
        rule="infobox" if in_infobox else "narration",
        voice="article",
    )


def sentence_at(document: Document, position: int) -> Sentence:
    """Return the sentence that holds a position.

    Raises:
        LookupError: if no sentence does.
    """
    index = document.index_at(position)
    if index < 0 or document.sentences[index].span.end <= position:
        raise LookupError(f"no sentence holds position {position} of {document.article.article_id}")
    return document.sentences[index]


def _parts_by_sentence(document: Document, claims: Sequence[Claim]) -> dict[int, list[tuple[Span, int]]]:
    """Return the parts of contents, each with its claim's index, by the sentences that they touch."""
    found: dict[int, list[tuple[Span, int]]] = {}
    for index, claim in enumerate(claims):
        for part in claim.content:
            last = document.index_at(max(part.start, part.end - 1))
            for sentence in range(document.index_at(part.start), last + 1):
                found.setdefault(sentence, []).append((part, index))
    return found


def _innermost(
    document: Document, parts: Mapping[int, Sequence[tuple[Span, int]]], figure: Figure
) -> int | None:
    """Return the index of the shortest claim whose content holds the figure's number."""
    near = parts.get(document.index_at(figure.number.start), ())
    holding = [(len(part), index) for part, index in near if part.contains(figure.number)]
    return min(holding)[1] if holding else None

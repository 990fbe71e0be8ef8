"""Quotations that go on: in the sentences after a quoted statement, in a block after a colon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.model.claim import Claim
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me"})


def continue_quotations(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims; what the next sentences go on quoting joins the statement that they continue."""
    by_sentence: dict[int, list[int]] = {}
    for index, claim in enumerate(claims):
        by_sentence.setdefault(claim.sentence, []).append(index)
    result = list(claims)
    inside: list[int] = []
    for sentence_index, indices in by_sentence.items():
        last = max(indices, key=lambda i: claims[i].extent.end)
        claim = claims[last]
        if claim.rule == "block_quotation" and claim.quote_type == "none":
            block = _block(document, document.sentences[sentence_index], by_sentence)
            if block is not None:
                result[last] = replace(claim, content=(block,), quote_type="full")
                inside += [
                    i
                    for i, other in enumerate(claims)
                    if block.contains(other.extent) and other.rule != "block_quotation"
                ]
            else:
                result[last] = replace(claim, content=())
        elif claim.quote_type == "full" and claim.rule in (
            "said_quote",
            "postposed",
            "inverted",
            "said_that",
        ):
            more = _quoted_sentences(document, sentence_index + 1, by_sentence)
            if more:
                result[last] = replace(claim, content=(*claim.content, *more))
    return [claim for i, claim in enumerate(result) if claim.content and i not in inside]


def _block(document: Document, sentence: Sentence, taken: dict[int, list[int]]) -> Span | None:
    """Return the paragraph after the one that a sentence ends with a colon.

    A paragraph in which others speak is no quotation: its marks of one have been lost.
    """
    following = sentence.paragraph + 1
    if not sentence.span.of(document.text).rstrip().endswith(":") or following >= len(document.paragraphs):
        return None
    paragraph = document.paragraphs[following]
    speaks = {token.lower for one in document.sentences if one.paragraph == following for token in one.tokens}
    if (
        any(document.sentences[index].paragraph == following for index in taken)
        and not speaks & _FIRST_PERSON
    ):
        return None
    same = paragraph.section == document.paragraphs[sentence.paragraph].section
    return paragraph.span if same and len(paragraph.span) else None


def _quoted_sentences(document: Document, start: int, taken: dict[int, list[int]]) -> list[Span]:
    """Return the sentences from an index on that are nothing but quotation, in the same paragraph."""
    found: list[Span] = []
    index = start
    while index < len(document.sentences) and index not in taken:
        sentence = document.sentences[index]
        if sentence.paragraph != document.sentences[start - 1].paragraph or not _is_quoted(
            document, sentence
        ):
            break
        found.append(sentence.span)
        index += 1
    return found


def _is_quoted(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence lies within one quotation, marks included."""
    words = sentence.span.of(document.text)
    if words[:1] not in "\"“«'‘":
        return any(q.span.contains(sentence.span) for q in document.quotations)
    return any(
        q.span.start <= sentence.span.start and sentence.span.end <= q.span.end + 1
        for q in document.quotations
    )

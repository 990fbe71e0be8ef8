"""Quotations that go on: in the sentences after a quoted statement, in a block after a colon."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace

from tasks.model.claim import Claim
from tasks.model.document import Document, Sentence
from tasks.model.span import Span, hull

_FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me"})
_QUOTING = frozenset({"said_quote", "postposed", "inverted", "said_that"})


def continue_quotations(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, and for a quoted one a further one of what the next sentences go on quoting.

    That has the cue, the claimant and the type of the statement that it continues, and a rule of its own.
    """
    starts = [quotation.span.start for quotation in document.quotations]
    by_sentence: dict[int, list[int]] = {}
    for index, claim in enumerate(claims):
        by_sentence.setdefault(claim.sentence, []).append(index)
    result = list(claims)
    blocks: list[Span] = []
    further: list[Claim] = []
    for sentence_index, indices in by_sentence.items():
        last = indices[0] if len(indices) == 1 else max(indices, key=lambda i: claims[i].extent.end)
        claim = claims[last]
        if claim.rule == "block_quotation" and claim.quote_type == "none":
            block = _block(document, document.sentences[sentence_index], by_sentence)
            if block is None:
                result[last] = replace(claim, content=())
                continue
            result[last] = replace(claim, content=(block,), quote_type="full")
            blocks.append(block)
        elif claim.quote_type == "full" and claim.rule in _QUOTING:
            more = _quoted_sentences(document, sentence_index + 1, by_sentence, starts)
            if more is not None:
                further.append(
                    replace(claim, content=(more,), inherited=True, parent=None, rule="continued_quotation")
                )
    return [claim for claim in result if claim.content and not _is_inside(claim, blocks)] + further


def _is_inside(claim: Claim, blocks: Sequence[Span]) -> bool:
    """Say whether a claim is one that a quoted block holds; the blocks are in text order."""
    index = bisect_right(blocks, claim.extent.start, key=lambda block: block.start) - 1
    return claim.rule != "block_quotation" and index >= 0 and blocks[index].contains(claim.extent)


def _block(document: Document, sentence: Sentence, taken: Container[int]) -> Span | None:
    """Return the paragraph after the one that a sentence ends with a colon.

    A paragraph in which others speak is no quotation, unless it is told in the first person.
    """
    following = sentence.paragraph + 1
    if not sentence.span.of(document.text).rstrip().endswith(":") or following >= len(document.paragraphs):
        return None
    paragraph = document.paragraphs[following]
    if paragraph.section != document.paragraphs[sentence.paragraph].section or not len(paragraph.span):
        return None
    sentences = _sentences_of(document, sentence.index + 1, following)
    words = {token.lower for one in sentences for token in one.tokens}
    if any(one.index in taken for one in sentences) and not words & _FIRST_PERSON:
        return None
    return paragraph.span


def _sentences_of(document: Document, start: int, paragraph: int) -> list[Sentence]:
    """Return the sentences of a paragraph, the first of which has a given index."""
    found: list[Sentence] = []
    for index in range(start, len(document.sentences)):
        if document.sentences[index].paragraph != paragraph:
            break
        found.append(document.sentences[index])
    return found


def _quoted_sentences(
    document: Document, start: int, taken: Container[int], starts: Sequence[int]
) -> Span | None:
    """Return the sentences from an index on that are nothing but quotation, in the same paragraph."""
    found: list[Span] = []
    index = start
    while index < len(document.sentences) and index not in taken:
        sentence = document.sentences[index]
        same = sentence.paragraph == document.sentences[start - 1].paragraph
        if not same or not _is_quoted(document, sentence, starts):
            break
        found.append(sentence.span)
        index += 1
    return hull(found) if found else None


def _is_quoted(document: Document, sentence: Sentence, starts: Sequence[int]) -> bool:
    """Say whether a sentence lies within one quotation, marks included, a stop behind it aside."""
    index = bisect_right(starts, sentence.span.start) - 1
    return index >= 0 and sentence.span.end <= document.quotations[index].span.end + 1


def repeated(document: Document, claims: list[Claim]) -> list[Claim]:
    """Give "This was repeated by X" the type of the first statement of the sentence before."""
    for i in range(1, len(claims)):
        claim = claims[i]
        again = claim.cue is not None and claim.cue.of(document.text).split()[-1] in ("repeated", "echoed")
        if again and claim.text(document.text).lower() in {"this", "it", "these claims", "the claim"}:
            before = [one for one in claims[:i] if one.sentence == claims[i - 1].sentence]
            claims[i] = replace(claim, claim_type=before[0].claim_type)
    return claims

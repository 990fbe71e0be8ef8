"""The text stage: an article to its document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from tasks.model.article import Article
from tasks.model.document import Document, Quotation, Sentence
from tasks.model.issue import Issue
from tasks.model.span import Span
from tasks.text.brackets import closed_brackets
from tasks.text.paragraphs import Block, blocks
from tasks.text.quotations import NO_MARKS, Pairing, pair_marks
from tasks.text.sentences import split_sentences
from tasks.text.tokens import tokenize

_SIGNED = ("— ", "– ")
_LONGEST_NAME = 120  # code points of who said it, with an office


def analyse(article: Article) -> Document:
    """Return the article's text as paragraphs, sentences, tokens and quotations.

    Every infobox value is a paragraph of one sentence, and a list item one of as many as it has.
    A paragraph above a line with the one who said it ("— Ada Quist") is a quotation, marks or not.
    Left-over markup, hat notes and the lists at an article's end ("See also", "References") are
    paragraphs without sentences. The result's issues are this stage's own.
    """
    found, issues = blocks(article)
    sentences: list[Sentence] = []
    quotations: list[Quotation] = []
    for number, block in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        for part in block.prose:
            is_last = part == block.prose[-1]
            goes_on = is_last and following is not None and _opens_with_quotation(article.text, following)
            _add_part(article, block, part, goes_on, sentences, quotations, issues)
        if following is not None and _is_signed(article.text, block, following, quotations):
            span = block.paragraph.span
            quotations.append(Quotation(span, span, block.paragraph.index))
    return Document(
        article, tuple(block.paragraph for block in found), tuple(sentences), tuple(quotations), tuple(issues)
    )


def _add_part(
    article: Article,
    block: Block,
    part: tuple[int, int],
    goes_on: bool,
    sentences: list[Sentence],
    quotations: list[Quotation],
    issues: list[Issue],
) -> None:
    """Add the sentences, quotations and issues of a paragraph, or of a part of one."""
    text, (start, end) = article.text, part
    pairing = pair_marks(text, start, end)
    if block.is_value:
        spans = [(start, end)]
    else:
        brackets = closed_brackets(text, start, end)
        shields = brackets if pairing is NO_MARKS else _shields(pairing, brackets, end if goes_on else None)
        spans = list(split_sentences(text, start, end, shields))
    marks: Collection[int] = ()
    if pairing is not NO_MARKS:
        marks = {at for pair in pairing.pairs for at in (pair.opening, pair.closing) if at is not None}
    for one in spans:
        tokens = tokenize(text, *one, marks)
        sentences.append(Sentence(len(sentences), Span(*one), block.paragraph.index, tokens))
    for pair in pairing.pairs:
        if pair.closing is not None:
            span, inner = Span(pair.opening, pair.closing + 1), Span(pair.opening + 1, pair.closing)
        else:
            last = end if goes_on else _sentence_end(spans, pair.opening, end)
            span, inner = Span(pair.opening, last), Span(min(pair.opening + 1, last), last)
        quotations.append(Quotation(span, inner, block.paragraph.index))
        if pair.closing is None and not goes_on:
            message = "A quotation that is not closed; it is taken to end with its sentence."
            value = text[span.start : min(span.end, span.start + 200)]
            issues.append(_unbalanced(article, pair.opening, value, message))
    for at in pairing.strays:
        message = "A closing quotation mark without an opening one; it is passed over."
        issues.append(_unbalanced(article, at, text[max(start, at - 60) : at + 1], message))


def _unbalanced(article: Article, at: int, value: str, message: str) -> Issue:
    place = f"char {at}-{at + 1}"
    return Issue(article.article_id, "text", "unbalanced_quotation", "warning", place, value, message)


def _shields(
    pairing: Pairing, brackets: Sequence[tuple[int, int]], goes_on_to: int | None
) -> list[tuple[int, int]]:
    """Return the outermost quotations and brackets in text order, overlapping ones joined.

    An unclosed quotation counts only if it goes on in the next paragraph, whose end of this part is given.
    """
    closed = [
        (pair.opening, goes_on_to if pair.closing is None else pair.closing + 1) for pair in pairing.pairs
    ]
    shields = [(opening, end) for opening, end in closed if end is not None]
    joined: list[tuple[int, int]] = []
    for start, end in sorted([*shields, *brackets]):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _sentence_end(spans: Sequence[tuple[int, int]], position: int, end: int) -> int:
    """Return where the sentence ends that holds a position; `end` if none does."""
    number = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return spans[number][1] if number >= 0 and position < spans[number][1] else end


def _is_signed(text: str, block: Block, following: Block, quotations: Sequence[Quotation]) -> bool:
    """Say whether a paragraph without quotation marks stands above the name of the one who said it."""
    start, end = following.paragraph.span.start, following.paragraph.span.end
    if text[start - 2 : start] not in _SIGNED or block.is_value or not block.prose:
        return False
    own = block.paragraph
    is_item = own.span.start > 0 and text[own.span.start - 1] != "\n"  # its bullet is left out
    marked = bool(quotations) and quotations[-1].paragraph == own.index
    return (
        not is_item
        and not marked
        and own.section == following.paragraph.section
        and end - start <= _LONGEST_NAME
        and text[start].isupper()
    )


def _opens_with_quotation(text: str, block: Block) -> bool:
    return bool(block.prose) and text[block.prose[0][0]] in '“"«„'

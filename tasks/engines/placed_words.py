"""Where the words that an engine gives stand in the article.

Exactly, or almost: language models straighten quotation marks and drop a comma.  Almost means an
alignment of at least 95 of 100 (`rapidfuzz.fuzz.partial_ratio_alignment`) within one paragraph,
widened to whole words; what reaches the table is the article's own wording.
"""

from __future__ import annotations

from rapidfuzz.fuzz import partial_ratio_alignment

from tasks.engines.engine import Passage
from tasks.model.document import Document
from tasks.model.span import Span

ALMOST = 95.0
SHORTEST = 20  # characters; of fewer, one wrong letter can make another word
LONGEST = 2_000


class NotInTextError(ValueError):
    """A passage that the article does not have, or has more than once. The message says which."""


def place(document: Document, passage: Passage, near: int | None) -> Span:
    """Return the span of a passage, without blanks at its edges.

    Args:
        document: the article.
        passage: a span, or the words.
        near: a position in the text that the words stand next to, if the engine knows one.

    Raises:
        NotInTextError: if there is no such passage, or no way to tell which one is meant.
    """
    text = document.text
    if isinstance(passage, Span):
        if passage.end > len(text) or not passage.of(text).strip():
            raise NotInTextError(f"{passage.start}..{passage.end} holds no words of the text")
        words = passage.of(text)
        start = passage.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))
    words = passage.strip()
    if not words:
        raise NotInTextError("no words")
    for area in _areas(document, near):
        at = text.find(words, area.start, area.end)
        if at < 0:
            continue
        if text.find(words, at + 1, area.end) >= 0:
            raise NotInTextError(f"{words[:80]!r} stands there more than once")
        return Span(at, at + len(words))
    return _almost(document, words, near)


def _areas(document: Document, near: int | None) -> list[Span]:
    """Return where to look, smallest first: the sentence and the paragraph of `near`, then all."""
    whole = Span(0, len(document.text))
    if near is None:
        return [whole]
    sentence = document.index_at(near)
    if sentence < 0:
        return [whole]
    one = document.sentences[sentence]
    return [one.span, document.paragraphs[one.paragraph].span, whole]


def _almost(document: Document, words: str, near: int | None) -> Span:
    if not SHORTEST <= len(words) <= LONGEST:
        raise NotInTextError(f"{words[:80]!r} does not stand in the text")
    text = document.text
    areas = _areas(document, near)[:-1] if near is not None else [p.span for p in document.paragraphs]
    best: tuple[float, Span] | None = None
    for area in areas:
        if len(area) < len(words):
            continue
        found = partial_ratio_alignment(words, area.of(text), score_cutoff=ALMOST)
        if found is not None and (best is None or found.score > best[0]):
            best = found.score, _whole_words(text, area, found.dest_start, found.dest_end)
    if best is None:
        raise NotInTextError(f"{words[:80]!r} does not stand in the text")
    return best[1]


def _whole_words(text: str, area: Span, start: int, end: int) -> Span:
    """Return a part of an area, widened to the edges of its first and last word."""
    first, last = area.start + start, area.start + end
    while first > area.start and text[first - 1].isalnum() and text[first].isalnum():
        first -= 1
    while last < area.end and text[last].isalnum() and text[last - 1].isalnum():
        last += 1
    words = text[first:last]
    first += len(words) - len(words.lstrip())
    return Span(first, first + len(words.strip()))

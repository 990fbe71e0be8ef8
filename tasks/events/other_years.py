"""Sentences that tell of other years than the event's: what came before a battle has other sides.

The event's years are those of the title, else those from the first to the last of the lead's first sentence.
Where the title has none a sentence must begin with its year ("In 1635, the Danes"), for many compare ("the
first since 1941"); one without a year then goes on from the one before it in its paragraph.
"""

from __future__ import annotations

import re

from tasks.events.sections import opening
from tasks.lexicons.once import OncePerWord
from tasks.model.document import Document, Sentence
from tasks.model.memo import remembered

_YEARS = re.compile(r"(?:1[0-9]|20)(?<!\w\d\d)\d\d\b")
_FOUR_DIGITS = re.compile(r"\d{4}")
_MAY_HOLD_YEAR = OncePerWord(lambda word: _FOUR_DIGITS.search(word) is not None)
_HEAD = 6  # tokens with which a sentence begins


@remembered
def of_other_years(document: Document) -> frozenset[int]:
    """Return the indices of the sentences behind the first paragraph that tell of other years alone."""
    titled = _YEARS.findall(document.article.title)
    head = opening(document)[:1]
    told = titled or [year for s in head for year in _years(document, s)]
    if not told or not head:
        return frozenset()
    own = range(int(min(told)), int(max(told)) + 1)
    found: set[int] = set()
    last: Sentence | None = None
    for sentence in document.prose:
        if sentence.paragraph <= head[0].paragraph:
            continue
        years = _years(document, sentence)
        goes_on = last is not None and last.index in found and last.paragraph == sentence.paragraph
        if years and not any(int(year) in own for year in years):
            if titled or goes_on or _begins_so(sentence, years):
                found.add(sentence.index)
        elif not years and goes_on and not titled:
            found.add(sentence.index)
        last = sentence
    return frozenset(found)


def _begins_so(sentence: Sentence, years: list[str]) -> bool:
    """Whether a sentence is dated by a year at its head: "In the spring of 1635 X"."""
    return any(t.text in years for t in sentence.tokens[:_HEAD])


def _years(document: Document, sentence: Sentence) -> list[str]:
    if not _MAY_HOLD_YEAR.among(sentence.words):
        return []
    return _YEARS.findall(document.text, sentence.span.start, sentence.span.end)

"""Courts, arrests, funerals and memorials beside a date: what they tell of is no event of that date."""

from __future__ import annotations

import re

from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.sifted import Sifted
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_COURT = Sifted(
    r"\b(?:convict(?:ed|s)|sentenced?|trial|tried(?! to)|court(?! ?house)|jailed|imprison\w*|verdict|"
    r"appeal\w*|death penalty|indicted|charged (?:with|over|in)|pleaded|guilty|(?<!by the )counts? of|"
    r"prison (?:term|sentence)|"
    r"arrest(?:ed)?|detained|extradited|released|acquitted|prosecut\w+|(?<!at the )(?<!at a )memorial|"
    r"plaque|unveiled|commemorat\w+|exhum\w+|mass graves?|"
    r"(?<!at the )(?<!at a )(?<!during the )(?<!during a )funeral"
    rf"(?! (?:procession )?(?:was|were)(?: itself| also)? (?:{one_of(words('hit'))}|fired on))"
    r"|vigil|(?:was|were|been) buried|awarded|"
    r"medal|(?:first|second|\d+(?:st|nd|rd|th)|the|an) anniversary(?! of the [A-Z]))\b",
    re.IGNORECASE,
)
_NEXT_CLAUSE = late_pattern(
    r"; |, (?:and|but|while|who|whom|whose|which|after which|where) | and later | but "
    r"| and (?=(?:[\w-]+ ){0,3}(?:arrest|detain|releas))"
    r"| (?:after|following|over|despite) (?:the|his|her|their|its) (?:[\w-]+ ){0,2}"
    r"(?:arrest|detention|release|conviction|trial|imprisonment|sentence)s?\b"
)
_ASIDE = late_pattern(r", who [^,;.]+,")
_COURT_ITSELF = "court"
_BY_COURT = frozenset(("executed", "hanged", "guillotined"))


def without_court(
    document: Document, sentence: Sentence, span: Span, usable: list[Trigger], day: DateExpression
) -> list[Trigger]:
    """Return the words that are no matter of courts and funerals.

    What the date and a word both stand before, in a clause of their own, is told first, and what became of it
    afterwards: "On 3 May gunmen shot two officers dead, and nine people were arrested".
    """
    court = _COURT.search(_context(document, sentence, span))
    if court is not None and _COURT.search(_without_asides(document, span, usable, day)) is None:
        court = None
    if court is None or not usable:
        return usable
    text = document.text
    begin = max(day.span.end, min(t.span.end for t in usable))
    following = _NEXT_CLAUSE.search(text, begin, span.end)
    if following is None or _COURT.search(text[span.start : following.start()]):
        return []
    ahead = [t for t in usable if t.span.end <= following.start()]
    return [t for t in ahead if t.span.of(text).lower() not in _BY_COURT]


def _without_asides(document: Document, span: Span, usable: list[Trigger], day: DateExpression) -> str:
    """Return the words of a stretch without what a "who" between commas tells of somebody beside it.

    "Quist, who was awarded a medal, was shot dead on 2 May".
    """
    told = [day.span, *(t.span for t in usable)]
    kept, at = [], span.start
    for aside in _ASIDE.finditer(document.text, span.start, span.end):
        if not any(aside.start() <= t.start < aside.end() for t in told):
            kept.append(document.text[at : aside.start()])
            at = aside.end()
    return "".join([*kept, document.text[at : span.end]]) if kept else _COURT_ITSELF


def _context(document: Document, sentence: Sentence, span: Span) -> str:
    """Return the words of a stretch; with "executed", those of the sentence before as well."""
    words = span.of(document.text)
    if "executed" in words and sentence.index:
        return document.sentences[sentence.index - 1].span.of(document.text) + " " + words
    return words

"""What a report tells of another time than its own event's: "gunmen killed ten there last month".

A report opens with what just happened. Where that has dead or injured, whoever killed others in a clause
that puts them weeks or years back did so in another event, whose dead are no part of the toll.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.found import Found
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.months import MONTH_NAMES
from tasks.model.document import Document
from tasks.model.figure import Figure
from tasks.model.memo import remembered
from tasks.model.span import Span

_UNIT = r"(?:week|month|year)"
_LONG_AGO = late_pattern(
    rf"\b(?:last (?:{_UNIT}|spring|summer|autumn|winter|{'|'.join(MONTH_NAMES)})"
    rf"|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d\d?|several|a few|some) {_UNIT}s? ago"
    rf"|(?:at|since) the (?:beginning|start) of (?:the|this) {_UNIT}"
    rf"|earlier (?:this|in the) {_UNIT}|this (?:month|year)"
    rf"|(?:in|over|during) (?:the )?(?:past|last|recent) (?:[a-z]+ )?{_UNIT}s?)\b(?! before)"
)
_SIGNS = frozenset(("last", "ago", "beginning", "start", "earlier", "this", "past", "recent"))
_ENDS = late_pattern(r"[,;:()–—]")
_HEAD = 2  # sentences with which a report says what happened
_HURT = ("killed", "injured", "killed_or_injured", "missing", "captured")


def is_long_ago(document: Document, span: Span, figures: Sequence[Figure]) -> bool:
    """Whether a clause of a report puts what it tells weeks or years before the event that it opens with.

    Args:
        document: the article.
        span: a name or a number within the clause.
        figures: those of the article's own event.
    """
    clauses = _clauses_of_long_ago(document)
    if not any(clause.contains(span) for clause in clauses):
        return False
    head = document.prose[: _HEAD + 1]
    return any(f.property in _HURT and any(s.span.contains(f.number) for s in head) for f in figures)


def without_long_ago(document: Document, found: Sequence[Found], figures: Sequence[Figure]) -> list[Found]:
    """Return the findings without who did or suffered something else, weeks or years before."""
    if not found or not _clauses_of_long_ago(document):
        return list(found)
    return [f for f in found if not is_long_ago(document, f.span, figures)]


@remembered
def _clauses_of_long_ago(document: Document) -> tuple[Span, ...]:
    """Return the clauses behind the head that say so; none where the head itself does."""
    if document.article.infobox:
        return ()
    found: list[Span] = []
    for at, sentence in enumerate(document.prose):
        if _SIGNS.isdisjoint(sentence.words):
            continue
        for match in _LONG_AGO.finditer(document.text, sentence.span.start, sentence.span.end):
            if at < _HEAD:
                return ()
            found.append(_clause(document.text, sentence.span, Span(*match.span())))
    return tuple(found)


def _clause(text: str, sentence: Span, within: Span) -> Span:
    """Return what stands around words up to the next marks, within a sentence."""
    begins = [m.end() for m in _ENDS.finditer(text, sentence.start, within.start)]
    end = _ENDS.search(text, within.end, sentence.end)
    return Span(begins[-1] if begins else sentence.start, end.start() if end else sentence.end)

"""An event other than the article's own, before its place and parties are known."""

from __future__ import annotations

from tasks.events.triggers import Trigger
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document
from tasks.model.event import EventRule
from tasks.model.span import Span
from tasks.model.value import value


@value(frozen=True, slots=True)
class Candidate:
    """An event other than the main one, as one or more stretches of text state it.

    Attributes:
        evidence: the words that state it first.
        date: its date, None where the text only names it.
        trigger: the word that says what kind of event it is.
        sentence: index of the sentence that holds `evidence`.
        stretches: all words that are about it.
        rule: the construction that found it, as it is published.
        is_another: it is told as another than the last before it, though on the same day.
    """

    evidence: Span
    date: DateExpression | None
    trigger: Trigger
    sentence: int
    stretches: tuple[Span, ...]
    rule: EventRule
    is_another: bool = False


def trimmed(document: Document, span: Span) -> Span:
    """Return the span without blanks and stops at its ends."""
    words = span.of(document.text)
    start = span.start + len(words) - len(words.lstrip(" ,;"))
    end = span.end - (len(words) - len(words.rstrip(" ,;.")))
    return Span(start, max(start, end))


def name_words(document: Document, candidate: Candidate) -> frozenset[str]:
    """Return the capitalised words before an event noun: "Omagh" of "the Omagh bombing"."""
    tokens = document.sentences[candidate.sentence].tokens
    before = tokens[max(0, candidate.trigger.first - 4) : candidate.trigger.first]
    return frozenset(t.text for t in before if t.text[:1].isupper() and len(t.text) > 3)

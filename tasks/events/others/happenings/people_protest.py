"""Protests told by what people did: "hundreds of people protested", "protesters gathered outside the court".

Who gathers need not protest: mourners and guests gather as well, and soldiers march.  So it must be
protesters who gathered, or the verb must be one of protest and its subject no armed people.
"""

from __future__ import annotations

from tasks.events.triggers import EventType, Trigger
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_TELLING = frozenset(("protested", "demonstrated", "rallied", "marched", "gathered", "assembled", "streets"))
_PROTEST = EventType("Protests", "Peaceful protest", "PROTEST", None, 1)
_CROWD = any_of(words("protesting_people") | words("crowd"))
_WORDS = r"(?:[\w'’-]+ ){0,6}?"
_DONE = late_pattern(
    r"\b(?:[Pp]rotest[eo]rs|[Dd]emonstrators|[Aa]ctivists|[Mm]archers) (?:[\w'’-]+ ){0,3}?"
    r"(?P<met>gathered|assembled|protested|demonstrated|rallied|marched|took to the streets)\b"
    rf"|\b(?i:{_CROWD}) {_WORDS}(?P<done>protested|demonstrated|rallied|marched|took to the streets)\b"
)


def protest(document: Document, sentence: Sentence) -> Trigger | None:
    """Return the verb of a sentence by which people protested, None if nobody did."""
    if _TELLING.isdisjoint(sentence.words):
        return None
    found = _DONE.search(document.text, sentence.span.start, sentence.span.end)
    if found is None:
        return None
    span = Span(*found.span("met" if found["met"] else "done"))
    inside = [i for i, t in enumerate(sentence.tokens) if span.start <= t.start and t.end <= span.end]
    return Trigger(span, inside[0], inside[-1], True, _PROTEST) if inside else None

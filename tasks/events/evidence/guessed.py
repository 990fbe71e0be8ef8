"""Perpetrators of whom an article only guesses that they did it, where it says itself that nobody knows.

"Detectives speculated that it might have been planted by X, but the case was never solved": a guess names
nobody.  Who claims it for themselves is named all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.left_open import is_left_open
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.document import Document
from tasks.model.event import EventActor

_GUESS = late_pattern(
    r"\b(?:(?:might|may|could|must)(?: (?:well|also|possibly))? have"
    r"|(?:believed|thought|said|supposed|reported|considered|assumed|known) to (?:be|have)"
    r"|possibly|probably|perhaps|presumably|allegedly|likely|alleged|presumed"
    rf"|{any_of(words('guesses'))})\b",
    re.IGNORECASE,
)


def without_guessed(document: Document, parties: Sequence[EventActor]) -> list[EventActor]:
    """Return the parties without perpetrators of a guess where the article leaves open who did it."""
    if not is_left_open(document):
        return list(parties)
    return [p for p in parties if p.role != "perpetrator" or not _is_guessed(document, p)]


def _is_guessed(document: Document, party: EventActor) -> bool:
    """Whether the words of its sentence before a name guess, or its line of the box does."""
    sentence = document.sentences[max(0, document.index_at(party.span.start))]
    begin = max(sentence.span.start, document.text.rfind("\n", 0, party.span.start) + 1)
    return begin < party.span.start and _GUESS.search(document.text, begin, party.span.start) is not None

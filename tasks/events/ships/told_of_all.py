"""Tellings of what befell the ship of the title among others, beside what is told of her alone."""

from __future__ import annotations

import re

from tasks.events.ships.ship_fate import day_in, fate_day
from tasks.events.ships.what_befell import Telling, is_violent, own_tellings
from tasks.events.ships.with_others import is_of_both, struck_among
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import LEAD
from tasks.model.document import Document, Sentence
from tasks.model.memo import remembered


@remembered
def told_of_all(document: Document) -> tuple[Telling, ...]:
    """Return what is told of ships together in the paragraphs that tell of her own event, in text order."""
    own = own_tellings(document)
    if not own or own[0].kind == "did":
        return ()
    told = next((d for t in own if (d := day_in(document, t.at, t.sentence.span.end))), "")
    day = set((fate_day(document) or told).split())
    inside = {t.sentence.paragraph for t in own if document.heading_of(t.sentence) != LEAD}
    if day:  # "May 3, 1944" in prose, "3 May 1944" in the box
        inside |= {s.paragraph for s in document.prose if day <= {t.text for t in s.tokens}}
    near = (s for s in document.prose if s.paragraph in inside)
    return tuple(_among(s, found) for s in near if (found := struck_among(document, s)) is not None)


@remembered
def told_of_both(document: Document) -> tuple[Telling, ...]:
    """Return what is told of two ships together in the sections that tell of her own event, in text order."""
    own = {document.section_of(t.sentence) for t in (*own_tellings(document), *told_of_all(document))}
    near = (s for s in document.prose if document.section_of(s) in own)
    every = (_among(s, found) for s in near if (found := struck_among(document, s)) is not None)
    return tuple(t for t in every if is_of_both(document, t.begin))


def _among(sentence: Sentence, match: re.Match[str]) -> Telling:
    """Return what a sentence tells of ships together as a telling of its own."""
    whom = match.start("whom") if match.groupdict().get("whom") else -1
    return Telling("hit", sentence, 0, match.start(), match.end(), whom, False)


def is_attacked(document: Document) -> bool:
    """Whether what is told of the ship, or of her among others, is told as somebody's doing."""
    every = (*own_tellings(document), *told_of_all(document))
    return any(
        is_violent(document, t) or _ATTACKED.search(document.text, t.begin, t.at) is not None for t in every
    )


_ATTACKED = late_pattern(r"\b(?:attacked|bombed|strafed|shelled|fired (?:up)?on)\Z")

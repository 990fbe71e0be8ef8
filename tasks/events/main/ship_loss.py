"""When and where a ship was lost: the event of an article that a ship's name is the title of.

Launching, commissioning and voyages are told before it and are not it: "She was launched on 3 May 1926.
... On 10 June 1939, Heron was sunk by ...".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.by_sentence import dates_in
from tasks.events.triggers import type_of_words
from tasks.lexicons.construction_words import words
from tasks.model.article import INFOBOX
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.places import PlacePhrase, phrases

_PREFIXES = words("ship_prefix")
_SHIP = (
    r"(?:she|it|the (?:\w+ )?(?:ship|boat|submarine|vessel|destroyer|cruiser|trawler|ferry|liner|frigate))"
)
_LOST = (
    r"(?:was|were|had been|being) (?:\w+ly )?(?:sunk|torpedoed|mined|wrecked|rammed|blown up|bombed and sunk|"
    r"shelled and sunk|lost with)\b|(?:sank|foundered|capsized|blew up|exploded|struck a (?:naval )?mine)\b"
)
_FATE = re.compile(r"(?:Sunk|Torpedoed|Mined|Wrecked|Lost|Rammed|Foundered|Blown up)\b")
_SINKING = re.compile(
    rf"(?:Sinking|Loss|Torpedoing) of (?:the )?(?:(?:{'|'.join(sorted(_PREFIXES))}) )?(?P<name>[A-Z][^()]*\w)"
)
_AT = ("off", "near", "in", "at")


def ship_loss(document: Document, dates: Sequence[DateExpression]) -> DateExpression | None:
    """Return the day on which the ship of the title was lost, None if it is no ship or no such day is told.

    A day that prose gives beside the words for the loss comes before the fate of an infobox.
    """
    pattern = _loss_of(document.article.title)
    if pattern is None:
        return None
    days = [d for d in dates if d.prec == 1 and d.start is not None]
    by_sentence = dates_in(document, days)
    for sentence in document.sentences:
        inside = by_sentence.get(sentence.index)
        if inside and document.heading_of(sentence) != INFOBOX and _tells(document, sentence, pattern):
            return inside[0]
    fates = (f.span for f in document.article.infobox if _FATE.match(f.value))
    return next((d for fate in fates for d in days if fate.contains(d.span)), None)


def loss_phrase(document: Document, day: DateExpression | None) -> PlacePhrase | None:
    """Return where the ship of the title was lost, as the sentences say that tell of that day."""
    if day is None or _loss_of(document.article.title) is None:
        return None
    date = day.span.of(document.text)
    found = [
        p
        for s in document.prose
        if date in s.span.of(document.text)
        for p in phrases(s)
        if p.preposition in _AT
    ]
    named = [p for p in found if any(n.part != "country" for n in p.names)]
    return next(iter(named or found), None)


def _loss_of(title: str) -> re.Pattern[str] | None:
    """Return what says that the ship was lost, None where the title is not a ship's name or her sinking."""
    sinking = _SINKING.match(title)
    if sinking is not None:
        return re.compile(rf"\b(?:{re.escape(sinking['name'])}|{_SHIP}),? (?:{_LOST})", re.IGNORECASE)
    first, _, name = title.partition(" (")[0].partition(" ")
    if first not in _PREFIXES or not name or type_of_words(title) is not None:
        return None
    return re.compile(rf"\b(?:{re.escape(name)}|{_SHIP}),? (?:{_LOST})", re.IGNORECASE)


def _tells(document: Document, sentence: Sentence, pattern: re.Pattern[str]) -> bool:
    """Whether a sentence says that the ship was lost, and not that it sank another."""
    found = pattern.search(document.text, sentence.span.start, sentence.span.end)
    after = document.text[found.end() : found.end() + 5] if found is not None else ""
    is_deed = found is not None and found.group().casefold().endswith("sank")
    return found is not None and not (is_deed and re.match(r" (?:the|an?|two|\d|[A-Z])", after))

"""Places that one sentence joins: "Osk, the capital of Hale Province", "Osk, some 40 km from Hale"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Document
from tasks.model.span import Span
from tasks.places import PlacePhrase

_CAPITAL_OF = late_pattern(
    r"(?:the|an?) (?:[\w-]+ ){0,3}(?:capital|town|city|seat|suburb|village|port|district|neighbou?rhood)"
    r"(?: city)? (?:of|in) "
)
_AWAY = late_pattern(  # ", a mainly Shia town west of", ", some 40 km from"
    r",? (?:(?:which|that) (?:is|lies) |located |situated |lying )?(?:(?:an?|the) (?:[\w-]+ ){1,4}?)?"
    r"(?:(?:about|some|around|roughly|approximately|just) )?"
    r"(?P<far>\d[\d.,]* ?(?:km|kilomet\w+|miles?|mi|m)\b(?: \([^)]*\))?,? )?(?:to the )?(?:away )?"
    r"(?P<side>on (?:the|a) (?:\w+ )?(?:road|highway|railway|line|route|track) "
    r"(?:between|linking|to|from)|(?:north|south|east|west)[a-z-]* (?:of|from)|"
    r"off (?:the (?:[\w-]+ )?)?coast of|from) "
    r"(?:the )?(?:(?:city|town|village|port) (?:of )?)?"
)
_PART_OF = late_pattern(
    r"\b(?:(?:north|south)[ -]?)?(?:(?:north|south|east|west)(?:ern)?|central) $", re.IGNORECASE
)
_PART = 16  # code points
_LONGEST = 90  # code points between two places of one chain


def joined_chains(document: Document, told: Iterable[PlacePhrase]) -> list[PlacePhrase]:
    """Return the phrases of a sentence, with those as one of which the second says where the first lies.

    A town that the first is only some way from is no wider place, but beside it.
    """
    found: list[PlacePhrase] = []
    for phrase in told:
        before = found[-1] if found else None
        whole = _joined(document, before, phrase) if before is not None else None
        if whole is not None:
            found[-1] = whole
        else:
            found.append(phrase)
    return found


def _joined(document: Document, before: PlacePhrase, phrase: PlacePhrase) -> PlacePhrase | None:
    names = before.names
    if before.is_weak or any(n.part == "country" for n in names) or all(n.part for n in names):
        return None
    start = phrase.names[0].span.start
    gap = document.text[before.span.end : start]
    if not 0 < len(gap) < _LONGEST:
        return None
    span = Span(before.span.start, phrase.span.end)
    if document.text.startswith(", ", before.span.end) and _CAPITAL_OF.match(
        document.text, before.span.end + 2
    ):
        return replace(before, span=span, names=(*names, *phrase.names), hint=before.hint or phrase.hint)
    away = _AWAY.fullmatch(document.text, before.span.end, start)
    if away is None or (away["far"] is None and away["side"] == "from"):
        return None
    first, *others = phrase.names
    beside = replace(first, is_beside=True)
    return replace(before, span=span, names=(*names, beside, *others), hint=before.hint or phrase.hint)


def with_part(document: Document, phrase: PlacePhrase) -> PlacePhrase:
    """Return a phrase that names only a country with the words for a part of it: "in eastern Norland"."""
    if any(n.part != "country" for n in phrase.names):
        return phrase
    part = _PART_OF.search(document.text, max(0, phrase.span.start - _PART), phrase.span.start)
    return phrase if part is None else replace(phrase, span=Span(part.start(), phrase.span.end))

"""The site that a title names without saying what it is: "Rose Arms shooting", a pub as the prose says."""

from __future__ import annotations

import re

from tasks.events.triggers import type_of_words
from tasks.lexicons.deeds import deeds
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.site_nouns import attacked_nouns
from tasks.model.article import INFOBOX
from tasks.model.document import Document
from tasks.model.span import Span

# Mostly called after the town where they stand.
_OF_TOWNS = ("airport", "airfield", "barracks", "base", "checkpoint", "crossing", "garrison", "station")
_NOUNS = sorted(
    (
        {noun for noun in attacked_nouns() if not noun.endswith(_OF_TOWNS)}
        - {"estate", "state", "county", "parish", "region", "university", "borough", "farm", "park"}
        | {"public house", "house", "café", "showroom", "store", "shop", "club", "disco", "estate agents"}
    ),
    key=lambda noun: (-len(noun), noun),
)
_SITE_BEHIND = late_pattern(rf"(?:,? (?:\w+ )?)(?:{'|'.join(map(re.escape, _NOUNS))})\b")
_WORD = late_pattern(r"\w")
_NAME = late_pattern(
    r"(?:\d{4} )?(?P<name>[A-Z][\w'’&.-]*(?: (?:[A-Z&][\w'’.-]*|of|the))*) (?P<rest>[a-z].*)$"
)
_TRAINS = (" Express", " Mail", " Special", " Limited", " Flyer")
_DEEDS = ("hostage", *sorted(deeds("attack", "one")))


def called_site(document: Document) -> Span | None:
    """Return where the prose first says of the title's name what site it is: "the Rose Arms public house"."""
    match = _NAME.match(document.article.title)
    if match is None or not match["rest"].startswith(_DEEDS) or type_of_words(match["rest"]) is None:
        return None
    for sentence in document.sentences:
        at = _said(document.text, match["name"], sentence.span)
        if at is not None and document.heading_of(sentence) != INFOBOX and not _is_place(document, at):
            return Span(at, at + len(match["name"]))
    return _train(document, match["name"])


def _train(document: Document, name: str) -> Span | None:
    """Return where the prose first has a train by its name: "the Osk Express was carrying 200 people"."""
    if not name.endswith(_TRAINS):
        return None
    called = re.compile(rf"\b[Tt]he (?P<name>{re.escape(name)})\b(?! [a-z]*(?:bomb|attack|derail|explosion))")
    return first_in_prose(document, called)


def first_in_prose(document: Document, called: re.Pattern[str]) -> Span | None:
    """Return the group "name" of a pattern where the prose first matches it, None if it does nowhere."""
    for sentence in document.prose:
        found = called.search(document.text, sentence.span.start, sentence.span.end)
        if found is not None:
            return Span(*found.span("name"))
    return None


def _said(text: str, name: str, within: Span) -> int | None:
    """Return where a name first stands before the noun of a site."""
    at = text.find(name, within.start, within.end)
    while at >= 0:
        is_whole = at == 0 or _WORD.match(text, at - 1) is None
        if is_whole and _SITE_BEHIND.match(text, at + len(name), within.end):
            return at
        at = text.find(name, at + 1, within.end)
    return None


def _is_place(document: Document, at: int) -> bool:
    """Whether a town's name only stands before what lies there: "in Osk market", "Osk police station"."""
    return not re.search(r"\b[Tt]he $", document.text[max(0, at - 4) : at])

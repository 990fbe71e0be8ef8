"""The site that a title names without saying what it is: "Rose Arms shooting", a pub as the prose says."""

from __future__ import annotations

import re

from tasks.events.triggers import type_of_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.load import load
from tasks.model.article import INFOBOX
from tasks.model.document import Document
from tasks.model.span import Span

_NOUNS = sorted(
    (
        {row["noun"] for row in load("sites") if not row["part"]}
        - words("wide_site")
        - {"estate", "state", "county", "parish", "region", "university", "borough", "farm", "park"}
        | words("attacked_site")
        | {"public house", "house", "café", "showroom", "store", "shop", "club", "disco", "estate agents"}
    ),
    key=lambda noun: (-len(noun), noun),
)
_SITE = "|".join(map(re.escape, _NOUNS))
_NAME = re.compile(r"(?:\d{4} )?(?P<name>[A-Z][\w'’&.-]*(?: (?:[A-Z&][\w'’.-]*|of|the))*) (?P<rest>[a-z].*)$")
_DEEDS = ("shooting", "bombing", "attack", "ambush", "massacre", "siege", "raid", "hostage", "stabbing")


def called_site(document: Document) -> Span | None:
    """Return where the prose first says of the title's name what site it is: "the Rose Arms public house"."""
    match = _NAME.match(document.article.title)
    if match is None or not match["rest"].startswith(_DEEDS) or type_of_words(match["rest"]) is None:
        return None
    name = re.escape(match["name"])
    said = re.compile(rf"\b(?P<site>{name})(?:,? (?:\w+ )?)(?:{_SITE})\b")
    for sentence in document.sentences:
        if document.text.find(match["name"], sentence.span.start, sentence.span.end) < 0:  # nearly always
            continue
        found = said.search(document.text, sentence.span.start, sentence.span.end)
        if found is not None and document.heading_of(sentence) != INFOBOX and not _is_place(document, found):
            return Span(*found.span("site"))
    return None


def _is_place(document: Document, found: re.Match[str]) -> bool:
    """Whether a town's name only stands before what lies there: "in Osk market", "Osk police station"."""
    return not re.search(r"\b[Tt]he $", document.text[max(0, found.start() - 4) : found.start()])

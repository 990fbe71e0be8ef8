"""A people whom riots or attacks were against, told by an adjective: "anti-Northlander riots"."""

from __future__ import annotations

import re

from tasks.events.new_party import NewParty
from tasks.events.parties.peoples import people_at
from tasks.events.sections import opening
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.span import Span

_ANTI = late_pattern(
    r"\b[Aa]nti-(?P<whom>[A-Z][\w’'-]+)"
    rf" (?:{deed('attack')}|riot(?:s|ing|ers)?|violence|mobs?|unrest)\b"
)


def opposed_people(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the people whom the title or the lead says the riots were against, as the article names them."""
    told = [document.article.title, *(s.span.of(document.text) for s in opening(document))]
    match = next((m for t in told if "nti-" in t and (m := _ANTI.search(t))), None)
    if match is None:
        return []
    whom = match["whom"]
    plural = whom if whom.endswith("s") else f"{whom}s"
    named = re.compile(rf"(?<![-\w])(?:{re.escape(plural)}|{re.escape(whom)} [a-z]+s)\b")
    for sentence in document.prose:
        found = named.search(document.text, sentence.span.start, sentence.span.end)
        if found is not None:
            return [people_at(document, Span(*found.span()), actors)]
    return []

"""A protest that was met with force: those who protested are the target, who used the force did it.

- met with: "they were met with fierce police brutality", "met with violent repression by the X"
- violently: "the protests were violently suppressed by the X"

Whom "the police opened fire on" is told by `crowd_hit`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.events.new_party import NewParty, party
from tasks.events.sections import opening
from tasks.events.targets.people.crowd_hit import crowd_hit
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document
from tasks.model.memo import remembered
from tasks.model.span import Span

_PROTEST = late_pattern(r"\b(?:protests?|demonstrations?|march|rally|strike|sit-ins?)\b", re.IGNORECASE)
_RIOT = late_pattern(rf"\b(?:riots?|clash(?:es)?|{deed('rising')})\b", re.IGNORECASE)
_MET = late_pattern(
    r"\bmet with (?:[a-z]+ ){0,2}?(?:(?P<who>police|army|military|state) )?"
    r"(?:brutality|repression|violence|gunfire|bullets|live (?:fire|ammunition|rounds)|crackdowns?)\b"
    r"|\b(?:violently|brutally|bloodily) (?:suppressed|repressed|dispersed|crushed|put down|broken up)\b"
)
_BY = late_pattern(r" (?:by|from) (?:the )?")
_KILLED = frozenset(("killed", "dead", "died", "deaths", "shot", "wounded", "injured"))


@remembered
def is_repressed(document: Document) -> bool:
    """Whether the lead of an article on a protest says that it was met with force, and people were hurt."""
    return next(_met(document), None) is not None


def repressing(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return who met the protest with force."""
    for match in () if crowd_hit(document, actors) else _met(document):
        if match["who"] in ("police", "army", "military"):
            return [party(document, Span(*match.span("who")), "perpetrator", "military", "described")]
        by = _BY.match(document.text, match.end())
        named = actors.overlapping(Span(by.end(), by.end() + 1)) if by is not None else ()
        for known in named:
            mention = Mention(known.span, known.actor, "name", "described")
            return [NewParty(actors.actors[known.actor], mention, "perpetrator")]
    return []


def _met(document: Document) -> Iterator[re.Match[str]]:
    title = document.article.title
    if not _PROTEST.search(title) or _RIOT.search(title):
        return
    told = opening(document)
    if all(_KILLED.isdisjoint(s.words) for s in told):
        return
    for sentence in told:
        match = _MET.search(document.text, sentence.span.start, sentence.span.end)
        if match is not None:
            yield match

"""Whom a title names as the object of its event: "Shooting of X", "Murders of X and Y", "Storming of the X".

- persons and people of an attack on them are targets, whatever else the article says was hit
- a town that was raided or bombed ("Raid on Osk"), where the article names nobody and nothing else
- a site ("the Bastion") that was stormed, bombed or attacked is one where the lead names nobody
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.actors.known.folded_names import fold
from tasks.events.clauses.phrases.slot_phrase import kind_of
from tasks.events.new_party import NewParty, its_part, party
from tasks.events.targets.struck.struck_towns import struck_town
from tasks.events.targets.titled.title_site import site_in_event_name
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, forms_of, nouns, nouns_that
from tasks.model.actor import ActorBook, ActorKind, Mention
from tasks.model.article import INFOBOX
from tasks.model.document import Document, Token
from tasks.model.event import EventActor
from tasks.model.span import Span

_OF_PEOPLES = forms_of(noun for noun in nouns() if noun.means == "massacre")
_ON_PLACES = forms_of(nouns_that(("attacks", "destroys", "encloses", "robs"), ("", "object"))) | {
    "burning",
    "sack",
}
_PERSONAL = forms_of(nouns_that(("harms", "kills", "takes", "wounds"), ("", "people"))) | {
    "shooting",
    "shootings",
}
_ON_PERSONS = late_pattern(rf"\b(?:{any_of(_PERSONAL - _OF_PEOPLES)}) of (?P<whom>[^(]+)", re.IGNORECASE)
_ON_SITES = late_pattern(
    rf"\b(?:{any_of(_ON_PLACES)}) (?:of|on) (?:the )?"
    r"(?P<whom>[A-Z][^(]*?)(?: (?:in|on|at|during|by) .*)?(?: \(.*\))?$",
    re.IGNORECASE,
)
_ON_SHIPS = late_pattern(
    r"\b(?:sinking|scuttling) of (?:the )?(?P<whom>[A-Z][^(]*?)(?: (?:in|on|off|by) .*)?$", re.I
)
_PERSON = late_pattern(r"[A-Z][\w'’.-]+(?: (?:(?:al|bin|ibn|de|van|von|el|da|der) )?[A-Z][\w'’.-]*){1,3}")
_JOINED = late_pattern(r", and |, | and | & ")


def titled_targets(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return whom the title names as shot, killed, kidnapped or attacked, as the prose first writes it."""
    title = document.article.title
    match = _ON_PERSONS.search(title)
    if match is not None:
        found = [_person(document, actors, name.strip()) for name in _JOINED.split(match["whom"])]
        return [one for one in found if one is not None] or list(_people(document, actors, match["whom"]))
    match = _ON_SHIPS.search(title)
    if match is not None:
        span = _first(document, match["whom"].strip()) or _first(document, match["whom"].strip().split()[-1])
        return [] if span is None else [_as_target(document, actors, span, "unknown", "site")]
    match = _ON_SITES.search(title)
    if match is None:
        return []
    span = _first(document, "the " + match["whom"].strip(), 4)  # what has an article is no town
    if span is not None:
        return [_as_target(document, actors, span, "unknown", "titled")]
    return []


def attacked_towns(
    document: Document, actors: ActorBook, parties: Sequence[EventActor]
) -> tuple[list[NewParty], list[EventActor]]:
    """Return the towns that the title says were raided or bombed, where no target is known, and their parts.

    So does the lead of the town in a title that only says where it was ("Osk air raid").

    No earlier rule knows them, or each "bombing of Osk" would be of an actor.
    """
    if any(p.role == "target" for p in parties):
        return [], []
    match = _ON_SITES.search(document.article.title)
    if match is None:
        places = [struck_town(document)]
    else:
        places = [_first(document, name) for name in _JOINED.split(match["whom"].strip())]
    towns = [_as_target(document, actors, at, "unknown", "town") for at in places if at is not None]
    return towns, [its_part(t) for t in towns]


def site_of_event(
    document: Document, actors: ActorBook, parties: Sequence[EventActor]
) -> tuple[list[NewParty], list[EventActor]]:
    """Return the site that only the event's name tells ("Osk market bombing"), where no target is known."""
    at = None if any(p.role == "target" for p in parties) else site_in_event_name(document)
    if at is None:
        return [], []
    site = _as_target(document, actors, at, "unknown", "site")
    return [site], [its_part(site)]


def _person(document: Document, actors: ActorBook, name: str) -> NewParty | None:
    if _PERSON.fullmatch(name) is None:
        return None
    known = actors.actors.get(fold(name))
    if known is not None and known.kind not in ("person", "unknown"):
        return None  # "Killing of Norland Police"
    span = _first(document, name)
    return None if span is None else _as_target(document, actors, span, "person", "site")


def _people(document: Document, actors: ActorBook, words: str) -> Iterator[NewParty]:
    """Yield the people of a title, by as many of its words as the prose has: "police officers"."""
    parts = words.split()
    is_people = bool(parts) and kind_of(Token.of(parts[-1], 0, len(parts[-1]), "word")) == "people"
    if len(parts) < 2 or not (is_people or parts[-1] == "officers"):
        return
    for first in range(len(parts) - 1):
        span = _first(document, " ".join(parts[first:]))
        if span is not None:
            yield _as_target(document, actors, span, "civilians", "site")
            return


def _as_target(document: Document, actors: ActorBook, span: Span, kind: ActorKind, method: str) -> NewParty:
    known = next((m for m in actors.overlapping(span) if m.span.contains(span)), None)
    if known is not None:
        return NewParty(
            actors.actors[known.actor], Mention(known.span, known.actor, "name", method), "target"
        )
    return party(document, span, "target", kind, method)


def _first(document: Document, words: str, skipped: int = 0) -> Span | None:
    """Return where the prose first has these words, in whatever case, without the first of them."""
    wanted = re.compile(rf"\b{re.escape(words)}\b(?! [a-z]+ (?:attack|bombing|massacre)s?)", re.IGNORECASE)
    for sentence in document.sentences:
        if document.heading_of(sentence) == INFOBOX:
            continue
        start = max(sentence.span.start, len(document.article.title) + 4)
        for found in wanted.finditer(document.text, start, sentence.span.end):
            return Span(found.start() + skipped, found.end())
    return None

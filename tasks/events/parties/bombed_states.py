"""The state that a title says was bombed or invaded: "air raid on Northland" has Northland for its target."""

from __future__ import annotations

from tasks.actors.known.countries import countries
from tasks.events.new_party import NewParty
from tasks.events.parties.national import is_state
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document

_OF_STATE = late_pattern(rf"\b(?:{deed('afar')}|bombing|invasion|raid) (?:of|on) (?:the )?(?P<name>[A-Z].*)$")


def bombed_state(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the state that the title says was bombed or invaded, with its first mention in the lead."""
    behind = _OF_STATE.search(document.article.title)
    country = countries().names.get(behind["name"]) if behind is not None else None
    if country is None:
        return []
    title = len(document.article.title) + 4
    for mention in actors.mentions:
        actor = actors.actors[mention.actor]
        if mention.span.start > title and is_state(actor, country):
            return [NewParty(actor, Mention(mention.span, actor.key, "name", "bombed"), "target")]
    return []

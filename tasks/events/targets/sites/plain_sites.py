"""Sites told by a common noun alone ("a market"), which are targets only where no people are."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.found import Found
from tasks.events.party_choice import LATE
from tasks.events.targets.sites.scene_site import GATHERINGS
from tasks.events.targets.sites.target_choice import BY_HAND
from tasks.lexicons.construction_words import words
from tasks.model.actor import Actor, ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor

_VEHICLES = words("vehicle")  # what people were in is a target beside them where the title names it
_PEOPLE = ("civilians", "military", "armed_group")


def without_plain_sites(
    document: Document, parties: list[EventActor], found: Sequence[Found], actors: ActorBook
) -> list[EventActor]:
    """Leave out "the market" where the lead or the box says at whom men aimed, and "the Osk mosque" of Osks.

    A site that was itself aimed at ("attacked a police station") stays.
    """
    told = [a for p in parties if p.role == "target" and (a := actors.actors.get(p.actor)) is not None]
    things = [a for a in told if a.kind == "unknown"]
    firm = {f.actor: f for f in found if f.role == "target" and f.grade not in LATE}
    people = [a for a in told if a.kind in _PEOPLE and a.key in firm and _is_aim(document, firm[a.key])]
    if not people or not things:
        return parties
    theirs = {w for a in people for w in a.name.split()}
    held = {m.actor for m in actors.mentions if m.method == "held_scene"}
    plain = {a.key for a in things if a.key not in firm.keys() | held and _is_plain(a, theirs)}
    return [p for p in parties if p.role != "target" or p.actor not in plain]


def _is_aim(document: Document, found: Found) -> bool:
    """Whether the box names people as the target, or the lead as those at whom men aimed, no bomb."""
    if any(f.name == "target" and f.span.contains(found.span) for f in document.article.infobox):
        return True
    is_in_lead = bool(document.lead) and found.span.end <= document.lead[-1].span.end
    return is_in_lead and BY_HAND.search(document.article.title) is not None


def _is_plain(actor: Actor, theirs: set[str]) -> bool:
    """Whether a thing has no name of its own and is nothing that people ride in."""
    own = actor.name.split()
    is_named = any(w[:1].isupper() and w not in theirs for w in own)
    is_plain = own[-1].islower() and not is_named and not _is_vehicle(own[-1])
    return is_plain and own[-1] not in GATHERINGS  # a wedding is the people who came to it


def _is_vehicle(word: str) -> bool:
    return not _VEHICLES.isdisjoint((word.lower(), word.lower().removesuffix("s")))

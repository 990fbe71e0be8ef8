"""Who did it, of all that an article says late: the parties of the surest kind of evidence."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tasks.events.evidence.evidence_kinds import KINDS, Evidence, best_kind
from tasks.events.party_choice import groups_behind, is_of_country, is_of_somebody, owners
from tasks.model.actor import ActorBook
from tasks.model.event import EventActor

_CLAIMED = ("owned", "in_name")  # a group says that it did, and one of its men did it with his hands
_KNOWN = ("named", "finding")


def surest(
    text: str,
    evidence: Sequence[Evidence],
    chosen: Sequence[EventActor],
    denying: Collection[str],
    actors: ActorBook,
) -> list[EventActor]:
    """Return the perpetrators of the highest kind of evidence, each once.

    Args:
        text: the article's.
        evidence: what all finders have found, in text order within each kind.
        chosen: the parties in the article's own voice, none of them a perpetrator with a name.
        denying: actors that say that they did not do it.
        actors: the article's actors.
    """
    is_told_whose = any(p.role == "perpetrator" and is_of_somebody(p.actor, actors) for p in chosen)
    left = [
        e
        for e in evidence
        if (KINDS[e.kind].is_firm or not is_told_whose)
        and not (KINDS[e.kind].is_withdrawn and e.party.actor in denying)
    ]
    kind = best_kind(left)
    best = owners([e.party for e in left if e.kind == kind], actors)
    if kind in _CLAIMED and _are_told(chosen, actors) and all(_is_person(p, actors) for p in best):
        return []  # a commander who speaks for "Norlandic separatist fighters"
    if kind == "blamed" and _are_told(chosen, actors):
        return []  # whom the article itself says did it, others only blame under another name
    if kind in _CLAIMED and not any(_is_person(p, actors) for p in best):
        named = [e.party for e in left if e.kind in _KNOWN and _is_person(e.party, actors)]
        return best + owners(named, actors)
    if (
        kind is None
        or KINDS[kind].rank >= KINDS["finding"].rank
        or not all(_is_person(p, actors) for p in best)
    ):
        return best
    accused = [e.party for e in evidence if e.kind == "blamed" and e.party.actor not in denying]
    return best + groups_behind(text, best, accused, actors)


def _are_told(chosen: Sequence[EventActor], actors: ActorBook) -> bool:
    """Whether fighters without a name of their own are said to be whose: "Norlandic separatist fighters"."""
    acting = [p.actor for p in chosen if p.role == "perpetrator" and is_of_country(p.actor, actors)]
    return any((a := actors.actors.get(key)) is not None and a.kind == "armed_group" for key in acting)


def _is_person(party: EventActor, actors: ActorBook) -> bool:
    actor = actors.actors.get(party.actor)
    return actor is None or actor.kind == "person"

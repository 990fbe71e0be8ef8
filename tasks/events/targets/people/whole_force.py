"""Of what the force that was attacked is said to be a part: "a base of X, a part of the Y"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.party_choice import is_unnamed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span

_PART_OF = late_pattern(
    r"(?: \([^()]*\)|\))?,? (?:which (?:is|was) )?(?:a|an|the)? ?(?:[a-z]+ )?"
    r"(?:part|branch|wing|component|member|faction|affiliate) of (?:the )?(?:[A-Z]?[a-z]+ )?"
)
_FORCES = ("armed_group", "military")
_AHEAD = 60  # code points between the two names


def with_wholes(document: Document, parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the parties with the forces of which a force that was attacked is said to be a part."""
    done = list(parties)
    taken = {p.actor for p in parties if p.role in ("perpetrator", "target")}
    for party in parties:
        actor = actors.actors.get(party.actor)
        if party.role != "target" or actor is None or actor.kind not in _FORCES:
            continue
        behind = document.text[party.span.end : party.span.end + _AHEAD]
        if " of " not in behind:
            continue
        for mention in actors.beginning_in(Span(party.span.end, party.span.end + _AHEAD)):
            if mention.actor in taken:
                continue
            whole = actors.actors[mention.actor]
            is_force = whole.kind in _FORCES and not is_unnamed(whole.key, actors)
            if is_force and _PART_OF.fullmatch(document.text, party.span.end, mention.span.start):
                done.append(EventActor(whole.key, "target", mention.span, "whole"))
                taken.add(whole.key)
    return done

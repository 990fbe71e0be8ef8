"""Who took a place, in an event that says that it was taken: "X captured Osk", "Osk fell to X".

In the article's own battle these verbs say which side won; of another event they say who did it.
"""

from __future__ import annotations

from tasks.events.candidate import Candidate
from tasks.events.found import Found, Words
from tasks.events.subject_verb import is_passive, verb_of
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook

_FORCES = ("armed_group", "military", "state", "government", "international")
_BE = words("be")
_TO = frozenset(("to", "by"))
_NEAR = 4  # tokens between "to" and the name


def takers(other: Candidate, inside: Words, actors: ActorBook) -> list[Found]:
    """Return who took the place of an event that a verb tells, none of an event of another kind."""
    if other.rule != "place_taken":
        return []
    tokens, first, last = inside.tokens, other.trigger.first, other.trigger.last
    found = []
    for span, key in inside.mentions:
        actor = actors.actors.get(key)
        if actor is None or actor.kind not in _FORCES or not any(s.contains(span) for s in other.stretches):
            continue
        if span.start < tokens[first].start:
            verb = verb_of(inside.sentence, span)
            acts = verb is not None and verb <= first and first - verb < _NEAR
            is_done_to = tokens[first - 1].lower in _BE or tokens[last].lower == "to"
            if acts and verb is not None and is_passive(tokens, verb) is None and not is_done_to:
                found.append(Found(key, "perpetrator", span, "subject"))
        else:
            behind = [t.lower for t in tokens[last : last + 1 + _NEAR] if t.start < span.start]
            if not _TO.isdisjoint(behind):
                found.append(Found(key, "perpetrator", span, "by_agent", grade="agent"))
    return found

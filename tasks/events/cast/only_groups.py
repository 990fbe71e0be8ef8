"""The armed groups that a short article on an attack names, where nothing else in it says who did it.

An article of a few sentences on a bombing or a shooting names a group because the attack is laid to it, in
whatever words.  It is alleged; not of several groups, of one that denies it or was hit, nor of air raids.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tasks.events.by_sentence import Stretches
from tasks.events.evidence.denials import denying
from tasks.events.parties.fitness import may_attack
from tasks.events.party_choice import is_unnamed
from tasks.events.sections import is_before, is_list
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span

_ATTACK = late_pattern(rf"\b(?:{any_of(words('attack_title'))}|hijacking|kidnapping)\b", re.IGNORECASE)
_OF_FORCES = late_pattern(
    r"\b(?:air|drone|missile|airstrikes?|shelling|bombardment|raid|siege)\b", re.IGNORECASE
)
_NOT = frozenset(("no", "not", "never", "denied", "denies", "neither", "nor", "nobody", "against"))
_SHORT = 25  # sentences
_FEW = 2  # groups


def with_only_groups(
    document: Document,
    parties: tuple[EventActor, ...],
    claims: Sequence[Claim],
    others: Stretches,
    actors: ActorBook,
) -> tuple[EventActor, ...]:
    """Return the parties with the groups that the article names, where it tells of nobody who did it."""
    title = document.article.title
    if any(p.role == "perpetrator" for p in parties) or len(document.sentences) > _SHORT:
        return parties
    if _ATTACK.search(title) is None or _OF_FORCES.search(title) is not None:
        return parties
    taken = {p.actor for p in parties if p.role in ("target", "victim")} | set(
        denying(document, claims, actors)
    )
    found = _groups(document, taken, others, actors)
    if not found or len(found) > _FEW:
        return parties
    added = [EventActor(key, "perpetrator", None, True, None, span) for key, span in found.items()]
    return (*_without(parties, found), *added)


def _without(parties: Sequence[EventActor], found: Collection[str]) -> list[EventActor]:
    """Return the parties without the groups as those that only took part."""
    return [p for p in parties if p.actor not in found]


def _groups(
    document: Document, taken: Collection[str], others: Stretches, actors: ActorBook
) -> dict[str, Span]:
    """Return the armed groups with a name that the article's own event is told with, and where first."""
    found: dict[str, Span] = {}
    for mention in actors.mentions:
        actor = actors.actors[mention.actor]
        if (
            actor.kind != "armed_group"
            or actor.key in taken
            or actor.key in found
            or is_unnamed(actor.key, actors)
        ):
            continue
        sentence = document.sentences[max(0, document.index_at(mention.span.start))]
        heading = document.heading_of(sentence)
        if not _NOT.isdisjoint(sentence.words):
            continue  # "found no proof that X had planted it"
        if is_before(heading) or is_list(heading) or not may_attack(actor.key, document, actors):
            continue
        if not any(s.contains(mention.span) for _, s in others.get(sentence.index, ())):
            found[actor.key] = mention.span
    return found

"""The side of a fight that is left when one is known: a short article on a battle tells of two.

Who besieged the garrison, where nothing says it outright, is the only other force or nation of which the
article tells that it fought; whom those who attacked hit is the only other one as well.  Of several that are
left none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.by_sentence import Stretches
from tasks.events.clauses.who_acts import is_prepositional
from tasks.events.evidence.nations import is_of_fight
from tasks.events.evidence.reinforcements import beside_attackers
from tasks.events.fights.camps import camp_of
from tasks.events.new_party import NewParty
from tasks.events.other_years import of_other_years
from tasks.events.party_choice import is_unnamed
from tasks.events.sections import told_sentences
from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import verb_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor, Role
from tasks.model.span import Span

_RAID = late_pattern(r"\b(?:raids?|ambush|expedition|landing)\b", re.IGNORECASE)
_LONG = 40  # sentences from which on an article tells of more than two sides
_KINDS = ("state", "military", "armed_group")


def with_side_left(
    document: Document,
    parties: Sequence[EventActor],
    new: Sequence[NewParty],
    actors: ActorBook,
    others: Stretches,
) -> list[EventActor]:
    """Return the parties of a fight with the side that is left, and with those who helped the attackers."""
    is_raid = _RAID.search(document.article.title) is not None  # pursuers are no side of it
    if not is_of_fight(document) or is_raid or len(document.sentences) > _LONG:
        return list(parties)
    acting = {camp_of(p.actor, actors) or p.actor for p in parties if p.role == "perpetrator"}
    allies = beside_attackers(document, new, acting, actors)
    helping = {p.actor for p in allies}
    kept = [p for p in parties if p.role != "target" or p.actor not in helping]
    attacked = {camp_of(p.actor, actors) or p.actor for p in kept if p.role == "target"}
    attacked |= {camp_of(n.actor.key, actors) or n.actor.key for n in new if n.mention.method == "garrison"}
    camps = {camp_of(key, actors) for key in helping}
    left = {
        c: s for c, s in _fighting(document, actors, others).items() if c not in acting | attacked | camps
    }
    missing: Role | None = None
    if attacked and not acting and not _are_things(kept, actors):
        missing = "perpetrator"
    elif acting and not attacked:
        missing = "target"
    made = []
    if missing is not None and len(left) == 1:
        made = [EventActor(key, missing, span, "side_left") for span, key in left.values()]
    if not acting and not any(p.role == "perpetrator" for p in made):
        return [*kept, *made]
    present = {p.actor for p in (*kept, *made)}
    return [*kept, *made, *(p for p in allies if p.actor not in present)]


def _are_things(parties: Sequence[EventActor], actors: ActorBook) -> bool:
    """Whether all that was hit are things: "fell upon the wagons" says not whose they were."""
    hit = [actors.actors.get(p.actor) for p in parties if p.role == "target"]
    return bool(hit) and all(a is not None and a.kind == "unknown" and a.name.islower() for a in hit)


def _fighting(document: Document, actors: ActorBook, others: Stretches) -> dict[str, tuple[Span, str]]:
    """Return the camps that an article tells of as doing something, each with its first mention."""
    found: dict[str, tuple[Span, str]] = {}
    for sentence in told_sentences(document):
        if sentence.index in of_other_years(document):
            continue
        elsewhere = [span for _, span in others.get(sentence.index, ())]
        for span, key in sentence_words(sentence, actors).mentions:
            if actors.actors[key].kind not in _KINDS or is_unnamed(key, actors):
                continue
            camp = camp_of(key, actors)
            if camp is None or camp in found or is_prepositional(sentence.tokens, span):
                continue
            if any(s.contains(span) for s in elsewhere):
                continue  # who fought there earlier
            if verb_of(sentence, span) is not None:
                found[camp] = (span, key)
    return found

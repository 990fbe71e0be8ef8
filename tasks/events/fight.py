"""Who fights on which side of a battle, by one procedure: which camps there are, which has the initiative.

1. The sides are those that the infobox or the lead names (`two_sides`); without them every camp is one.
2. The camp that the first sentence of the lead with a sign of the initiative shows attacking has it, else the
   one that the signs of the whole article show more often than not (`initiative`).
3. A side is named by those who are found in its role, else by who is shown so, the lead's first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasks.events.camps import GOVERNMENT, REBELS, camp_of, states
from tasks.events.initiative import Signal, signals
from tasks.events.party_choice import is_unnamed
from tasks.events.sections import is_apart
from tasks.events.sentence_words import sentence_words
from tasks.model.actor import ActorBook
from tasks.model.article import INFOBOX, LEAD
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor, Role
from tasks.model.span import Span

_FORCES = frozenset(("forces", "army", "troops", "military"))
_OFTEN = 2  # times that an article names a state's forces before they stand for the state
_MOST = 3  # of a camp, those whom the article shows first


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the initiative with the camp whose it is."""

    camp: str
    signal: Signal
    sentence: int
    in_lead: bool


@dataclass(frozen=True, slots=True)
class Fight:
    """What an article tells of a fight.

    Attributes:
        title: the article's title.
        actors: the article's actors.
        signs: the signs of the initiative, the lead's first.
        told: how often the article's own sections name each actor that is on a side, and where first.
        named: how often the whole article names each actor.
        home: the state whose forces "government forces" are, None if no state's forces fight.
        lead: the indices of the lead's sentences.
        starts: where each sentence begins.
    """

    title: str
    actors: ActorBook
    signs: tuple[Sign, ...]
    told: dict[str, tuple[int, Span]]
    named: Counter[str]
    home: str | None
    lead: frozenset[int]
    starts: tuple[int, ...]

    def camp(self, key: str) -> str | None:
        """Return the camp of an actor; a government's forces are those of the state that fights."""
        found = camp_of(key, self.actors)
        return self.home if found == GOVERNMENT and self.home is not None else found

    def party_camp(self, party: EventActor) -> str:
        """Return the camp of a party; who fights on no side is one of their own."""
        return self.camp(party.actor) or party.actor


def fight_of(document: Document, actors: ActorBook) -> Fight:
    """Return what an article tells of a fight in its own sections."""
    counts: Counter[str] = Counter()
    first: dict[str, Span] = {}
    serving: Counter[str] = Counter()
    every: list[tuple[str, Signal, Sentence]] = []
    for sentence in _told(document):
        words_ = sentence_words(sentence, actors)
        for span, key in words_.mentions:
            camp = camp_of(key, actors)
            if camp is not None:
                counts[key] += 1
                first.setdefault(key, span)
                serving[camp] += camp in states() and actors.actors[key].kind != "state"
        for one in signals(words_):
            camp = one.country if one.actor is None else camp_of(one.actor, actors)
            if camp is not None:
                every.append((camp, one, sentence))
    home = max(serving, key=lambda c: (serving[c], c), default=None)
    home = home if home is not None and serving[home] else None
    lead = frozenset(s.index for s in document.sentences if document.heading_of(s) == LEAD)
    signs = [
        Sign(home if camp == GOVERNMENT and home is not None else camp, one, s.index, s.index in lead)
        for camp, one, s in every
        if s.index in lead or not one.retakes
    ]
    signs.sort(key=lambda s: (not s.in_lead, s.signal.span))
    told = {key: (count, first[key]) for key, count in counts.items()}
    starts = tuple(s.span.start for s in document.sentences)
    named = Counter(mention.actor for mention in actors.mentions if mention.kind == "name")
    return Fight(document.article.title, actors, tuple(signs), told, named, home, lead, starts)


def _told(document: Document) -> Iterator[Sentence]:
    for sentence in document.sentences:
        heading = document.heading_of(sentence)
        if heading != INFOBOX and not is_apart(heading):
            yield sentence


def attacking_side(fight: Fight, signs: Sequence[Sign], first: Sequence[str], second: Sequence[str]) -> int:
    """Return 1 if signs say that the first of two sides attacks, -1 if the second, 0 if they say nothing.

    In the lead the first sentence that tells the sides apart decides, else all signs together.

    Args:
        fight: what the article tells.
        signs: those that count.
        first: the actors of one side.
        second: those of the other.
    """
    sides = [{camp for key in side if (camp := fight.camp(key)) is not None} for side in (first, second)]
    by_sentence: dict[int, int] = {}
    total = 0
    for sign in signs:
        weight = _side_of(sign.camp, sides) * (1 if sign.signal.attacks else -1)
        if sign.in_lead:
            by_sentence[sign.sentence] = by_sentence.get(sign.sentence, 0) + weight
        total += weight
    told = next((net for net in by_sentence.values() if net), total)
    return (told > 0) - (told < 0)


def _side_of(camp: str, sides: Sequence[set[str]]) -> int:
    """Return 1 for the first side's camp, -1 for the second's, 0 for neither's."""
    first, second = (camp in side for side in sides)
    if first == second and camp == REBELS:
        of_state = [any(c in states() or c == GOVERNMENT for c in side) for side in sides]
        if of_state[0] != of_state[1]:
            return -1 if of_state[0] else 1
    return first - second


def by_camps(fight: Fight, parties: Sequence[EventActor]) -> list[EventActor]:
    """Return the parties of a fight whose two sides nothing names: those of the camp that has the initiative.

    Whoever the lead shows first has a role, a party that was found before a sign of the same sentence; what
    the lead leaves open the other parties found say, then the signs of the body.
    """
    attacker = _camp_in_role("perpetrator", fight, parties, None)
    attacked = _camp_in_role("target", fight, parties, attacker)
    found = [p for p in parties if p.role not in ("perpetrator", "target")]
    found += _named("perpetrator", fight, parties, attacker, attacked)
    found += _named("target", fight, parties, attacked, attacker)
    return found


def _camp_in_role(role: Role, fight: Fight, parties: Sequence[EventActor], other: str | None) -> str | None:
    """Return the camp that attacks, or that is attacked, None if nothing says so."""
    is_acting = role == "perpetrator"
    fighting = [p for p in parties if p.role == role and not _is_person(p, fight)]
    found = [(_sentence(fight, p.span), 0, fight.party_camp(p)) for p in fighting]
    shown = [(s.sentence, 1, s.camp) for s in fight.signs if s.in_lead and s.signal.attacks == is_acting]
    early = sorted([f for f in found if f[0] in fight.lead] + shown, key=lambda f: f[:2])
    late = [f for f in found if f[0] not in fight.lead]
    first = next((camp for _, _, camp in [*early, *late] if camp != other), None)
    if first is not None:
        return first
    balance: Counter[str] = Counter()
    for sign in fight.signs:
        if sign.camp != other:
            balance[sign.camp] += 1 if sign.signal.attacks == is_acting or not is_acting else -1
    attacking = {s.camp for s in fight.signs if s.in_lead and s.signal.attacks}
    if not is_acting:  # any other camp that fights: the one that is told of most
        for key, (count, _) in fight.told.items():
            camp = fight.camp(key)
            if camp is not None and camp != other and (camp in balance or _serves(key, fight)):
                balance[camp] += count
        calm = Counter({camp: count for camp, count in balance.items() if camp not in attacking})
        balance = calm or balance
    best = max(balance, key=lambda camp: (balance[camp], camp), default=None)
    return best if best is not None and balance[best] > 0 else None


def _is_person(party: EventActor, fight: Fight) -> bool:
    actor = fight.actors.actors.get(party.actor)
    return actor is not None and actor.kind == "person"


def _serves(key: str, fight: Fight) -> bool:
    """Whether an actor is a force whose name says whose it is, not the place of the title."""
    if fight.actors.actors[key].name in fight.title:
        return False
    return fight.actors.actors[key].kind in ("military", "armed_group") and _rank(key, fight.actors) > 0


def _sentence(fight: Fight, span: Span) -> int:
    return max(0, sum(start <= span.start for start in fight.starts) - 1)


def _named(
    role: Role, fight: Fight, parties: Sequence[EventActor], camp: str | None, other: str | None
) -> list[EventActor]:
    """Return who has a role: those found but for the other camp's, else who names the camp best."""
    found = [p for p in parties if p.role == role]
    if camp is None:
        return found
    shown = [s for s in fight.signs if s.signal.attacks == (role == "perpetrator") and s.camp != other]
    where = {s.sentence for s in shown if s.camp == camp and s.in_lead}
    if any(fight.party_camp(p) == camp for p in found):
        kept = [p for p in found if fight.party_camp(p) != other]
        return [p for p in kept if fight.party_camp(p) == camp or _rank(p.actor, fight.actors)]
    shown = [s for s in shown if s.camp == camp or s.sentence in where]
    shown = [s for s in shown if s.in_lead] or [s for s in shown if s.camp == camp]
    keys = {s.signal.actor: s.signal.span for s in reversed(shown) if s.signal.actor is not None}
    if not keys:
        keys = _most_told(fight, camp)
    if any(_is_person(p, fight) for p in found) and not keys:
        return found
    most = max((_rank(key, fight.actors) for key in keys), default=0)
    listed = sorted([k for k in keys.items() if _rank(k[0], fight.actors) == most], key=lambda k: k[1])[
        :_MOST
    ]
    return [EventActor(key, role, None, False, None, span) for key, span in listed]


def well_named(fight: Fight, parties: Sequence[EventActor]) -> list[EventActor]:
    """Return the parties with names that tell more.

    Rebels are the groups that the lead shows in their role, a state its forces that the article tells of.
    """
    done: list[EventActor] = []
    for role in ("perpetrator", "target"):
        own = [p for p in parties if p.role == role]
        if own and all(fight.camp(p.actor) == REBELS for p in own):
            own = _by_name(role, fight, own)
        done += [_by_force(fight, p) for p in own]
    return [p for p in parties if p.role not in ("perpetrator", "target")] + done


def _by_force(fight: Fight, party: EventActor) -> EventActor:
    """Return a party that is a state as its forces, where the article tells of them more than once."""
    actor = fight.actors.actors.get(party.actor)
    camp = fight.camp(party.actor)
    if actor is None or actor.kind != "state" or camp is None:
        return party
    forces = [
        key
        for key in fight.told
        if fight.camp(key) == camp
        and fight.actors.actors[key].kind == "military"
        and fight.actors.actors[key].name.split()[-1].lower() in _FORCES
        and _rank(key, fight.actors)
    ]
    best = max(forces, key=lambda key: (fight.named[key], key), default=None)
    if best is None or sum(fight.named[key] for key in forces) < _OFTEN:
        return party
    return EventActor(best, party.role, party.side, party.is_alleged, party.claim, fight.told[best][1])


def _rank(key: str, actors: ActorBook) -> int:
    """Return how well a name tells who is meant: "troops", "Norland troops", "Norland Army"."""
    return any(c.isupper() for c in actors.actors[key].name) + (not is_unnamed(key, actors))


def _by_name(role: Role, fight: Fight, parties: Sequence[EventActor]) -> list[EventActor]:
    """Return, for rebels without a name, the armed groups that the lead shows in the same role."""
    groups: dict[str, Span] = {}
    for sign in fight.signs:
        key = sign.signal.actor
        if not sign.in_lead or key is None or sign.signal.attacks != (role == "perpetrator"):
            continue
        if fight.actors.actors[key].kind == "armed_group" and not is_unnamed(key, fight.actors):
            groups.setdefault(key, sign.signal.span)
    made = [EventActor(key, role, None, False, None, span) for key, span in list(groups.items())[:_MOST]]
    return made or list(parties)


def _most_told(fight: Fight, camp: str) -> dict[str, Span]:
    """Return the actor of a camp that the article names most often, a force before its state."""
    known = [key for key in fight.told if fight.camp(key) == camp]
    best = max(
        known,
        key=lambda k: (
            fight.actors.actors[k].kind == "military" and _rank(k, fight.actors) > 0,
            fight.told[k][0],
            k,
        ),
        default=None,
    )
    return {} if best is None else {best: fight.told[best][1]}

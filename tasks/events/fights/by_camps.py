"""Who attacks and who is attacked in a fight whose two sides nothing names: the camps shown first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from tasks.events.fights.allied import joined_camps
from tasks.events.fights.camps import REBELS, ROLES
from tasks.events.fights.fight import Fight
from tasks.events.fights.side_names import FORCES, MOST, is_person, most_told, rank
from tasks.model.event import EventActor, Role
from tasks.model.span import Span

_FIGHT = ("military", "armed_group", "state", "government", "international", "organisation")
_STEADY = 2  # signs of withstanding beyond those of attacking
_LESS = 5  # signs that one of attacking in the lead outweighs
_BY_NAME = 2  # the rank of a name of its own
_SERVING = FORCES | {"navy", "soldiers", "patrols", "patrol", "marines"}


def by_camps(fight: Fight, parties: Sequence[EventActor]) -> list[EventActor]:
    """Return the parties of a fight whose two sides nothing names: those of the camp that has the initiative.

    Whoever the lead shows first has a role, a party that was found before a sign of the same sentence; what
    the lead leaves open the other parties found say, then the signs of the body.
    """
    attacker = _camp_in_role("perpetrator", fight, parties, set())
    allies = {fight.party_camp(p) for p in parties if p.role == "perpetrator" and not p.is_alleged}
    others = {attacker} | (allies if attacker in allies else set()) | joined_camps(fight, attacker)
    attacked = _camp_in_role("target", fight, parties, others)
    found = [p for p in parties if p.role not in ("perpetrator", "target")]
    found += _named("perpetrator", fight, parties, attacker, attacked)
    found += _named("target", fight, parties, attacked, attacker)
    return found


def _camp_in_role(
    role: Role, fight: Fight, parties: Sequence[EventActor], others: Collection[str | None]
) -> str | None:
    """Return the camp that attacks, or that is attacked, None if nothing says so; none of the `others`."""
    is_acting = role == "perpetrator"
    fighting = [p for p in parties if p.role == role and _is_fighter(p, fight)]
    if is_acting and any(s.in_lead and s.signal.attacks for s in fight.signs):  # not "cut down by archers"
        fighting = [p for p in fighting if rank(p.actor, fight.actors) or fight.camp(p.actor) == REBELS]
    found = [(_sentence(fight, p.span), 0, fight.party_camp(p)) for p in fighting]
    found = [f for f in found if not _is_shown_otherwise(fight, f[0], f[2], is_acting)]
    shown = [(s.sentence, 1, s.camp) for s in fight.signs if s.in_lead and s.signal.attacks == is_acting]
    early = sorted([f for f in found if f[0] in fight.lead] + shown, key=lambda f: f[:2])
    late = [f for f in found if f[0] not in fight.lead]
    first = next((camp for _, _, camp in [*early, *late] if camp not in others), None)
    if first is not None:
        return first
    balance: Counter[str] = Counter()
    for sign in fight.signs:
        if sign.camp not in others:
            balance[sign.camp] += 1 if sign.signal.attacks == is_acting or not is_acting else -1
    attacking = {s.camp for s in fight.signs if s.in_lead and s.signal.attacks}
    if not is_acting:  # any other camp that fights: the one that is told of most
        for key, (count, _) in fight.told.items():
            camp = fight.camp(key)
            if camp is not None and camp not in others and (camp in balance or _serves(key, fight)):
                balance[camp] += count
        calm = Counter(balance)
        for c, _ in {(s.camp, s.sentence) for s in fight.signs if s.in_lead and s.signal.attacks}:
            if c in calm:  # who attacks in the lead is less likely the one that was attacked
                calm[c] -= _LESS
        calm = Counter({camp: count for camp, count in calm.items() if count > 0})
        balance = _steady(fight, attacking | set(others)) or calm or balance
    best = max(balance, key=lambda camp: (balance[camp], camp), default=None)
    return best if best is not None and balance[best] > 0 else None


def _is_shown_otherwise(fight: Fight, sentence: int, camp: str, is_acting: bool) -> bool:
    """Whether signs of a camp in the sentence that gave it a role all say the opposite."""
    shown = {s.signal.attacks for s in fight.signs if s.sentence == sentence and s.camp == camp}
    return shown == {not is_acting}


def _steady(fight: Fight, but: Collection[str | None]) -> Counter[str]:
    """Return the camps that the article shows withstanding at least twice more often than attacking."""
    net: Counter[str] = Counter()
    for sign in fight.signs:
        if sign.camp not in but:
            net[sign.camp] += -1 if sign.signal.attacks else 1
    return Counter({camp: more for camp, more in net.items() if more >= _STEADY})


def _is_fighter(party: EventActor, fight: Fight) -> bool:
    actor = fight.actors.actors.get(party.actor)
    if actor is not None and actor.name.lower() in ROLES:
        return False
    return actor is None or actor.kind in _FIGHT or not _SERVING.isdisjoint(actor.name.lower().split())


def _serves(key: str, fight: Fight) -> bool:
    """Whether an actor is a force whose name says whose it is, not the place of the title."""
    if fight.actors.actors[key].name in fight.title:
        return False
    return fight.actors.actors[key].kind in ("military", "armed_group") and rank(key, fight.actors) > 0


def _sentence(fight: Fight, span: Span) -> int:
    return max(0, fight.document.index_at(span.start))


def _allies(
    role: Role, fight: Fight, kept: Sequence[EventActor], where: set[int], other: str | None
) -> list[EventActor]:
    """Return who else by name the first sentence of the lead that shows a side shows in the same role."""
    if not where or len(kept) >= MOST:
        return []
    camps = {fight.party_camp(p) for p in kept}
    others = {s.camp for s in fight.signs if s.in_lead and s.signal.attacks != (role == "perpetrator")} | {
        other
    }
    beside = {
        s.signal.actor: s.signal.span
        for s in fight.signs
        if s.sentence == min(where)
        and s.signal.attacks == (role == "perpetrator")
        and not s.signal.retakes
        and s.camp not in camps | others
        and s.signal.actor is not None
        and rank(s.signal.actor, fight.actors)
        and fight.actors.actors[s.signal.actor].kind != "state"
    }
    return [EventActor(key, role, span, "camp") for key, span in beside.items()]


def _best_named(fight: Fight, keys: dict[str, Span]) -> dict[str, Span]:
    """Return of each camp the names that tell most, of camps without any such name none."""
    ranks = {key: rank(key, fight.actors) for key in keys}
    best: dict[str | None, int] = {}
    for key, value in ranks.items():
        best[fight.camp(key)] = max(value, best.get(fight.camp(key), min(1, max(ranks.values()))))
    return {key: span for key, span in keys.items() if ranks[key] == best[fight.camp(key)]}


def _without_states(fight: Fight, keys: dict[str, Span]) -> dict[str, Span]:
    """Return the names of a side without a state whose own force is one of them."""
    kinds = {key: fight.actors.actors[key].kind for key in keys}
    forces = {fight.camp(key) for key in keys if kinds[key] == "military" and rank(key, fight.actors)}
    return {k: span for k, span in keys.items() if kinds[k] != "state" or fight.camp(k) not in forces}


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
        kept = [p for p in kept if fight.party_camp(p) == camp or rank(p.actor, fight.actors)]
        return kept + _allies(role, fight, kept, where, other)
    shown = [s for s in shown if s.camp == camp or s.sentence in where]
    shown = [s for s in shown if s.in_lead] or [s for s in shown if s.camp == camp]
    keys = {s.signal.actor: s.signal.span for s in reversed(shown) if s.signal.actor is not None}
    keys = _without_states(fight, keys) or most_told(fight, camp)
    if any(is_person(p, fight) for p in found) and not keys:
        return found
    most = max((rank(key, fight.actors) for key in keys), default=0)
    named = [p for p in found if rank(p.actor, fight.actors) >= _BY_NAME and fight.is_in_lead(p.span)]
    if most < _BY_NAME and role == "perpetrator" and named and not any(is_person(p, fight) for p in named):
        return named  # "carried out by the 3rd Commando": not the recruits of its country told of later
    if most < _BY_NAME:  # "Norland troops", "Norland soldiers": the same
        best = {fight.camp(key): key for key in sorted(keys, key=lambda k: (fight.named[k], k))}
        keys = {key: span for key, span in keys.items() if best[fight.camp(key)] == key}
    listed = sorted(_best_named(fight, keys).items(), key=lambda k: k[1])[:MOST]
    made = [EventActor(key, role, span, "camp") for key, span in listed]
    return made or [p for p in found if fight.party_camp(p) != other]

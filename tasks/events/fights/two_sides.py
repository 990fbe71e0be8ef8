"""Parties of a battle by its two sides, once the prose has shown which of them attacked.

The sides are those of the infobox or of "a battle between X and Y" in the lead.  The box names who fought on
each side, the prose says of one of them what it did: the Islamists besieged the town, so all of their side
attacked and the other side was attacked.  Where the prose shows nothing, the first side of an ambush, an
attack, a raid or an offensive is the one that attacked; of other battles none is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from tasks.events.fights.allied import with_allies
from tasks.events.fights.between import between, opponents
from tasks.events.fights.box_sides import commanders_listed, listed, with_rest_of_sides
from tasks.events.fights.by_camps import by_camps
from tasks.events.fights.camps import camp_of
from tasks.events.fights.commanders import commands, without_commanders
from tasks.events.fights.fight import Fight, attacking_side, fight_of
from tasks.events.fights.forces_met import have_met
from tasks.events.fights.fought_by import fought_by
from tasks.events.fights.of_side import Side, is_of, of_side
from tasks.events.fights.risen_strength import attacks_by_strength
from tasks.events.fights.ships_in_action import owners_of_craft, with_ships
from tasks.events.fights.side_names import well_named
from tasks.events.fights.told_apart import are_told_apart, named_otherwise
from tasks.events.fights.won_over import won_over
from tasks.events.left_open import is_left_open, is_said_of_each_other
from tasks.events.party_choice import is_unnamed
from tasks.events.sections import opening
from tasks.events.sentence_words import sentence_words
from tasks.events.triggers import violent_triggers
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.article import INFOBOX, LEAD
from tasks.model.document import Document
from tasks.model.event import EventActor, Role
from tasks.model.span import Span

_BATTLES = rf"{any_of(words('battle_title'))}|clash\w*|skirmish\w*|action of"
_BATTLE = late_pattern(rf"\b(?:{_BATTLES})\b", re.IGNORECASE)
_RISING = late_pattern(rf"\b{deed('rising')}\b", re.IGNORECASE)
_FIGHT = late_pattern(rf"\b(?:{_BATTLES}|ambush|raid|attack|{deed('rising')})\b", re.IGNORECASE)
_BUILDINGS = any_of(words("held_building"))
_ON_A_BUILDING = late_pattern(  # gunmen held it; who came to end that was no side
    rf"\b(?:{_BUILDINGS}) (?:siege|standoff|storming)\b"
    rf"|\bstorming of (?:the )?(?:[\w'’]+ ){{0,4}}?(?:{_BUILDINGS})\b",
    re.IGNORECASE,
)
_BETWEEN = frozenset(("between",))
_EXCHANGES = frozenset(("exchanged", "traded"))
_RULING = ("state", "government")
_HOSTAGES = frozenset(("hostage", "hostages", "hostage-takers"))
_MANY = late_pattern(  # made of single fights
    rf"\b(?:{_BATTLES}|wars?|campaign|offensive|operation|invasion|siege|conflict|{deed('rising')})\b",
    re.IGNORECASE,
)
_LONG = 60  # sentences from which on the body tells of single incidents
_FIRST = 24  # sentences of an article, its infobox included, whose lead may give its sides
_HEAD = 2  # sentences of the lead that tell what sort of event it was
_MUCH = 6  # mentions of a side that an article speaks of again and again
_MOST = 3  # of a side, the first that the box names


def with_two_sides(
    document: Document, parties: Sequence[EventActor], actors: ActorBook, guessed: Collection[Span] = ()
) -> list[EventActor]:
    """Return the parties with those of the two sides where the prose names nobody of a side.

    `guessed` are the mentions whose role rests on the order of the sides alone, which says nothing where each
    says it of the other.
    """
    if is_said_of_each_other(document) or is_left_open(document):
        return [p for p in parties if p.span not in guessed]
    title = document.article.title
    is_titled = _FIGHT.search(title) is not None
    first, second = (_side(document, actors, number) for number in ("1", "2"))
    is_of_many = _is_of_many(document)  # then the body tells of its single incidents
    names_nobody = not any(p.role in ("perpetrator", "target") for p in parties)
    is_told = _is_told(document) or (names_nobody and have_met(document, actors))
    if not is_titled and not (is_of_many and first and second) and not is_told:
        return list(parties)
    is_boxed = bool(first and second)
    first, second = (first, second) if is_boxed else _told(document, actors)
    parties = owners_of_craft(parties, actors)
    is_open = is_titled and _BATTLE.search(title) is not None and _ON_A_BUILDING.search(title) is None
    is_claimed = any(p.role == "perpetrator" and p.is_alleged for p in parties)
    is_open = is_open and not is_claimed and not _holds_hostages(document)
    if not (first and second) and not is_open:
        return parties
    fight = fight_of(document, actors)
    if first and second and not (is_boxed and are_told_apart(fight, (first, second))):
        is_first = _is_first(fight, document, parties, (first, second), guessed)
        attacking, attacked = (first, second) if is_first else (second, first)
        found = [p for p in parties if p.role not in ("perpetrator", "target")]
        heads = [p for p in parties if not is_of_many or _is_head(p, document)]
        found += of_side("perpetrator", attacking, attacked, heads, actors)
        found += of_side("target", attacked, attacking, heads, actors)
        found = with_rest_of_sides(document, found, actors)
        found = with_ships(document, parties, found, actors)
        found = _with_told(found, _told(document, actors), (attacking, attacked), actors)
    else:
        found = by_camps(fight, parties)
    if is_titled and _BATTLE.search(title) is None:
        return found
    return without_commanders(document, with_allies(fight, well_named(fight, found)), actors)


def _is_told(document: Document) -> bool:
    """Whether the first sentence says that the event was one between two sides: "a gun battle between"."""
    if not opening(document):
        return False
    tokens = opening(document)[0].tokens
    at = opening(document)[0].places(_BETWEEN)
    return any(i + 1 < len(tokens) and tokens[i + 1].kind != "number" for i in at)  # not "between 27 and 30"


def of_the_whole(document: Document, parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the parties of a war, or of a battle told at length: those whom the lead or the infobox names.

    Whoever acts or is hit further down does so in one of its many incidents; what the lead leaves open are
    those of whom the article speaks again and again.
    """
    if not _is_of_many(document):
        return list(parties)
    kept = [p for p in parties if p.role not in ("perpetrator", "target") or _is_head(p, document)]
    missing = {"perpetrator", "target"} - {p.role for p in kept}
    if not missing:
        return kept
    counted = Counter(camp_of(m.actor, actors) or m.actor for m in actors.mentions)
    rest = [p for p in parties if p.role in missing]
    told = [p for p in rest if counted[camp_of(p.actor, actors) or p.actor] >= _MUCH]
    for role in missing - {p.role for p in told}:  # those of whom it speaks most, rather than nobody
        told += sorted([p for p in rest if p.role == role], key=lambda p: -counted[p.actor])[:1]
    return kept + told


def _is_of_many(document: Document) -> bool:
    """Whether an event is a war, or a battle told at length, whose body tells of single incidents."""
    return len(document.sentences) > _LONG and _MANY.search(document.article.title) is not None


def _is_head(party: EventActor, document: Document) -> bool:
    """Whether lead or infobox names a party, where it was found."""
    at = max(0, document.index_at(party.span.start))
    return document.heading_of(document.sentences[at]) in (LEAD, INFOBOX)


def _holds_hostages(document: Document) -> bool:
    """Whether a siege is that of somebody who took hostages, so that who ended it did not begin it."""
    return any(not _HOSTAGES.isdisjoint(s.words) for s in opening(document)[:_HEAD])


def _side(document: Document, actors: ActorBook, number: str) -> Side:
    """Return those whom the box names on a side, each once."""
    named = listed(document, actors, number)
    side = _without_unnamed(named, actors)
    lead = document.lead
    told = {key for s in lead for _, key in sentence_words(s, actors).mentions}
    return ([one for one in side if one[1] in told] or side)[:_MOST]


def _told(document: Document, actors: ActorBook) -> tuple[Side, Side]:
    """Return the two sides that the lead's "between X and Y" or "X clashed with Y" gives, else both empty."""
    lead = [s for s in document.lead if s.index < _FIRST]
    for sentence in lead:
        events = violent_triggers(sentence)
        found = between(sentence_words(sentence, actors), events)
        title = document.article.title
        fighting = [
            f for f in found if f.role == "participant" and actors.actors[f.actor].name not in title
        ] or [f for f in found if f.role == "participant"]
        sides = [{f.actor: f.span for f in fighting if f.side == side} for side in ("a", "b")]
        if all(sides):
            first, second = (_without_unnamed(side, actors) for side in sides)
            return first, second
        pair = _fought_by(document, actors) if sentence is lead[0] else None
        if pair is None and sentence is lead[0] and _BATTLE.search(title):
            pair = won_over(sentence_words(sentence, actors))
        if pair is not None:
            first, second = (_without_unnamed({k: span for span, k in side}, actors) for side in pair)
            return first[:_MOST], second[:_MOST]
    for sentence in lead:
        if sentence is not lead[0] and not _EXCHANGES.isdisjoint(sentence.words):
            continue  # shots that followed an attack
        pair = opponents(sentence_words(sentence, actors))
        if pair is None:
            continue
        camps = [{camp_of(key, actors) for _, key in side} - {None} for side in pair]
        if all(camps) and camps[0].isdisjoint(camps[1]):
            first, second = (_without_unnamed({key: span for span, key in side}, actors) for side in pair)
            return first[:_MOST], second[:_MOST]
    return [], []


def _with_told(
    parties: Sequence[EventActor], told: tuple[Side, Side], sides: tuple[Side, Side], actors: ActorBook
) -> list[EventActor]:
    """Return the parties with the forces that the lead names as those who fought for the sides of a box."""
    done = list(parties)
    roles: tuple[Role, Role] = ("perpetrator", "target")
    for side in told:
        for span, key in side:
            if key in {p.actor for p in done if p.role in roles} or is_unnamed(key, actors):
                continue
            on = [role for role, box in zip(roles, sides, strict=True) if is_of(key, box, actors)]
            if len(on) == 1:
                done.append(EventActor(key, on[0], span, "two_sides"))
    return done


def _without_unnamed(side: Mapping[str, Span], actors: ActorBook) -> Side:
    """Return the names of a side, without "armed citizens" where one says who it is."""
    said = {key for key in side if any(map(str.isupper, actors.actors[key].name))}
    return [(span, key) for key, span in side.items() if not said or key in said]


def _is_first(
    fight: Fight,
    document: Document,
    parties: Sequence[EventActor],
    sides: tuple[Side, Side],
    guessed: Collection[Span],
) -> bool:
    """Return whether the first side is the one that attacked.

    In a coup or a mutiny it is the side without the state.  Else it is that whose strength counts
    attackers; that which fought "against" the other; that of the first sign of the initiative in the lead; of
    the perpetrators found, else the other than the targets'; of the commanders found; of most signs of the
    body; the first.
    """
    actors = fight.actors
    keys = [[key for _, key in side] for side in sides]
    told = [p for p in parties if p.span not in guessed and not p.is_alleged]
    leading = [_led(document, actors, number) for number in ("1", "2")]
    acting = {p.actor for p in parties if p.role == "perpetrator"}
    votes = (
        _rising(document, sides, actors) or attacks_by_strength(document),
        named_otherwise(fight, _against(document, actors), keys),
        _ordered(document, sides, actors),
        attacking_side(fight, [s for s in fight.signs if s.in_lead], *keys),
        _voted([p.actor for p in told if p.role == "perpetrator"], sides, actors),
        -_voted([p.actor for p in told if p.role == "target"], sides, actors),
        bool(acting & leading[0]) - bool(acting & leading[1]),
        attacking_side(fight, fight.signs, *keys),
    )
    return next((vote for vote in votes if vote), 1) > 0


def _against(document: Document, actors: ActorBook) -> frozenset[str]:
    """Return against whom the first sentence has the event fought."""
    pair = _fought_by(document, actors)
    return frozenset(key for _, key in pair[1]) if pair is not None else frozenset()


def _rising(document: Document, sides: tuple[Side, Side], actors: ActorBook) -> int:
    """Return 1 if the first side rose against the state that is the second, -1 if the second did, else 0."""
    if _RISING.search(document.article.title) is None:
        return 0
    ruling = [[actors.actors[k].name for _, k in s if actors.actors[k].kind in _RULING] for s in sides]
    if all(ruling):  # "1971 Norland coup attempt": of two states it is the other
        ruling = [[name for name in names if name in document.article.title] for names in ruling]
    return bool(ruling[1]) - bool(ruling[0])


def _ordered(document: Document, sides: tuple[Side, Side], actors: ActorBook) -> int:
    """Return 1 if the lead has the event fought by the first side against the second, -1 the other way."""
    pair = _fought_by(document, actors)
    if pair is None:
        return 0
    acting, attacked = ([key for _, key in side] for side in pair)
    return _voted(acting, sides, actors) - _voted(attacked, sides, actors)


def _fought_by(document: Document, actors: ActorBook) -> tuple[Side, Side] | None:
    """Return who fought a battle against whom by its first sentence; others tell of other events."""
    head = opening(document)[:1] if _BATTLE.search(document.article.title) else []
    return fought_by(sentence_words(head[0], actors)) if head else None


def _voted(keys: Sequence[str], sides: tuple[Side, Side], actors: ActorBook) -> int:
    return sum(is_of(k, sides[0], actors) for k in keys) - sum(is_of(k, sides[1], actors) for k in keys)


def _led(document: Document, actors: ActorBook, number: str) -> frozenset[str]:
    """Return the commanders that the box names on a side, and the forces that the text has them command."""
    led = frozenset(commanders_listed(document, actors, number))
    forces = commands(document, actors)
    return led | {forces[key] for key in led if key in forces}

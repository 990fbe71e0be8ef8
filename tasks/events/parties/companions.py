"""Who stands beside a party that is known already: its allies, its leader, those who hold what was attacked.

The words between the known party and the other name say it, in the lead alone:

- ally: "X, supported by Y", "X alongside Y", "X with airstrikes of the Y", "X and the allied Y"
- joined: "shelling by X and Y", "villages held by X and Y", "captured President X, Minister Y and Z"
- members: "two members of X, A and B"
- leader: of a rising, where the body says it as well, or of men without a name, "officers led by X"
- holder: of a target, "a checkpoint manned by X"

The other one has the role of the one it stands beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.events.attackers.acting.leaders import LED, leader
from tasks.events.found import Mentions
from tasks.events.party_choice import is_unnamed
from tasks.events.sentence_words import sentence_words
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor, ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor, Role
from tasks.model.span import Span

_SOME = r"(?:(?:the|an?|its|their|his|some|other|various|several|many|local|allied|\d+|[a-z-]+) ){0,4}"
_AFTER_NAME = r"(?: \([^()]*\)|[^()]{0,12}\))?"  # the name may be the acronym in the bracket
_HELPED_BY = (
    r"(?:supported|backed|assisted|aided|helped|reinforced|joined|accompanied)(?: [a-z]+ly)? by"
    r"|(?:and|with) (?:the )?(?:[a-z-]+ ){0,2}(?:support|help|assistance|backing|aid) (?:of|from|by)"
    r"|alongside|together with|along with|and (?:its|their|the)? ?allied"
)
_MEANS = r"(?P<means>(?:air ?strikes?|air ?power|air support|artillery|units|elements|fighters|troops|forces)"
_ALLY = late_pattern(
    rf"{_AFTER_NAME}(?:,| \(|,? which|,? who| –)*(?: the latter(?: of which)?)?(?: was| were| being)?"
    r"(?: [a-z]+ly)? ?"
    rf"(?:{_HELPED_BY}) {_SOME}{_MEANS} (?:of|from|by) (?:the )?)?"
)
_JOINED = late_pattern(
    rf"{_AFTER_NAME},? (?:and|as well as|(?:(?:was|were) [a-z]+ (?:[a-z]+ )?(?:on [A-Z][a-z]+ )?)?"
    r"(?:along|together) with) (?:the |some |other |h(?:is|er) |their )?"
    r"(?:[A-Z]?[a-z]+ )?(?:(?!of )[a-z]+,? )?"
    r"(?:(?:fighters|rebels|men|soldiers|members|units|elements) (?:of|from) (?:the )?)?"
)
_LISTED = late_pattern(rf"{_AFTER_NAME}, (?:the )?")
_LEADER = late_pattern(r"(?: [a-z]+){0,3},? (?:initially |jointly )?(?:led|headed|commanded) by (?:the )?")
_HOLDS = "manned|held|occupied|guarded|garrisoned|defended"
_HOLDER = late_pattern(rf"(?: [a-z]+){{0,3}} (?:{_HOLDS}) by (?:the )?")
_SUPPORT = words("joins_in")
_RISING = late_pattern(rf"\b{deed('rising')}\b", re.IGNORECASE)
_BARE_MEN = (words("soldiers") - {"men", "policemen", "shooters"}) | {"officers", "army officers"}
_RISEN = frozenset(("rebels", "mutineers", "insurgents", "plotters", "putschists"))
_MEMBERS_OF = late_pattern(
    r"\b(?:two|three|four|five) (?:[a-z]+ )?(?:members|militants|officers|soldiers) of (?:the )?$"
)
_FORCES = ("military", "armed_group", "international", "state", "government")
_BODIES = (*_FORCES, "organisation", "party")
_NEAR = 6  # tokens before a name
_PAIR = 14  # tokens of a first side with its acronym and whose it is
_WORDS = _SUPPORT | {"together", "along"} | frozenset(_HOLDS.split("|")) | LED | {"and", "allied"}


def companions(document: Document, parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return those whom the lead puts beside the perpetrators and targets, each once, in text order."""
    roles: dict[str, Role] = {p.actor: p.role for p in parties if p.role in ("perpetrator", "target")}
    told = {p.span for p in parties if p.role in ("perpetrator", "target")}
    found: list[EventActor] = []
    for sentence in document.lead:
        if _WORDS.isdisjoint(sentence.words):
            continue
        for span, key, role in _beside(document, sentence, roles, told, actors):
            if key not in roles:
                roles[key] = role
                told.add(span)
                found.append(EventActor(key, role, span, "companion"))
    if _RISING.search(document.article.title) and not _names_person([*parties, *found], actors):
        found += leader(document, roles, actors)
    return found


def _names_person(parties: Sequence[EventActor], actors: ActorBook) -> bool:
    """Whether a person is one of the perpetrators."""
    acting = (actors.actors.get(p.actor) for p in parties if p.role == "perpetrator")
    return any(a is not None and a.kind == "person" for a in acting)


def _beside(
    document: Document, sentence: Sentence, roles: dict[str, Role], told: set[Span], actors: ActorBook
) -> Iterator[tuple[Span, str, Role]]:
    """Yield those whom the words behind a party of this sentence tie to it."""
    mentions = sentence_words(sentence, actors).mentions
    yield from _before(document, sentence, mentions, roles, told, actors)
    for i, ((span, key), (other_span, other)) in enumerate(pairwise(mentions)):
        role = roles.get(key) or _of_risen(document, key, actors)
        actor, known = actors.actors.get(other), actors.actors.get(key)
        if role is None or actor is None or known is None or other in roles:
            continue
        between = document.text[span.end : other_span.start]
        if role == "perpetrator" and actor.kind == "person" and known.kind != "person":
            is_led = _may_be_led(document, key, actors) and _LEADER.fullmatch(between) is not None
            is_beside = is_led or (
                between == ", "
                and _MEMBERS_OF.search(document.text, sentence.span.start, span.start) is not None
            )
        elif actor.part_of == key or known.part_of == other or key not in roles:
            continue
        elif _is_ally(actor, known, between) or _is_holder(actor, role, between):
            is_beside = True
        else:
            is_same = _are_alike(actor, known) and span in told and not _is_pair(sentence, span)
            is_told = actor.kind == "person" or any(map(str.isupper, actor.name))  # not "allied forces"
            is_beside = is_same and is_told and _is_joined(document, mentions[i:])
        if is_beside:
            yield other_span, other, role


def _of_risen(document: Document, key: str, actors: ActorBook) -> Role | None:
    """Return the role of "the rebels" in an article on a rising, whatever their name is."""
    actor = actors.actors.get(key)
    is_risen = actor is not None and actor.name.lower() in _RISEN
    return "perpetrator" if is_risen and _RISING.search(document.article.title) is not None else None


def _before(
    document: Document,
    sentence: Sentence,
    mentions: Mentions,
    roles: dict[str, Role],
    told: set[Span],
    actors: ActorBook,
) -> Iterator[tuple[Span, str, Role]]:
    """Yield who is joined to a party that stands behind: "a force of X and rebels of the Y"."""
    for (span, key), (other_span, other) in pairwise(mentions):
        role = roles.get(other)
        actor, known = actors.actors.get(key), actors.actors.get(other)
        if role is None or key in roles or actor is None or known is None or other_span not in told:
            continue
        if actor.part_of == other or known.part_of == key or _is_pair(sentence, span):
            continue
        is_told = actor.kind == "person" or not is_unnamed(key, actors)
        between = document.text[span.end : other_span.start]
        if is_told and _are_alike(actor, known) and ")" not in between and _JOINED.fullmatch(between):
            yield span, key, role


def _is_ally(actor: Actor, known: Actor, between: str) -> bool:
    """Whether the words between two names say that the second one helped: "X, supported by Y".

    A state that only backs somebody does not fight: its forces, or its air strikes, do.
    """
    if actor.kind not in _FORCES or known.kind == "person" or (match := _ALLY.fullmatch(between)) is None:
        return False
    if actor.name.islower() and not known.name.islower():
        return False  # "fighters of X, joined by gunmen"
    return actor.kind != "state" or match["means"] is not None or "allied" in between


def _is_holder(actor: Actor, role: Role, between: str) -> bool:
    """Whether what was attacked was the second one's: "a checkpoint manned by Y"."""
    return role == "target" and actor.kind in _BODIES and _HOLDER.fullmatch(between) is not None


def _are_alike(actor: Actor, known: Actor) -> bool:
    """Whether both are forces or both are persons."""
    return (actor.kind in _FORCES and known.kind in _FORCES) or actor.kind == known.kind == "person"


def _is_joined(document: Document, listed: Mentions) -> bool:
    """Whether "and" joins the second of these names to the first, or a comma in a list that ends in "and"."""
    for (one, _), (other, _) in pairwise(listed):
        between = document.text[one.end : other.start]
        if _JOINED.fullmatch(between):
            return True
        if not _LISTED.fullmatch(between):
            return False
    return False


def _may_be_led(document: Document, key: str, actors: ActorBook) -> bool:
    """Whether who led them did it: in a rising, or where they have no name of their own."""
    return _RISING.search(document.article.title) is not None or _is_bare(key, actors)


def _is_bare(key: str, actors: ActorBook) -> bool:
    """Whether men have no name of their own: "Northland separatists", "gunmen", "soldiers" of no force."""
    actor = actors.actors[key]
    is_serving = actor.kind == "military" and actor.name.lower() in _BARE_MEN
    return is_serving or (actor.kind == "armed_group" and is_unnamed(key, actors))


def _is_pair(sentence: Sentence, span: Span) -> bool:
    """Whether a name is the first of two sides: "between X and Y"."""
    before = [t.lower for t in sentence.tokens if t.end <= span.start][-_PAIR:]
    if "both" in before[-_NEAR:] or "between" in before[-_NEAR:]:
        return True
    return "between" in before and "and" not in before[before.index("between") :]

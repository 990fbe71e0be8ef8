"""Parties that title and infobox name, and "the attacker, X", where they are no actors otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.actors.known.name_words import context
from tasks.events.attackers.acting.new_attackers import described_attackers, is_craft, named_doers
from tasks.events.clauses.phrases.people_kinds import people_kind
from tasks.events.new_party import NewParty, party, pieces
from tasks.events.targets.titled.title_site import attacked_site
from tasks.events.targets.titled.titled_ships import ship_of_title, title_ship_acts
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook, ActorKind, Mention
from tasks.model.article import InfoboxField
from tasks.model.document import Document
from tasks.model.event import Role
from tasks.model.residue import is_residue
from tasks.model.span import Span

_AS_DOER: tuple[str, Role] = ("described", "perpetrator")
_AS_SITE: tuple[str, Role] = ("site", "target")
_HELD = words("held_site")
_NO_NAME = context("no_name")
_ATTACKERS = ("perpetrator", "attacker", "bomber", "gunman", "assailant", "suspect", "shooter", "culprit")
_IDENTIFIED = (
    ", ", "—", " – ", ", identified as ", ", later identified as ", ", named as ", " was identified as ",
    " was named as ", " identified as ", " named ",
)  # fmt: skip
_OF_SITES = ("government", "organisation", "unknown")
_VAGUE = words("vague_people")
_SUSPECTS = re.compile(r"\w+ (?:[a-z-]+ )*?(?:suspects|persons? of interest|suspect)(?: [^A-Z]*)?")
_WHOSE = re.compile(r"(?:his|her|their|its|other|several|some) ")
_NAMED = late_pattern(
    r"\b(?:(?P<alleged>alleged|suspected) )?"
    rf"(?:{'|'.join(_ATTACKERS)})(?:{'|'.join(_IDENTIFIED)})(?:the )?(?:\d+[- ]year[- ]old )?"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?: (?:[a-z]{2} )?(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]*)){1,4})"
)
_LATER = tuple(  # of which an article has one that names somebody so
    f" {when} {how}" for when in ("later", "subsequently", "since") for how in ("named", "identified")
)
_NAMED_LATER = late_pattern(  # "a man, later named as X, opened fire"
    r"\b(?:man|woman|youth|teenager|student|soldier|gunman|attacker)\b[^.;,]{0,60},"
    r" (?:later|subsequently|since) (?:named|identified)(?: by [^,.;]{1,30})? as "
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]*){1,3}), "
    r"(?:shot|stabbed|killed|opened|attacked|blew|detonated|drove|fired|rammed|set)\b"
)


def named_parties(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the parties that title, infobox and "the attacker, X" name and that are no actors yet."""
    found = [*_of_infobox(document, actors), *_attackers(document, actors), *_described(document, actors)]
    target = ship_of_title(document) or attacked_site(document)
    known = next((m for m in actors.overlapping(target) if _covers(m.span, target)), None) if target else None
    if target is not None and known is not None and target == ship_of_title(document):
        is_doer = title_ship_acts(document)
        method, role = _AS_DOER if is_doer else _AS_SITE
        found.append(NewParty(actors.actors[known.actor], replace(known, method=method), role))
    elif target is not None:
        owner = _owner(document, actors, target)
        if owner is not None:
            found.append(NewParty(actors.actors[owner.actor], replace(owner, method="site"), "target"))
        elif known is None:
            found.append(party(document, target, "target", "unknown", "site"))
        elif actors.actors[known.actor].kind in _OF_SITES:  # an embassy, a restaurant, a train
            found.append(NewParty(actors.actors[known.actor], replace(known, method="site"), "target"))
    return found


def _owner(document: Document, actors: ActorBook, target: Span) -> Mention | None:
    """Return the force that a base or a lorry is called after: "Northland Army base"."""
    if target.of(document.text).split()[-1] not in _HELD:
        return None
    inside = [
        m for m in actors.overlapping(target) if m.span.start == target.start and m.span.end <= target.end
    ]
    return next((m for m in inside if actors.actors[m.actor].kind in ("military", "armed_group")), None)


def _covers(mention: Span, target: Span) -> bool:
    return mention.end >= target.end


def _of_infobox(document: Document, actors: ActorBook) -> list[NewParty]:
    found = []
    for field in document.article.infobox:
        role = _role(field)
        if role is None or is_residue(field.value) or not field.value.strip():
            continue
        parts = [Span(field.span.start + start, field.span.start + end) for start, end in pieces(field.value)]
        where = next((f.value for f in document.article.infobox if f.name == "location"), "")
        parts = [s for s in parts if s is parts[0] or not _is_where(s.of(document.text), where)]
        if not any(field.span.contains(m.span) for m in actors.overlapping(field.span)):
            told = [span for span in parts if not _names_nobody(span.of(document.text))]
            found += [party(document, span, role, "unknown", "infobox") for span in told]
        elif role == "target":
            found += [p for span in parts if (p := _part_left(document, actors, span)) is not None]
    return found


def _is_where(part: str, location: str) -> bool:
    """Whether a part of a list only says where the one before it is: "Osk Church, Karvel", "X, near Y"."""
    return part in location or part.startswith(("near ", "in ", "at ", "outside "))


def _part_left(document: Document, actors: ActorBook, part: Span) -> NewParty | None:
    """Return the people or site of a list that no actor is mentioned in: "the governor and his guards".

    So are those who are told by whose they are: "Olaf Brandt's family members".
    """
    text = document.text
    known = [m for m in actors.overlapping(part) if part.contains(m.span)]
    is_owned = (
        any(m.span.start == part.start and text.startswith(("'s ", "’s "), m.span.end) for m in known)
        and part.of(text)[-1:].islower()
    )
    is_owned = is_owned or _are_people_of(text, known, part)
    whose = _WHOSE.match(text, part.start, part.end)
    span = Span(whose.end(), part.end) if whose is not None else part
    if (known and not is_owned) or ":" in span.of(text) or _names_nobody(span.of(text)):
        return None
    are_people = span.of(text).split()[-1].lower() in _VAGUE
    kind = people_kind(span.of(text)) or ("civilians" if are_people else "unknown")
    return party(document, span, "target", kind, "infobox")


def _are_people_of(text: str, known: Sequence[Mention], part: Span) -> bool:
    """Whether a body only says whose people are meant: "Osk University students"."""
    own = next((m for m in known if m.span.start == part.start), None)
    rest = text[own.span.end : part.end] if own is not None else ""
    return rest[:1] == " " and rest[1:].isalpha() and rest.islower() and people_kind(rest[1:]) == "civilians"


def _names_nobody(value: str) -> bool:
    """Whether a value says that it is not known: "Unknown", "12 suspects"; not "Unknown gunmen"."""
    if _SUSPECTS.fullmatch(value) is not None:
        return True
    first, *rest = value.lower().split()
    if first.endswith((":", ",", ";")):
        return first[:-1] in _NO_NAME  # "Unknown: no trial has taken place"
    return first in _NO_NAME and (not rest or rest == ["known"])


def _role(field: InfoboxField) -> Role | None:
    if field.name in ("perpetrator", "perpetrators", "assailant", "assailants"):
        return "perpetrator"
    return "target" if field.name == "target" else None


def _attackers(document: Document, actors: ActorBook) -> list[NewParty]:
    text = document.text
    is_later = any(map(text.__contains__, _LATER))
    if is_later and (late := _NAMED_LATER.search(text)) is not None:
        span = Span(*late.span("name"))
        if not actors.overlapping(span):
            return [party(document, span, "perpetrator", "person", "named_attacker")]
    # A tenth of the time of the search.
    if not any(part.startswith(_IDENTIFIED) for noun in _ATTACKERS for part in text.split(noun)[1:]):
        return []
    found = []
    for match in _NAMED.finditer(text):
        span = Span(*match.span("name"))
        if not actors.overlapping(span):
            found.append(
                party(document, span, "perpetrator", "person", "named_attacker", bool(match["alleged"]))
            )
    return found[:1]


def _described(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the first attacker of the lead whom a country and an occupation describe."""
    for sentence in document.lead:
        if named := named_doers(document.text, sentence):
            return [_doer(document, actors, span) for span in named]
        for span in described_attackers(sentence):
            if not any(m.span.contains(span) for m in actors.overlapping(span)):
                kind: ActorKind = "military" if is_craft(span.of(document.text)) else "person"
                return [party(document, span, "perpetrator", kind, "described")]
    return []


def _doer(document: Document, actors: ActorBook, span: Span) -> NewParty:
    for known in actors.overlapping(span):
        if known.span == span:
            return NewParty(actors.actors[known.actor], replace(known, method="described"), "perpetrator")
    return party(document, span, "perpetrator", "person", "described")

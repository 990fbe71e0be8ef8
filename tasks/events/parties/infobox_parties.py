"""Whom the fields of an infobox name as attackers and as attacked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tasks.actors.known.name_words import titles
from tasks.events.found import Found
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import Role
from tasks.model.span import Span

_FIELDS: dict[str, Role] = {
    "perpetrator": "perpetrator",
    "perpetrators": "perpetrator",
    "assailant": "perpetrator",
    "assailants": "perpetrator",
    "target": "target",
}
_CONVICTED: dict[str, Role] = {"convicted": "perpetrator"}  # where no other field says who did it
_PLANNED: dict[str, Role] = {"planned_by": "perpetrator"}
_BODIES = ("armed_group", "government", "military", "organisation", "state")
_ANSWER = re.compile(r"\bin (?:response|retaliation|revenge|reprisal)\b")  # to what, is no party
_WHOSE = re.compile(r"['’]s? [A-ZÀ-Þ]")
_JUDGED = re.compile(  # who says so, not who did it: "X, charged by Northland"
    r"\b(?:charged|convicted|indicted|sentenced|named|identified|arrested|accused|blamed|sanctioned|killed)"
    r" (?:for it |in absentia )?(?:by|in) (?:the |an? )?\Z",
    re.IGNORECASE,
)
_SAYS = re.compile(  # "Northland has stated that it was the work of X"
    r" (?:(?:has|have|had|later|also|officially) )?"
    r"(?:stat|claim|alleg|assert|say|said|report|believ|blam|accus|suspect)(?:e|s|es|ed)?\b"
    r"(?! (?:responsib|credit|by\b|to have\b|in\b|\)|,|;|$))",
)
_COUNTED = re.compile(  # who is counted, and named in brackets: "1 Northlander (X", "Suicide bomber (X"
    r"(?:\b(?:\d|[Oo]ne|[Aa]n?) [^(),;]{1,30}|\b(?:[Bb]omber|[Gg]unman|[Aa]ttacker|[Ss]hooter)) \(\Z"
)
_ROUTE = re.compile(r"\b(?:from|to) (?:the )?(?:[A-ZÀ-Þ][\w'’-]+ (?:[\w'’-]+ ){0,3}?)?\Z")
_NEAR = 40  # code points before a name
_TELLER = re.compile(
    r"\((?:[^()]{0,24} )?(?:per|according to|blame of"
    r"|(?:blamed|alleged|claimed|accused|suspected|denied|said) by) (?:the )?\Z",
    re.IGNORECASE,
)
_DOUBT_BEFORE = re.compile(
    r"\b(?:suspected|alleged(?:ly)?|possibl[ey]|presumed|unconfirmed:?) \Z", re.IGNORECASE
)
_DOUBT_BEHIND = re.compile(
    r"[^(),;]{0,30}\((?:[^()]{0,30}[ ,])?"
    r"(?:alleged(?:ly)?|suspected|accused|denied|denies|disputed|unconfirmed|presumed|per|according"
    r"|claim(?:ed|s))\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r", (?:[\w’'-]+ ){0,4}?(?P<noun>[\w’'-]+) (?:of|for|to) (?:the )?")
_SUSPECTED: dict[str, Role] = {"suspects": "perpetrator"}


def of_infobox(document: Document, actors: ActorBook) -> list[Found]:
    """Return the actors that infobox fields name: the first mention of each part of the value."""
    found = _of_fields(document, actors, _FIELDS)
    if all(f.role != "perpetrator" for f in found):
        found += _of_fields(document, actors, _CONVICTED)
    return _with_planners(found, document, actors)


def _with_planners(found: list[Found], document: Document, actors: ActorBook) -> list[Found]:
    """Return the findings with the body that planned it where the box says only with what it was done.

    "Planned by: the Air Force; executed by: ten bombers": the machines are whose the planner is.
    """
    done = [f for f in found if f.role == "perpetrator"]
    if any(_is_of(f, (*_BODIES, "person"), actors) for f in done):
        return found
    planners = [f for f in _of_fields(document, actors, _PLANNED) if _is_of(f, _BODIES, actors)]
    return [f for f in found if not planners or f not in done] + planners


def suspected(document: Document, actors: ActorBook) -> list[Found]:
    """Return those whom the infobox names as suspected, who are alleged."""
    return [replace(f, is_alleged=True) for f in _of_fields(document, actors, _SUSPECTED)]


def _is_of(found: Found, kinds: Sequence[str], actors: ActorBook) -> bool:
    actor = actors.actors.get(found.actor)
    return actor is not None and actor.kind in kinds


def _of_fields(document: Document, actors: ActorBook, roles: Mapping[str, Role]) -> list[Found]:
    found = []
    for field in document.article.infobox:
        role = roles.get(field.name or "")
        if role is None:
            continue
        inside = [m for m in actors.overlapping(field.span) if field.span.contains(m.span)]
        inside = [m for m in inside if not document.text.startswith(":", m.span.end)]  # "Osk: Sorrel Front"
        inside = [m for m in inside if not _only_owns(document.text, field.span, m.span, role)]
        answer = _ANSWER.search(document.text, field.span.start, field.span.end)
        inside = [m for m in inside if answer is None or m.span.end <= answer.start()]
        inside = [m for m in inside if not _is_told_by(document.text, field.span, m.span, role)]
        end = -1
        for mention in sorted(inside, key=lambda m: (m.span.start, -m.span.end)):
            if end > 0 and role == "target" and _is_in_brackets(document.text, mention.span):
                continue  # where, by what: "Adam Benda (Osk)"
            if end > 0 and role == "target" and _is_of_office(document.text[end : mention.span.start]):
                continue  # whose he is: "Adam Benda, chairman of the Osk Party"
            if end > 0 and role == "target" and _is_route(document.text, field.span, mention.span):
                continue  # where to: "the ship X, carrying refugees from Y to Z"
            if role == "perpetrator" and _is_within(document.text, field.span.start, mention.span.start):
                one = actors.actors[mention.actor].kind == "person"
                if not (one and _COUNTED.search(document.text, field.span.start, mention.span.start)):
                    continue  # "(U.S. suspicion)": who says so, or another name
            if mention.span.start == end + 1 and document.text[end] == " ":
                end = mention.span.end  # "Taliban fighters" are the Taliban
            elif mention.span.start >= end:
                is_alleged = role == "perpetrator" and _is_doubted(document.text, field.span, mention.span)
                found.append(Found(mention.actor, role, mention.span, "infobox", None, is_alleged))
                end = mention.span.end
    return found


def _is_of_office(between: str) -> bool:
    """Whether the words between two names in a box tell of what body the first holds an office."""
    office = _OFFICE.fullmatch(between)
    return office is not None and office["noun"].lower() in titles()


def _is_route(text: str, field: Span, name: Span) -> bool:
    """Whether a name in a box is one of a route that a ship or a convoy took."""
    return _ROUTE.search(text, field.start, name.start) is not None


def _only_owns(text: str, field: Span, name: Span, role: Role) -> bool:
    """Whether a name in a box only says whose fighters are meant: "Holt's Wolves"."""
    return role == "perpetrator" and _WHOSE.match(text, name.end, field.end) is not None


def _is_told_by(text: str, field: Span, name: Span, role: Role) -> bool:
    """Whether a name is that of who says so: "X (per Norland government)", "X, charged by Norland"."""
    begin = max(field.start, name.start - _NEAR)
    if role == "perpetrator" and (
        _JUDGED.search(text, begin, name.start) or _SAYS.match(text, name.end, field.end)
    ):
        return True
    return _TELLER.search(text, begin, name.start) is not None


def _is_doubted(text: str, field: Span, name: Span) -> bool:
    """Whether a box only says that somebody may have done it: "X (alleged, denied)", "suspected X"."""
    if _DOUBT_BEFORE.search(text, max(field.start, name.start - _NEAR), name.start):
        return True
    return _DOUBT_BEHIND.match(text, name.end, field.end) is not None


def _is_in_brackets(text: str, name: Span) -> bool:
    """Whether a name is alone in a bracket, or among what has numbers: "X Tower (Flight 11 and Y 175)"."""
    opened, closed = text.rfind("(", 0, name.start), text.find(")", name.end)
    if opened < 0 or closed < 0 or ")" in text[opened : name.start]:
        return False
    is_alone = opened == name.start - 1 and closed == name.end
    return is_alone or any(c.isdigit() for c in text[opened:closed])


def _is_within(text: str, start: int, at: int) -> bool:
    """Whether a bracket that opened in a field is still open where a name begins."""
    return text.count("(", start, at) > text.count(")", start, at)

"""The groups of victims that the figures of the article's own event count, as actors.

Words for victims that an actor's mention ends are that actor ("Northland soldiers"); those that begin with
the name of a body and go on with its people are that body ("Northland Police (NP) officers").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.actors.known.folded_names import fold
from tasks.events.sections import is_before
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.figure import Figure

_MANY = 5  # dead, of whom one who is named is not the one aimed at
_SILENT_KINDS = ("media", "monitor", "state")  # they tell of events
_PEOPLE_OF = words("members") | words("modified_people") | {"constables", "recruits", "cadets", "marines"}
_HURT = ("killed", "injured", "killed_or_injured", "missing")
_TAKING = re.compile(r"\b(?:kidnap|abduct|hostage|hijack|siege|captur|raid)", re.IGNORECASE)
# On whoever is there; what is done to one person has its own victim.
_ON_CROWDS = re.compile(r"\b(?:shootings?|stabbings?|rampage|spree)\b", re.IGNORECASE)
_BODIES = ("military", "government", "organisation", "international", "party")


def counted_victims(document: Document, figures: Sequence[Figure], actors: ActorBook) -> list[EventActor]:
    """Return the groups of victims that figures count, in the order of the figures."""
    told = [f for f in figures if not is_before(document.heading_at(f.number) or "")]
    own = _counted(document, told, actors) if len(told) < len(figures) else []
    return own or _counted(document, figures, actors)  # of the event before what came before it


def _counted(document: Document, figures: Sequence[Figure], actors: ActorBook) -> list[EventActor]:
    found = []
    is_deadly = any(f.property == "killed" and not f.is_negated for f in figures)
    is_told = is_deadly and _ON_CROWDS.search(document.article.title) is not None
    is_many = any(f.property == "killed" and (f.value_low or 0) >= _MANY for f in figures)
    for figure in figures:
        if is_many and figure.is_named and not figure.is_negated:
            continue  # one of many of whom somebody is told: "whose daughter X was killed"
        if is_deadly and figure.property == "injured" and (is_told or figure.value_low is None):
            continue  # "injuring several police officers" beside 69 dead
        if figure.victim is None or figure.is_negated or figure.is_subset:
            continue
        if figure.property not in _HURT and not _TAKING.search(document.article.title):
            continue  # who was arrested afterwards
        if figure.victim_class == "attackers":
            continue
        key = fold(figure.victim.of(document.text))
        if key in actors.actors and actors.actors[key].kind in ("civilians", "military"):
            found.append(EventActor(key, "victim", figure.victim, "counted"))
            continue
        inside = [m for m in actors.overlapping(figure.victim) if m.kind in ("name", "alias")]
        whole = [m for m in inside if m.span.end >= figure.victim.end]
        chosen = max(whole, key=lambda m: len(m.span)) if whole else _body(document, figure, inside, actors)
        if chosen is not None and actors.actors[chosen.actor].kind not in _SILENT_KINDS:
            found.append(EventActor(chosen.actor, "victim", chosen.span, "counted"))
    return found


def _body(document: Document, figure: Figure, inside: Sequence[Mention], actors: ActorBook) -> Mention | None:
    """Return the mention of the body whose people the words for victims name."""
    if figure.victim is None or figure.victim.of(document.text).split()[-1].lower() not in _PEOPLE_OF:
        return None
    starts = [m for m in inside if m.span.start == figure.victim.start]
    return next((m for m in starts if actors.actors[m.actor].kind in _BODIES), None)

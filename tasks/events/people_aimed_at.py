"""People at whom an event was aimed and whom only a common noun names: "a car transporting judges"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.words import collectives, titles
from tasks.events.new_parties import NewParty, party
from tasks.events.sections import is_apart
from tasks.events.triggers import VIOLENT, triggers
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook, ActorKind
from tasks.model.article import INFOBOX
from tasks.model.document import Document, Sentence, Token
from tasks.model.figure import Figure
from tasks.model.span import Span

_ENDS = words("clause_end")
_LOADED = frozenset(("carrying", "transporting"))
_AIMED = frozenset(("of", "on", "against"))
_VAGUE = frozenset(("people", "forces", "women", "men", "children"))
_KINDS: dict[str, ActorKind] = {"civilians": "civilians", "soldiers": "military", "police": "military"}


def people_aimed_at(document: Document, actors: ActorBook, figures: Sequence[Figure]) -> list[NewParty]:
    """Return the people who were the target of the article's own event, if only a common noun names them.

    First "the bombing of a car transporting judges", "an attack on worshippers"; then those whom the
    first toll counts ("28 unarmed civilians").  `figures` are those of the article's own event.
    """
    for sentence in document.sentences:
        heading = document.heading_of(sentence)
        if heading == INFOBOX or is_apart(heading):
            continue
        span = _behind_event(sentence)
        if span is not None and not _is_known(span, actors):
            return [party(document, span, "target", "civilians", "aimed_at")]
    for figure in figures:
        if figure.victim is None or figure.is_negated or figure.is_subset or figure.property != "killed":
            continue
        span = _people(document, figure.victim)
        if span is not None and not _is_known(span, actors):
            kind = _KINDS.get(figure.victim_class, "civilians")
            return [party(document, span, "target", kind, "counted")] if kind == "civilians" else []
    return []


def _behind_event(sentence: Sentence) -> Span | None:
    """Return the people in the noun phrase that "of", "on" or "against" brings behind an event noun."""
    tokens = sentence.tokens
    for event in triggers(sentence):
        at = event.last + 1
        if event.is_verb or event.type.event_type not in VIOLENT or at >= len(tokens):
            continue
        if tokens[at].lower not in _AIMED:
            continue
        for i in range(at + 1, min(at + 7, len(tokens))):
            if tokens[i].kind == "punct" or tokens[i].lower in _ENDS:
                break
            is_first = i == at + 1 or tokens[i - 1].lower in _LOADED
            if _is_people(tokens[i]) and is_first:
                return Span(tokens[i].start, tokens[i].end)
    return None


def _is_people(token: Token) -> bool:
    """Whether a word is the plural of an office, or a common noun for a group of people."""
    lower = token.lower
    return lower not in _VAGUE and (
        (lower.endswith("s") and lower[:-1] in titles()) or lower in collectives()
    )


def _people(document: Document, victim: Span) -> Span | None:
    """Return the words for the victims, if their last word is a common noun for people."""
    said = victim.of(document.text)
    last = said.split()[-1].lower() if said.split() else ""
    if last in _VAGUE or last not in collectives():
        return None
    return victim


def _is_known(span: Span, actors: ActorBook) -> bool:
    return any(m.span.overlaps(span) for m in actors.mentions)

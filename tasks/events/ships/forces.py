"""Whose squadron it was: "four P-40s of 9 Squadron, Northland Air Force"."""

from __future__ import annotations

from tasks.actors.names.acronyms import letters
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document
from tasks.model.span import Span

_SQUADRON = late_pattern(r"\b(?:[Ss]quadrons?|[Ff]light|[Ww]ing|[Gg]ruppe|[Gg]eschwader)\b")
_OF = late_pattern(r"(?:, | |, of (?:the )?| of (?:the )?| \()")


def force_of(document: Document, actors: ActorBook, mention: Mention) -> Mention:
    """Return the air force or navy that an article says a squadron is of, else the mention itself.

    The force stands behind the squadron's name somewhere, whole or with its initials alone.
    """
    name = mention.span.of(document.text)
    if _SQUADRON.search(name) is None:
        return mention
    short = name.split()[-1]
    for other in actors.mentions:
        if other.actor == mention.actor or not is_force(actors, other):
            continue
        words = other.span.of(document.text).split()
        if len(words) > 1 and short.isupper() and letters(words) == short:
            return other
    for own in actors.mentions:
        if own.actor != mention.actor:
            continue
        behind = _OF.match(document.text, own.span.end)
        near = actors.beginning_in(Span(behind.end(), behind.end() + 1)) if behind is not None else ()
        force = next((m for m in near if is_force(actors, m)), None)
        if force is not None:
            return force
    return mention


def squadron_of(document: Document, actors: ActorBook, machine: Mention) -> Mention | None:
    """Return the squadron or force that a machine is said to be of: "a Heron of 9 Squadron"."""
    behind = _FLOWN.match(document.text, machine.span.end)
    near = actors.beginning_in(Span(behind.end(), behind.end() + 1)) if behind is not None else ()
    is_one = (m for m in near if is_force(actors, m) or _SQUADRON.search(m.span.of(document.text)))
    return max(is_one, key=lambda m: m.span.end, default=None)


_FLOWN = late_pattern(r"(?: [a-z-]+){0,3} (?:of|from|flown by) (?:the )?")


def is_force(actors: ActorBook, mention: Mention) -> bool:
    """Whether a mention is a whole force, by its last word or as an acronym of one."""
    actor = actors.actors.get(mention.actor)
    if actor is None or actor.kind != "military":
        return False
    return actor.name.split()[-1] in ("Force", "Navy", "Army", "Corps", "Arm", "Service", "Luftwaffe")

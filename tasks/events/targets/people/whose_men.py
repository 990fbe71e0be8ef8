"""To which force those belonged who were attacked, as a later sentence says of them.

- of: "The two men, of the X Police, had been called", "The column, 22 lorries of the X Brigade, was"
- were: "The dead were all members of the X Regiment", "The soldiers belonged to X"

The force is a target beside them, or in the place of people of whom nothing else is told ("soldiers").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.party_choice import is_unnamed
from tasks.events.sections import own_body
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor
from tasks.model.span import Span

_OF = r"(?:of|from|belonging to|attached to|serving (?:with|in))"
_OF_FORCE = late_pattern(
    r"(?:The|All(?: of)?(?: the)?|Both|Most of the) "
    r"(?:(?P<number>two|three|four|five|six|seven|eight|nine|ten) )?"
    r"(?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+)"
    rf"(?:,? {_OF}|,(?: who (?:were|was)| which (?:were|was))?(?: (?!by\b|with\b)[\w-]+){{0,6}} {_OF}"
    rf"| (?:were|was|had been)(?: all| both| mostly| mainly)?(?: [a-z-]+){{0,3}} {_OF}"
    r"|(?: all| both)? belonged to)"
    r" (?:the |a )?(?P<name>[\dA-ZÀ-Þ])"
)
_HIT = frozenset(
    ("dead", "victims", "fallen", "deceased", "casualties", "prisoners", "hostages", "captives", "executed")
)
_MEN = words("soldiers") | {"servicemen", "men", "airmen", "seamen"}
_NUMBERED = frozenset(("men", "officers", "victims"))
_FORCES = ("military", "armed_group", "party")
_PART_OF = late_pattern(r",? (?:which was )?(?:a )?(?:part|unit) of (?:the )?(?P<whole>[\dA-ZÀ-Þ])")
_BODY = 3  # sentences of the body that may tell it
_FIRSTS = ("The ", "All ", "Both ", "Most ")


def with_forces(document: Document, parties: Sequence[EventActor], actors: ActorBook) -> list[EventActor]:
    """Return the parties with the force to which a later sentence says that those attacked belonged."""
    hit = [p for p in parties if p.role in ("target", "victim")]
    taken = {p.actor for p in parties if p.role in ("target", "perpetrator")}
    found = next(_forces(document, hit, actors), None) if hit else None
    if found is None or found.actor in taken or _is_part(found.actor, taken, actors):
        return list(parties)
    kept = [p for p in parties if p.role != "target" or not _is_bare(p.actor, actors)]
    return [*kept, found]


def _forces(document: Document, hit: Sequence[EventActor], actors: ActorBook) -> Iterator[EventActor]:
    """Yield the forces by name that sentences say those who were hit were of, in text order."""
    nouns = {a.name.split()[-1].lower() for p in hit if (a := actors.actors.get(p.actor)) is not None}
    for sentence in (*document.lead, *own_body(document)[:_BODY]):
        if not document.text.startswith(_FIRSTS, sentence.span.start):
            continue
        match = _OF_FORCE.match(document.text, sentence.span.start, sentence.span.end)
        if match is None:
            continue
        noun, number = match["noun"], match["number"]
        if noun not in nouns | _HIT and not (
            noun in _NUMBERED and _is_counted(document, sentence, number, nouns)
        ):
            continue
        at = [Span(match.start("name"), match.end("name"))]
        whole = _PART_OF.search(document.text, match.end(), sentence.span.end)  # of a unit that is no actor
        at += [Span(*whole.span("whole"))] if whole is not None else []
        for known in (m for span in at for m in actors.overlapping(span)):
            actor = actors.actors[known.actor]
            if actor.kind in _FORCES and not is_unnamed(actor.key, actors):
                yield EventActor(actor.key, "target", known.span, "whose_men")


def _is_counted(document: Document, sentence: Sentence, number: str | None, nouns: set[str]) -> bool:
    """Whether those who were hit were told before with the same number: "two constables": "The two men"."""
    if number is None:
        return False
    told = document.text[: sentence.span.start].lower().split()
    for at, word in enumerate(told):
        if word == number and any(w.strip(",.;") in nouns for w in told[at + 1 : at + 4]):
            return True
    return False


def _is_bare(key: str, actors: ActorBook) -> bool:
    actor = actors.actors.get(key)
    return actor is not None and actor.name in _MEN


def _is_part(key: str, taken: set[str], actors: ActorBook) -> bool:
    """Whether a force is the whole or a part of one that is a party already."""
    own = set(actors.actors[key].name.casefold().split())
    names = [set(a.name.casefold().split()) for k in taken if (a := actors.actors.get(k)) is not None]
    return any(own <= name or name <= own for name in names)

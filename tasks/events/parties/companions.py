"""Who stands beside a party that is known already: its allies, its leader, those who hold what was attacked.

The words between the known party and the other name say it, in the lead alone:

- ally: "X, supported by Y", "X alongside Y", "X with airstrikes of the Y", "X and the allied Y"
- joined: "shelling by X and Y", "villages held by X and Y", "captured President X, Minister Y and Z"
- leader: of a rising, or of men without a name, "a group of officers led by X", "separatists led by X"
- holder: of a target, "a checkpoint manned by X", "the centre operated by X"

The other one has the role of the one it stands beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.events.party_choice import is_unnamed
from tasks.events.sentence_words import sentence_words
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor, Role
from tasks.model.span import Span

_SOME = r"(?:(?:the|an?|its|their|his|some|other|various|several|many|local|allied|\d+|[a-z-]+) ){0,4}"
_AFTER_NAME = r"(?: \([^()]*\)|[^()]{0,12}\))?"  # the name may be the acronym in the bracket
_ALLY = re.compile(
    rf"{_AFTER_NAME}(?:,| \(|,? which|,? who| –)*(?: the latter(?: of which)?)?(?: was| were| being)?(?: [a-z]+ly)? ?"
    r"(?:(?:supported|backed|assisted|aided|helped|reinforced|joined|accompanied)(?: [a-z]+ly)? by"
    r"|(?:and|with) (?:the )?(?:[a-z-]+ ){0,2}(?:support|help|assistance|backing|aid|participation) (?:of|from|by)"
    r"|alongside|together with|along with|and (?:its|their|the)? ?allied)"
    rf" {_SOME}(?:(?:air ?strikes?|air power|airpower|air support|artillery|units|elements|fighters|troops|forces)"
    rf" (?:of|from|by) (?:the )?)?"
)
_JOINED = re.compile(rf"{_AFTER_NAME},? (?:and|as well as) (?:the |some |other )?")
_LISTED = re.compile(rf"{_AFTER_NAME}, (?:the )?")
_LEADER = re.compile(rf"(?: [a-z]+){{0,3}},? (?:initially |jointly )?(?:led|headed|commanded) by (?:the )?")
_HOLDER = re.compile(
    r"(?: [a-z]+){0,3} (?:manned|operated|run|owned|held|occupied|guarded|garrisoned|staffed) by (?:the )?"
)
_SUPPORT = frozenset(
    ("supported", "backed", "assisted", "aided", "helped", "reinforced", "joined", "accompanied")
) | {"support", "help", "assistance", "backing", "aid", "participation", "alongside", "together", "along"}
_RISING = re.compile(r"\b(?:coups?|putsch|mutiny|rebellion|revolt|uprising|insurrection)\b", re.IGNORECASE)
_FORCES = ("military", "armed_group", "international", "state", "government")
_BODIES = (*_FORCES, "organisation", "party")
_HOLDS = frozenset(("manned", "operated", "run", "owned", "held", "occupied", "guarded", "garrisoned", "staffed"))
_WORDS = _SUPPORT | _HOLDS | {"and", "allied", "led", "headed", "commanded"}


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
                found.append(EventActor(key, role, None, False, None, span))
    return found


def _beside(
    document: Document, sentence: Sentence, roles: dict[str, Role], told: set[Span], actors: ActorBook
) -> Iterator[tuple[Span, str, Role]]:
    """Yield those whom the words behind a party of this sentence tie to it."""
    mentions = sentence_words(sentence, actors).mentions
    for (span, key), (other_span, other) in zip(mentions, mentions[1:], strict=False):
        role = roles.get(key)
        actor, known = actors.actors.get(other), actors.actors.get(key)
        if role is None or actor is None or known is None or other in roles:
            continue
        if actor.part_of == key or known.part_of == other:
            continue
        between = document.text[span.end : other_span.start]
        is_ally = actor.kind in _FORCES and known.kind != "person" and _ALLY.fullmatch(between)
        is_leader = (
            actor.kind == "person"
            and role == "perpetrator"
            and (_RISING.search(document.article.title) or _is_bare(key, actors))
            and _LEADER.fullmatch(between)
        )
        is_holder = role == "target" and actor.kind in _BODIES and _HOLDER.fullmatch(between)
        is_joined = (
            span in told
            and (actor.kind in _FORCES) == (known.kind in _FORCES)
            and (actor.kind in _FORCES or actor.kind == known.kind == "person")
            and _JOINED.fullmatch(between)
            and not _is_pair(sentence, span)
        )
        if is_ally or is_leader or is_holder or is_joined:
            yield other_span, other, role


def _is_bare(key: str, actors: ActorBook) -> bool:
    """Whether men have no name of their own and serve no state: "Northland separatists", "gunmen"."""
    return actors.actors[key].kind == "armed_group" and is_unnamed(key, actors)


def _is_pair(sentence: Sentence, span: Span) -> bool:
    """Whether a name is the first of two sides: "between X and Y"."""
    before = [t.lower for t in sentence.tokens if t.end <= span.start][-6:]
    return "between" in before or "both" in before

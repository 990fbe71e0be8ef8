"""Which force a person commands: what the commander did the force did, and the force is the side, not he.

- "a Norland army under Ada Quist", "the Norland fleet, led by Admiral Quist", "the army of Lord Quist"
- "Led by Ada Quist, Norland forces ..."; "Quist's Army of the Osk"
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.events.fights.bare_forces import bare_forces
from tasks.events.sections import own_sentences
from tasks.events.sentence_words import sentence_words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor
from tasks.model.memo import remembered

_FORCES = ("military", "armed_group", "state")
_SIZE = r"(?: of (?:about |some |around |nearly |over )?[\d,]+(?: [a-z]+){0,2})?"
_COMMANDED = late_pattern(  # between a force and a person
    rf"(?: (?:army|fleet|forces?|troops))?(?: \([^()]*\))?{_SIZE}"
    r"(?:,| which was| that was| was)?(?: jointly| personally| now)?"
    r"(?: under(?: the (?:[a-z]+ )?(?:command|leadership) of)?| (?:led|commanded|headed) by| of)"
    r"(?: the| a| his| their)?(?: [a-z]+){0,3}(?: [A-Z][a-z]+\.?){0,3} ?"  # "the Norland Major General"
)
_LED_BY = late_pattern(r"(?:Led|Commanded|Headed) by(?: the)?(?: [a-z]+){0,2} ?")
_BEHIND_LED = late_pattern(r",(?: the| a| an)?(?: [a-z]+){0,2} ?")
_OWNED = ("'s ", "’s ", "' ", "’ ")
_NEEDED = frozenset(("under", "led", "commanded", "headed", "of", "'s", "’s"))


@remembered
def _known(actors: ActorBook) -> dict[str, dict[str, str]]:
    """Return by the kind of what they command whom the persons among these actors command."""
    return {}


def commands(document: Document, actors: ActorBook) -> Mapping[str, str]:
    """Return the force that each person is first said to command, by their keys; no state."""
    return {**_commands_of(document, actors, "armed_group"), **_commands_of(document, actors, "military")}


def _commands_of(document: Document, actors: ActorBook, kind: str) -> Mapping[str, str]:
    """Return the actor of a kind that each person is first said to command."""
    known = _known(actors)
    if not known:
        known.update({kind: {} for kind in _FORCES})
        for sentence in own_sentences(document):
            for person, force in _in_sentence(document, sentence, actors):
                known[actors.actors[force].kind].setdefault(person, force)
    return known[kind]


def stand_for(document: Document, actors: ActorBook) -> Mapping[str, str]:
    """Return the forces that commanders, and nouns alone, stand for; a ruler without one is his state."""
    rulers = _commands_of(document, actors, "state")
    return {**bare_forces(actors), **rulers, **commands(document, actors)}


def without_commanders(
    document: Document, parties: Sequence[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Return the parties of a fight without persons whose force has a role; one alone is the force."""
    led = stand_for(document, actors)
    people = _commands_of(document, actors, "state")
    having = {p.actor for p in parties if p.role in ("perpetrator", "target")}
    roles = {(p.actor, p.role) for p in parties if p.role in ("perpetrator", "target")}
    kept: list[EventActor] = []
    for party in parties:
        if (people.get(party.actor), party.role) in roles:
            continue  # "the Danes under Ada Quist" are no two sides
        force = led.get(party.actor) if party.role in ("perpetrator", "target") else None
        if force is None:
            kept.append(party)
        elif force not in having:
            having.add(force)
            span = next(m.span for m in actors.mentions if m.actor == force)
            kept.append(replace(party, actor=force, span=span))
    return kept


def _in_sentence(document: Document, sentence: Sentence, actors: ActorBook) -> Iterator[tuple[str, str]]:
    """Yield the persons of a sentence with the force that stands beside each."""
    if _NEEDED.isdisjoint(sentence.words) and sentence.lower[:2][1:] != ("by",):
        return
    mentions = sentence_words(sentence, actors).mentions
    text = document.text
    for (one, key), (other, other_key) in pairwise(mentions):
        kinds = [actors.actors[k].kind for k in (key, other_key)]
        between = text[one.end : other.start]
        if kinds[0] in _FORCES and kinds[1] == "person" and _COMMANDED.fullmatch(between) is not None:
            yield other_key, key
        elif kinds[0] == "person" and kinds[1] in _FORCES:
            before = text[sentence.span.start : one.start]
            is_led = _LED_BY.fullmatch(before) is not None and _BEHIND_LED.fullmatch(between) is not None
            if kinds[1] != "state" and (is_led or between in _OWNED):
                yield key, other_key

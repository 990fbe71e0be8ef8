"""Peoples as targets, and a country's forces as those who laid waste, of massacres.

- killed people: "the mass killing of the Norland population of Osk", "a massacre of Norlanders"
- laid waste: "Norland troops, joined by others, burned the town", in a section that is called "Massacre"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import name_words
from tasks.events.clauses.who_acts import is_prepositional
from tasks.events.new_party import NewParty, party
from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import verb_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import verbs_that, words_of
from tasks.model.actor import Actor, ActorBook, Mention
from tasks.model.article import LEAD
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_KILLED = late_pattern(
    rf"\b(?i:{deed('many')}|killings?|murders?)"
    r" (?:of|against) (?:(?:the|about|around|over|nearly|some|up to|at least|local|ethnic|unarmed|innocent"
    r"|hundreds of|thousands of|dozens of|several hundred|\d[\d,]*) )*"
    r"(?P<people>(?P<whose>[A-Z]\w+(?:[ -][A-Z]\w+)?)"
    r"(?: (?:population|people|minority|community|inhabitants|residents|quarter))?)\b"
)
_MASSACRE = late_pattern(rf"\b(?:{deed('many')}|killings)\b", re.IGNORECASE)
_WASTES = frozenset(
    (
        "burned", "burnt", "sacked", "destroyed", "devastated", "turned", "set", "attacked",
    )
)  # fmt: skip
_WASTES |= words_of(verbs_that(("destroys", "kills", "robs")), "past")
_INTO = late_pattern(r"\b(?:into (?:an? )?(?:inferno|ruins?|rubble|ash(?:es)?)|fire to|ablaze|on fire)\b")
_LOST = words("suffers") | {"killing", "died", "dead"}
_OF_COMMUNITY = late_pattern(
    r"\b(?:people|members|civilians|men|women|villagers|residents|persons|followers|families)"
    r" (?:of|from|belonging to) (?:the|a) (?:minority |religious |ethnic )*"
    r"(?P<people>(?:[A-Z]\w+[ -]){1,3}(?:minority|community|tribe|clan|sect|faith))\b"
)
_FORCES = ("military", "armed_group")


def massacre_parties(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the people that the lead says was killed, and the forces of a country that laid waste."""
    if not _MASSACRE.search(document.article.title):
        return []
    people = next(_killed_peoples(document, actors), None)
    forces = next(_wasting_forces(document, actors), None)
    return [found for found in (people, forces) if found is not None]


def _killed_peoples(document: Document, actors: ActorBook) -> Iterator[NewParty]:
    for sentence in document.lead:
        for match in _KILLED.finditer(document.text, sentence.span.start, sentence.span.end):
            name = _people(document, match["whose"], match["people"])
            if name is None:
                continue
            span = Span(*match.span("people"))
            made = party(document, span, "target", "civilians", "people")
            key = Actor(key=fold(name), name=name, kind="civilians", resolution_method="exact")
            known = [m for m in actors.overlapping(span) if actors.actors[m.actor].kind != "state"]
            actor = actors.actors[known[0].actor] if known else key
            yield NewParty(actor, Mention(made.mention.span, actor.key, "name", "people"), "target")


def hit_community(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the community whose people the lead says were killed: "35 people of the X minority"."""
    for sentence in document.lead:
        if _LOST.isdisjoint(sentence.words):
            continue
        match = _OF_COMMUNITY.search(document.text, sentence.span.start, sentence.span.end)
        if match is not None:
            return [people_at(document, Span(*match.span("people")), actors)]
    return []


def people_at(document: Document, span: Span, actors: ActorBook) -> NewParty:
    """Return the target that words for a people name: the actor that they are of, else a new one."""
    known = next((m for m in actors.overlapping(span) if m.span.contains(span)), None)
    if known is None:
        return party(document, span, "target", "civilians", "people")
    mention = Mention(known.span, known.actor, "name", "people")
    return NewParty(actors.actors[known.actor], mention, "target")


def _people(document: Document, whose: str, words: str) -> str | None:
    """Return a people's name: the plural that the article has, else the words; None if it is no people."""
    table = countries()
    if whose in table.plurals or name_words().get(whose.lower()) == "belief":
        return whose
    country = table.adjectives.get(whose)
    if country is None or words == whose:
        return None
    plural = [p for p, c in table.plurals.items() if c == country and re.search(rf"\b{p}\b", document.text)]
    return min(plural, default=words)


def _wasting_forces(document: Document, actors: ActorBook) -> Iterator[NewParty]:
    for sentence in document.sentences:
        heading = document.heading_of(sentence)
        if heading != LEAD and not _MASSACRE.search(heading):
            continue
        inside = sentence_words(sentence, actors)
        for span, key in inside.mentions:
            actor = actors.actors[key]
            if actor.kind not in _FORCES or actor.name.split()[0] not in countries().adjectives:
                continue
            if is_prepositional(sentence.tokens, span):
                continue  # "dressed as Norland soldiers"
            verb = _verb(sentence, span)
            if verb is not None and _lays_waste(document, sentence, verb):
                yield NewParty(actor, Mention(span, key, "name", "people"), "perpetrator")


def _verb(sentence: Sentence, span: Span) -> int | None:
    """Return the verb of a subject, behind an aside between commas as well: "X, joined by Y, burned"."""
    tokens = sentence.tokens
    after = next((i for i, t in enumerate(tokens) if t.start >= span.end), len(tokens))
    if after < len(tokens) and tokens[after].text == ",":
        close = next((i for i in range(after + 1, len(tokens)) if tokens[i].text == ","), None)
        return close + 1 if close is not None and close + 1 < len(tokens) else None
    return verb_of(sentence, span)


def _lays_waste(document: Document, sentence: Sentence, verb: int) -> bool:
    word = sentence.tokens[verb].lower
    if word not in _WASTES:
        return False
    behind = document.text[sentence.tokens[verb].start : sentence.span.end]
    return word not in ("turned", "set") or _INTO.search(behind) is not None

"""What the article's own event was aimed at, as actors: those that there are, and new ones.

Which of the phrases of `aimed` count: a force, body or person that is an actor, and people, sites and
vehicles, which become actors by being aimed at.  A bare name that is no actor is a place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from tasks.actors.known.countries import countries
from tasks.actors.known.name_words import context
from tasks.events.candidate import Candidate
from tasks.events.clauses.phrases.people_kinds import people_kind
from tasks.events.clauses.phrases.slot_phrase import kind_of
from tasks.events.clauses.undergone import Aimed
from tasks.events.found import Found, Words
from tasks.events.new_party import NewParty, party
from tasks.events.other_names import named_others
from tasks.events.sections import own_sentences
from tasks.events.sentence_words import sentence_words
from tasks.events.targets.aims.aboard import described_first, there
from tasks.events.targets.aims.aimed import aimed_at
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deeds
from tasks.model.actor import Actor, ActorBook, ActorKind
from tasks.model.document import Document, Sentence
from tasks.model.figure import Figure
from tasks.model.order import START
from tasks.model.span import Span

_HELD = words("held_site")
_CAMPS = frozenset(("camp", "fort", "fob", "barracks", "hotel", "hospital", "school"))  # "Camp Alpha"
_FORCES = frozenset(("army", "navy", "police", "military", "marine", "security"))
_BATTLE = re.compile(
    r"\b(?:battle|offensive|siege|campaign|clashes|fighting|skirmish\w*|war)\b", re.IGNORECASE
)
_FIGHTERS = context("rebels")
_BODIES = ("military", "armed_group", "government", "party")
_ATTACKERS = words("attacker") | words("attackers")
_BLAME = frozenset(("responsibility", "blame", "suspicion"))
_GRADES = {"caught": "caught", "said": "aimed_at"}  # what says outright what the target was counts anywhere
_FAR = 10  # tokens of "responsibility for the attack was placed on the"
_OWNERS = ("military", "armed_group", "government", "party", "international", "organisation", "person")


def aims_found(words_: Words, actors: ActorBook, title: str) -> list[Found]:
    """Return the actors that a sentence shows as aimed at; a weak one only names where a bomb went off."""
    found = []
    for aim in aimed_at(words_.sentence, is_battle=_is_battle(title)):
        mention = _mention(words_, aim, actors)
        if mention is not None:
            actor = actors.actors.get(mention[1])
            is_weak = aim.is_weak and not (aim.phrase.is_inner and actor is not None and _owns(actor))
            if _is_blamed(words_, mention[0]):
                continue  # "responsibility for the attack was placed on X"
            if actor is not None and actor.name in _ATTACKERS:
                continue  # "the bomb killed the bomber and twelve others"
            if actor is not None and actor.kind == "media" and not aim.phrase.is_inner:
                continue  # who tells of it; but "the offices of the newspaper X" were attacked
            if actor is not None and actor.kind == "state" and _is_of_office(words_, mention[0]):
                continue
            grade = "weak" if is_weak else _GRADES.get(aim.rule, "aimed")
            found.append(Found(mention[1], "target", mention[0], aim.rule, grade=grade))
            whose = None if is_weak else _whose_site(words_, aim, actors)
            if whose is not None and whose[1] != mention[1]:
                found.append(Found(whose[1], "target", whose[0], aim.rule, grade=grade))
    for phrase, rule in there(words_.sentence):
        mention = words_.at(phrase.head)
        if mention is not None and not any(f.actor == mention[1] for f in found):
            found.append(Found(mention[1], "target", mention[0], rule, grade=rule))
    return found


def _is_blamed(words_: Words, span: Span) -> bool:
    """Whether responsibility or blame was laid on somebody, no bomb."""
    if _BLAME.isdisjoint(words_.sentence.words):
        return False
    before = [t.lower for t in words_.tokens if t.end <= span.start]
    return "on" in before[-3:] and not _BLAME.isdisjoint(before[-_FAR:])


@lru_cache(maxsize=1_000)  # asked with each sentence of an article
def _is_battle(title: str) -> bool:
    return _BATTLE.search(title) is not None


def _mention(words_: Words, aim: Aimed, actors: ActorBook) -> tuple[Span, str] | None:
    """Return the mention that a phrase is about: the owner of a base or a lorry, else that of its head."""
    phrase = aim.phrase
    behind = [t.lower for t in words_.tokens[phrase.head + 1 : phrase.head + 3]]
    if phrase.kind == "vehicle" and behind == ["of", "the"] and phrase.head + 3 < len(words_.tokens):
        whose = words_.at(phrase.head + 3)  # "two trucks of the 22nd Police Battalion"
        if whose is not None and (a := actors.actors.get(whose[1])) is not None and a.kind == "military":
            return whose
    if words_.tokens[phrase.head].lower in _HELD and words_.tokens[phrase.head].text.islower():
        for span, key in words_.mentions:
            actor = actors.actors.get(key)
            is_inside = phrase.span.start <= span.start and span.end < phrase.span.end
            if is_inside and actor is not None and _owns(actor):
                return span, key
    return words_.at(phrase.head) or _whose_men(words_, aim, actors)


def _whose_men(words_: Words, aim: Aimed, actors: ActorBook) -> tuple[Span, str] | None:
    """Return the armed group whose men a phrase is about: X of "killed 40 X rebels"."""
    phrase = aim.phrase
    if phrase.head == phrase.first or words_.tokens[phrase.head].lower not in _FIGHTERS:
        return None
    group = words_.at(phrase.head - 1)
    actor = actors.actors.get(group[1]) if group is not None else None
    is_group = actor is not None and actor.kind == "armed_group" and actor.name[:1].isupper()
    return group if is_group and group is not None and group[0].start == phrase.span.start else None


def _whose_site(words_: Words, aim: Aimed, actors: ActorBook) -> tuple[Span, str] | None:
    """Return the body whose the site is that was hit: "the coast guard school of the Osk Government"."""
    phrase, tokens = aim.phrase, words_.tokens
    at = bisect_left(tokens, phrase.span.end, key=START)
    if (
        phrase.kind != "site"
        or [t.lower for t in tokens[at : at + 2]] != ["of", "the"]
        or at + 2 >= len(tokens)
    ):
        return None
    whose = words_.at(at + 2)
    actor = actors.actors.get(whose[1]) if whose is not None else None
    is_body = actor is not None and actor.kind in _BODIES and actor.name[:1].isupper()
    return whose if is_body else None


def _is_of_office(words_: Words, span: Span) -> bool:
    """Whether a state only says whose office it is: "the former president of Northland, was shot"."""
    before = [t.lower for t in words_.tokens if t.end <= span.start][-3:]
    return "of" in before[-2:] and deeds("attack", "one").isdisjoint(before)


def _owns(actor: Actor) -> bool:
    return actor.kind in _OWNERS and actor.name[:1].isupper()


def aimed_parties(
    document: Document, actors: ActorBook, others: Sequence[Candidate], figures: Sequence[Figure]
) -> list[NewParty]:
    """Return the people, sites and vehicles that were aimed at and that are no actors yet.

    Those of sentences about the article's own event, and the people whom its tolls count ("28 unarmed
    civilians"); `figures` are those of the article's own event.
    """
    found = []
    is_battle = _is_battle(document.article.title)
    for sentence in own_sentences(document):
        aims = aimed_at(sentence, is_battle=is_battle)
        found += _present(document, sentence, actors)
        if not aims:
            continue
        named = named_others(document, sentence)
        inside = sentence_words(sentence, actors)
        for aim in aims:
            span = aim.phrase.span
            if any(s.contains(span) for o in others for s in o.stretches):
                continue
            force = _force_of(sentence, aim)
            if force is not None and not actors.overlapping(force):
                found.append(party(document, force, "target", "military", "aimed"))
                continue
            craft = _craft_named(sentence, aim)
            if craft is not None and not actors.overlapping(craft):
                found.append(party(document, craft, "target", "unknown", "aimed"))
                continue
            is_camp = sentence.tokens[aim.phrase.first].lower in _CAMPS
            is_place = aim.phrase.kind == "name" and not aim.phrase.is_inner and not is_camp
            if (
                not is_place
                and _mention(inside, aim, actors) is None
                and aim.at not in {t.first for t in named}
            ):
                found.append(party(document, span, "target", _kind(aim, document), "aimed"))
    return [*found, *_counted(document, actors, figures)]


def _craft_named(sentence: Sentence, aim: Aimed) -> Span | None:
    """Return the name of a ship behind a noun for what it is: "the auxiliary ship Heron"."""
    tokens, first = sentence.tokens, aim.phrase.head
    if aim.phrase.kind != "name":
        return None
    while first > aim.phrase.first and tokens[first - 1].text[:1].isupper():
        first -= 1
    is_craft = first > 0 and tokens[first - 1].text.islower() and kind_of(tokens[first - 1]) == "vehicle"
    return Span(tokens[first].start, aim.phrase.span.end) if is_craft else None


def _force_of(sentence: Sentence, aim: Aimed) -> Span | None:
    """Return the words for a country's force before what it holds or drives: "Danish army convoy"."""
    tokens, phrase = sentence.tokens, aim.phrase
    if tokens[phrase.head].lower not in _HELD:
        return None
    for i in range(phrase.first + 1, phrase.head):
        if tokens[i].lower in _FORCES and tokens[phrase.first].text in countries().adjectives:
            return Span(tokens[phrase.first].start, tokens[i].end)
    return None


def _present(document: Document, sentence: Sentence, actors: ActorBook) -> list[NewParty]:
    """Return the people who were in a vehicle or attended something, by their fullest name in the lead."""
    found = []
    for phrase, _ in there(sentence):
        if any(m.span.contains(phrase.span) for m in actors.overlapping(phrase.span)):
            continue
        own = party(
            document,
            phrase.span,
            "target",
            people_kind(phrase.span.of(document.text)) or "civilians",
            "aboard",
        )
        full = _fullest(document, phrase.span.of(document.text)) if phrase.first == phrase.head else None
        if full is not None and not actors.overlapping(full):
            own_full = party(document, full, "target", own.actor.kind, "aboard")
            found.append(own_full)
            own = replace(own, actor=own_full.actor, mention=replace(own.mention, actor=own_full.actor.key))
        found.append(own)
    return found


def _fullest(document: Document, noun: str) -> Span | None:
    """Return where the lead names people with an adjective of theirs: "Shia pilgrims" for "pilgrims"."""
    for sentence in document.lead:
        place = described_first(sentence, noun.lower())
        if place is not None:
            return Span(sentence.tokens[place[0]].start, sentence.tokens[place[1]].end)
    return None


def _kind(aim: Aimed, document: Document) -> ActorKind:
    if aim.phrase.kind != "people":
        return "unknown"
    return people_kind(aim.phrase.span.of(document.text)) or "civilians"


def _is_known(victim: Span, actors: ActorBook) -> bool:
    """Whether an actor is mentioned in the words for victims; the first word of longer ones is none of them.

    "64 Northlandic civilians", where a name list has Northlandic for a body.
    """
    known = actors.overlapping(victim)
    return any(m.span.start != victim.start or m.span.end >= victim.end for m in known) or any(
        len(actors.actors[m.actor].name.split()) > 1 for m in known
    )


def _counted(document: Document, actors: ActorBook, figures: Sequence[Figure]) -> list[NewParty]:
    """Return the people whom the first tolls of the killed count, if only a common noun names them."""
    found = []
    for figure in figures:
        if figure.victim is None or figure.is_negated or figure.is_subset or figure.property != "killed":
            continue
        if figure.victim_class == "attackers" or _is_known(figure.victim, actors):
            continue
        kind = people_kind(figure.victim.of(document.text))
        if kind is not None and kind != "armed_group":
            found.append(party(document, figure.victim, "victim", kind, "counted"))
    return found[:1]

"""The name of an attacker whom a first sentence only describes: "by one of his guards. The guard, X, ..."."""

from __future__ import annotations

import re

from tasks.events.clauses.phrases.people_kinds import people_kind
from tasks.events.new_party import NewParty
from tasks.events.sections import opening
from tasks.lexicons.agent_nouns import IS_PERSON_NOUN
from tasks.lexicons.construction_words import words
from tasks.lexicons.violence import any_of, verbs_that, words_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_HARMS = ("attacks", "harms", "kills", "takes", "wounds")
_DOES = words_of(verbs_that(_HARMS), "past", "participle") | {"shot"}
_VERB = rf"(?:{any_of(_DOES)})"
_STOPS = any_of(
    words("place_preposition") | words("complement_preposition") | {"at", "in", "on", "who", "as"}
)
_ONE_OF = re.compile(  # "was shot dead by one of his own bodyguards", "by a law student"
    rf"\b{_VERB}\b[^.;:]{{0,60}}? by"
    r" (?:one of (?:his|her|their|its|the)(?: own)? (?:[a-z-]+ )?(?P<many>[a-z]+)s"
    rf"|(?:an?|his|her|their) (?:(?!(?:{_STOPS})\b)[a-z-]+ ){{0,3}}(?!(?:{_STOPS})\b)"
    r"(?P<one>[a-z]+))\b(?! of\b)"
)
_SUBJECT = re.compile(  # "A soldier shot and killed two officers"
    rf"\b[Aa]n? (?:[A-Z]\w+ )?(?:[a-z-]+ ){{0,3}}?(?P<one>[a-z]+) (?:[a-z]+ly )?{_VERB}"
    r" (?!by\b|in\b|and \w+ by\b)"
)
_TOLD = (
    r"(?:, (?:identified as |named as |named )?|, \d\d-year-old | was (?:later )?(?:identified|named) as )"
)
_FIRST = 2  # sentences that may describe
_BEHIND = 4  # sentences in which the name may follow


def named_later(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the person by whom the lead names the attacker that it described before."""
    for at, sentence in enumerate(opening(document)[:_FIRST]):
        noun = _described(document, sentence)
        if noun is None:
            continue
        name = re.compile(rf"\b[Tt]he (?:[\w-]+ ){{0,2}}{re.escape(noun)}{_TOLD}(?P<name>[A-ZÀ-Þ])")
        for later in opening(document)[at + 1 : at + 1 + _BEHIND]:
            match = name.search(document.text, later.span.start, later.span.end)
            if match is None:
                continue
            place = Span(match.start("name"), match.start("name") + 1)
            for known in actors.overlapping(place):
                actor = actors.actors[known.actor]
                if actor.kind == "person":
                    mention = Mention(known.span, actor.key, "name", "described")
                    return [NewParty(actor, mention, "perpetrator")]
    return []


def _described(document: Document, sentence: Sentence) -> str | None:
    """Return the noun for the one who did it in a sentence, None where no one person did."""
    if _DOES.isdisjoint(sentence.words):
        return None
    for pattern in (_ONE_OF, _SUBJECT):
        match = pattern.search(document.text, sentence.span.start, sentence.span.end)
        if match is not None:
            noun: str = match["one"] or match["many"] if "many" in pattern.groupindex else match["one"]
            if IS_PERSON_NOUN[noun] or people_kind(f"{noun}s") is not None:
                return noun
    return None

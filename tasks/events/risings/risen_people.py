"""Who rose, of an article on a rising: "an uprising of enslaved Africans", "a mutiny by recruits".

A noun before it tells it too where the lead has those people in the plural: "a peasant revolt".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tasks.actors.known.countries import countries
from tasks.events.clauses.slot_phrase import SlotPhrase, read_phrase
from tasks.events.new_party import NewParty, party
from tasks.events.sections import opening
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.load import load
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence, Token
from tasks.model.span import Span

_RISINGS = words("rising") - {"coup", "coups", "takeover"}
_TITLED = late_pattern(rf"\b(?:{any_of(_RISINGS)})\b", re.IGNORECASE)
_WHOSE = frozenset(("of", "by", "among", "amongst"))
_FIRST = 2  # sentences of the lead
_METHOD = "described"


def risen_people(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the people of whom the first sentences say that the rising was theirs."""
    if not _TITLED.search(document.article.title):
        return []
    for sentence in opening(document)[:_FIRST]:
        for span in (*_behind(sentence), *_before(document, sentence)):
            known = next((m for m in actors.overlapping(span) if m.span.end == span.end), None)
            if known is not None:
                mention = Mention(known.span, known.actor, "name", _METHOD)
                return [NewParty(actors.actors[known.actor], mention, "perpetrator")]
            if not any(actors.actors[m.actor].kind != "state" for m in actors.overlapping(span)):
                return [party(document, span, "perpetrator", "civilians", _METHOD)]
    return []


def _behind(sentence: Sentence) -> Iterator[Span]:
    """Yield the people behind the rising's noun: "an uprising of | enslaved Africans"."""
    tokens = sentence.tokens
    for i in sentence.places(_RISINGS):
        if i + 2 < len(tokens) and tokens[i].text.islower() and tokens[i + 1].lower in _WHOSE:
            phrase = read_phrase(tokens, i + 2)
            if phrase is not None and _are_people(tokens, phrase):
                yield phrase.span


def _are_people(tokens: tuple[Token, ...], phrase: SlotPhrase) -> bool:
    is_people = phrase.kind == "people" and tokens[phrase.head].lower.endswith("s")
    return is_people or tokens[phrase.head].text in countries().plurals


def _before(document: Document, sentence: Sentence) -> Iterator[Span]:
    """Yield where the lead has the people whose noun stands before the rising's: "a | peasant revolt"."""
    tokens = sentence.tokens
    for i in sentence.places(_RISINGS):
        noun = tokens[i - 1].lower.rstrip("'’").removesuffix("'s") if i else ""
        noun = noun if noun.endswith("s") else f"{noun}s"
        if not tokens[i].text.islower() or not (IS_AGENT_PLURAL[noun] or noun in _nouns()):
            continue
        for told in document.lead:
            for at in told.places(frozenset((noun,))):
                yield Span(told.tokens[at].start, told.tokens[at].start + len(noun))
                return


@cache
def _nouns() -> frozenset[str]:
    """Return the plural nouns for people."""
    return frozenset(row["noun"] for row in load("victims") if row["number"] == "plural")

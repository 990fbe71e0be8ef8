"""The building or gathering at which the lead says that an attack took place, as a candidate for its target.

"Gunmen attacked worshippers attending a service at Osk Pentecostal Church", "a mass shooting at a school":
an attack in a place where people gather is an attack on the place, whatever the sentence makes its object.
Not of articles on what was done to one person, who was only somewhere; not streets, homes, hospitals into
which somebody was brought, or a province.
"""

from __future__ import annotations

import re

from tasks.events.parties.new_parties import NewParty, party
from tasks.events.parties.slot_phrase import SlotPhrase, read_phrase
from tasks.events.parties.times import is_time
from tasks.events.triggers import VIOLENT, triggers
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_ATTACK = re.compile(
    r"\b(?:attacks?|bomb(?:ings?|s)?|massacres?|shootings?|killings|murders|hijackings?|hostages?|stabbings?"
    r"|raids?|executions|explosions?|arson|siege|crisis|shelling|strikes?|airstrikes?|kidnapp?ings?|riots?)\b",
    re.IGNORECASE,
)
_ON_A_PERSON = re.compile(
    r"\b(?:assassination|(?:shooting|killing|murder|death|stabbing|kidnapping|abduction|lynching) of)\b",
    re.IGNORECASE,
)
_AT = frozenset(("at", "in", "inside", "outside", "into"))
_FROM = _AT | {"from"}
_TAKING = re.compile(r"\b(?:kidnapp?ings?|abductions?|hostages?)\b", re.IGNORECASE)
_NO_SITES = frozenset(
    ("home", "house", "houses", "homes", "hospital", "hospitals", "road", "street", "highway", "square",
     "junction", "bridge", "roundabout", "apartment", "residence", "prison", "region", "field", "farm",
     "valley", "parish", "shelter", "estate", "office", "headquarters", "camp", "bus", "convoy", "train",
     "position", "beach", "crossing", "railway", "tunnel", "harbour", "bunker", "park", "base", "bases")
)  # fmt: skip
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "two", "three", "several"))
_NEXT_TO = frozenset(("near", "outside", "from", "of"))
_LOST = words("suffers") | words("hit") | words("strikes") | {"died", "killing", "wounding", "gunmen", "took"}
_FIRST = 2  # sentences of the lead


def scene_party(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the site of the attack as a candidate, under the name that the article has for it."""
    span = scene_site(document)
    if span is None:
        return []
    known = next((m for m in actors.overlapping(span) if m.span.contains(span)), None)
    if known is None or actors.actors[known.actor].kind not in ("organisation", "unknown", "government"):
        return [party(document, span, "target", "unknown", "scene")]
    mention = Mention(known.span, known.actor, "name", "scene")
    return [NewParty(actors.actors[known.actor], mention, "target")]


def scene_site(document: Document) -> Span | None:
    """Return the words for the site of an attack in the first sentences of the lead, if any."""
    title = document.article.title
    if not _ATTACK.search(title) or _ON_A_PERSON.search(title):
        return None
    for sentence in document.lead[:_FIRST]:
        if not _tells(sentence):
            continue
        found = [
            p
            for i in sentence.places(_FROM if _TAKING.search(title) else _AT)
            if (p := _site_behind(sentence, i)) is not None
        ]
        named = [p for p in found if p.span.of(document.text)[:1].isupper()]
        if named or found:
            return (named or found)[0].span
    return None


def _tells(sentence: Sentence) -> bool:
    return not _LOST.isdisjoint(sentence.words) or any(
        t.type.event_type in VIOLENT for t in triggers(sentence)
    )


def _site_behind(sentence: Sentence, at: int) -> SlotPhrase | None:
    """Return the phrase for a site behind a preposition; "in hospital" and "in Osk market town" have none."""
    tokens = sentence.tokens
    if at + 2 >= len(tokens) or is_time(tokens, at + 1) or tokens[at - 1].lower in _NEXT_TO:
        return None
    phrase = read_phrase(tokens, at + 1)
    if phrase is None or phrase.kind != "site" or tokens[phrase.head].lower in _NO_SITES:
        return None
    is_bare = tokens[at + 1].lower not in _DETERMINERS and not tokens[phrase.first].text[:1].isupper()
    return None if is_bare else phrase

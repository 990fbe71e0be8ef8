"""What weapons, blasts and blows struck, where an article names no target otherwise.

- struck: "shells rained down on the market", "an explosion tore through the bus"
- thrown: "grenades were lobbed into the hall"
- scene, suffered: "the hospital was the scene of a massacre", "the camp suffered a raid"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tasks.events.new_party import NewParty, its_part
from tasks.events.sections import own_sentences
from tasks.events.targets.struck.struck_object import struck_object
from tasks.lexicons.construction_words import words
from tasks.lexicons.load import load
from tasks.lexicons.violence import any_of, forms_of, nouns
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor

_FIRST = 6  # sentences that tell of the article's own event
_YEAR = re.compile(r"\b1[0-9]{3}\b|\b20[0-9]{2}\b")
_BLOWS = words("weapon") | words("blow")
_SUBJECT = r"(?:^|[,;] |\b(?:when|as|after|and|that) )(?P<subject>(?:[Tt]he|[Aa]n?) "


def struck_by(
    document: Document, actors: ActorBook, parties: Sequence[EventActor]
) -> tuple[list[NewParty], list[EventActor]]:
    """Return what was struck, and its part; nothing where a target is known."""
    if any(p.role == "target" for p in parties):
        return [], []
    acting = {p.actor for p in parties if p.role == "perpetrator"}
    for number, sentence in enumerate(own_sentences(document)[:_FIRST]):
        text = sentence.span.of(document.text)
        if number and _YEAR.search(text):
            continue  # of another time
        for at in _places(sentence, text):
            new = struck_object(document, actors, sentence, sentence.span.start + at, acting, "struck_by")
            if new is not None:
                return [new], [its_part(new)]
    return [], []


def _places(sentence: Sentence, text: str) -> Iterator[int]:
    """Yield where phrases for what was struck begin within a sentence."""
    behind, before = _patterns()
    for i in sentence.places(_BLOWS):
        end = sentence.tokens[i].end - sentence.span.start
        found = behind.match(text, end)
        if found is not None:
            yield found.end()
    for found in before.finditer(text):
        yield found.start("subject")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands between a blow and what it struck, and what stands behind what was struck."""
    by_form: dict[str, list[str]] = {}
    for row in load("struck_phrases"):
        by_form.setdefault(row["form"], []).append(row["phrase"])
    struck, thrown, scene, suffered = (
        any_of(frozenset(by_form[form])) for form in ("struck", "thrown", "scene", "suffered")
    )
    behind = re.compile(
        rf" (?:(?:then|also|later) )?(?:(?:{struck})|(?:was|were|had been) (?:{thrown})) (?=\w)"
    )
    violence = any_of(forms_of(nouns()))
    before = re.compile(
        rf"{_SUBJECT}[^,;:.]{{2,60}}?) (?:(?:was|were|became) (?:{scene})|(?:{suffered}))"
        rf" (?:an?|the|several|two|three|repeated) (?:[\w-]+ ){{0,3}}?(?:{violence})\b"
    )
    return behind, before

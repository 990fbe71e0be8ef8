"""Persons whom the opening of an article on a lynching or an execution says were put to death.

- of: "the killing of a farmhand, X, by a mob", "the murders of three men, X, Y and Z, who"
- hanged: "the police hanged X and Y", "X was taken from the jail and lynched"

They are its targets, and what they had been accused or convicted of is no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.events.new_party import NewParty
from tasks.events.sections import opening
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, forms_of, nouns_that
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_TITLED = late_pattern(r"\b(?:lynch|execut|hang(?:ing|ed)|behead|put to death)", re.IGNORECASE)
_NOUNS = any_of(forms_of(nouns_that(("kills",), ("", "people", "object"))))
_DONE = r"(?:lynched|hanged|executed|beheaded|garrotted|guillotined)"
_END = r"(?= (?:by|who|on|in|at|near|for|after|from|during)\b|,? which\b|[;.]|$)"
_OF = late_pattern(rf"\b(?:{_NOUNS}) of (?P<whom>.+?){_END}")
_OBJECT = late_pattern(rf"\b(?<!was )(?<!were ){_DONE} (?!by\b)(?P<whom>.+?){_END}")
_PASSIVE = late_pattern(rf"(?:,[^,]+,| \([^)]*\))? (?:was|were) (?:[\w-]+ ){{0,9}}?{_DONE}\b(?! of)")
_FIRST = 2  # sentences of the lead


def put_to_death(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the persons who were put to death, of an article on that."""
    return [
        NewParty(actors.actors[m.actor], Mention(m.span, m.actor, "name", "site"), "target")
        for m in {m.actor: m for m in _mentions(document, actors)}.values()
    ]


def are_put_to_death(document: Document, actors: ActorBook) -> frozenset[str]:
    """Return the keys of those persons."""
    return frozenset(m.actor for m in _mentions(document, actors))


def _mentions(document: Document, actors: ActorBook) -> Iterator[Mention]:
    for sentence in opening(document)[:_FIRST] if _TITLED.search(document.article.title) else ():
        for span in _spans(document, sentence):
            yield from (m for m in actors.overlapping(span) if actors.actors[m.actor].kind == "person")
        for mention in actors.beginning_in(sentence.span):
            is_person = actors.actors[mention.actor].kind == "person"
            if is_person and _PASSIVE.match(document.text, mention.span.end, sentence.span.end):
                yield mention


def _spans(document: Document, sentence: Sentence) -> Iterator[Span]:
    for pattern in (_OF, _OBJECT):
        match = pattern.search(document.text, sentence.span.start, sentence.span.end)
        if match is not None:  # the first: the others are of what it was for
            yield Span(*match.span("whom"))

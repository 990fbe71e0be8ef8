"""Groups of which the person killed was a member: they are not guessed to have done it.

"Merl, a co-founder of the X Brigades, the military wing of Y, was wanted by", "He had been a commander of X".
It is asked where nobody is said to have attacked and the article is asked which group it is about.
"""

from __future__ import annotations

import re

from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document

_OF_PERSON = re.compile(
    rf"\b(?:death|{deed('person', 'one')}) of (?:\w+ )*?"
    r"([A-Z][\w’'-]+)$",
    re.IGNORECASE,
)
_ONE_OF = late_pattern(
    rf"\b(?:{any_of(words('one_of_group'))})(?: (?:of|in|with|for|from))(?: the)?(?: [A-Z][\w-]+)? $"
)
_WING = late_pattern(
    r",? (?:the|an?) (?:\w+ )?(?:military|armed|political|youth) (?:wing|arm|branch) of (?:the )?$"
)
_HE = frozenset(("he", "she"))
_NEAR = 90  # code points


def groups_of_victim(document: Document, actors: ActorBook) -> frozenset[str]:
    """Return the groups of which the person of the title was one, none where it names no person."""
    person = _OF_PERSON.search(document.article.title)
    if person is None:
        return frozenset()
    names = _HE | {person.group(1).lower()}
    own: set[str] = set()
    ends: set[int] = set()  # of names of such groups, of which another may be the whole
    for mention in actors.mentions:
        before = document.text[max(0, mention.span.start - _NEAR) : mention.span.start]
        wing = _WING.search(before)
        is_whole = wing is not None and mention.span.start - len(before) + wing.start() in ends
        if is_whole or (_ONE_OF.search(before) is not None and _is_said_of(document, mention, names)):
            own.add(mention.actor)
            ends.add(mention.span.end)
    return frozenset(own)


def _is_said_of(document: Document, mention: Mention, names: frozenset[str]) -> bool:
    """Whether the person stands before the group in its sentence: "Merl, a founder of", "He was"."""
    sentence = document.sentences[max(0, document.index_at(mention.span.start))]
    return any(t.lower in names for t in sentence.tokens if t.end <= mention.span.start)

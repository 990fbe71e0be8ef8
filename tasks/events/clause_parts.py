"""The part that a name plays in its clause, told from the words around it.

Without a parser, but by construction.  The parts:

- subject: "X withdrew", "X, a former officer, was sentenced", "X militants captured ..."
- agent: "... by X"
- object: "arrested X", "informed the X"
- owner: "X's base", "X positions"
- complement: "against X", "members of X", "a meeting with X"
- apposition: "the group's leader, X"; "two bodies: X and Y"
- joined: one of a list whose other members play a part

A name in a heading, a caption or a list of names without a clause plays none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from tasks.actors.known.name_words import name_words
from tasks.events.name_ends import (
    before_age,
    before_bracket,
)
from tasks.events.subject_verb import WRITTEN_AS_VERB, is_small_word, known_subjects, subject_verb
from tasks.lexicons.by_letters import Told
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token, lowered
from tasks.model.order import START
from tasks.model.span import Span
from tasks.model.value import value

PartName = Literal["subject", "agent", "object", "owner", "complement", "apposition", "joined"]
_AUXILIARY = words("auxiliary")
_PREPOSITIONS = words("complement_preposition")
_IN = words("in_preposition")
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "all", "some", "both", "another"))
_REACH_BACK = 7  # tokens of a noun phrase before the name that ends it


@value(frozen=True, slots=True)
class Part:
    """A part in a clause.

    Attributes:
        governor: index of the verb, the preposition, or the sign that gives the part.
    """

    name: PartName
    governor: int


def part_of(sentence: Sentence, span: Span) -> Part | None:
    """Return the part that the name at `span` plays in its sentence, None if it plays none."""
    tokens = sentence.tokens
    first = bisect_left(tokens, span.start, key=START)
    if first >= len(tokens) or tokens[first].start >= span.end:
        return None
    before = _from_before(tokens, first)
    if before is not None and before.name in ("agent", "complement") and _is_close(tokens, before, first):
        return before
    last, final, end = first, len(tokens) - 1, span.end
    while last < final and tokens[last].end < end:
        last += 1
    known = known_subjects(sentence)
    if end not in known:
        known[end] = subject_verb(tokens, last, span)
    verb = known[end]
    if verb is not None:
        return Part("subject", verb)
    return before or _owned(tokens, last, span)


def _is_close(tokens: Sequence[Token], part: Part, first: int) -> bool:
    """Whether only articles stand between a preposition and the name: "backed by X, Y withdrew"."""
    return all(t.lower in _DETERMINERS for t in tokens[part.governor + 1 : first])


def _from_before(tokens: Sequence[Token], first: int) -> Part | None:
    """Return the part that the words before a noun phrase give it."""
    for at in range(first - 1, max(-1, first - 1 - _REACH_BACK), -1):
        given = _GIVEN_BY[tokens[at].text]
        if given == "mark":
            return _after_mark(tokens, at)
        if given == "end" and tokens[at].kind != "quote":
            return None
        if given is not None and given != "end":
            return Part(given, at)
    return None


def _given_by(text: str) -> PartName | Literal["mark", "end"] | None:
    """Return the part that a word gives to a name behind it; "end" if it gives none and ends the look."""
    word = lowered(text)
    if word == "by":
        return "agent"
    if word in _PREPOSITIONS:
        return "complement"
    if word in _IN:
        return "end"
    if word in ("and", "or", "&"):
        return "joined"
    if text in (",", ";", ":", "(", "–", "—"):
        return "mark"
    if not text[:1].isalnum():
        return "end"
    is_participle = text[:1].islower() and word.endswith("ing") and len(word) > 5
    if is_participle or word in _AUXILIARY or word == "to" or WRITTEN_AS_VERB[text]:
        return "object"
    return None


_GIVEN_BY = Told(_given_by)


def _after_mark(tokens: Sequence[Token], at: int) -> Part | None:
    """A comma joins a list or an apposition, a colon opens a list, a bracket explains.

    A semicolon joins only those of whom the age is told: "X, 20; Y, 19".
    """
    if at == 0:
        return None
    last = before_age(tokens, at - 1)
    if tokens[at].text == ";":
        return Part("joined", at) if last < at - 1 else None
    before = tokens[before_bracket(tokens, last)]
    if name_words().get(before.lower) == "date":  # "On 19 August, X ..."
        return None
    if tokens[at].text == "," and before.kind == "word":
        return Part("apposition" if before.text[:1].islower() else "joined", at)
    return Part("apposition", at) if tokens[at].text in (":", "(") else None


def _owned(tokens: Sequence[Token], last: int, span: Span) -> Part | None:
    """A name with "'s", or directly before a common noun, owns what the noun names."""
    if tokens[last].end > span.end:
        return Part("owner", last)
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is None or not is_small_word(following) or following.lower in ("and", "or", "as"):
        return None
    return None if following.lower in _DETERMINERS else Part("owner", last)

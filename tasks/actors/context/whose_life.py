"""Whose life an article tells: its title is a name, and its first sentence says what the person was.

The title may spell the name a bit otherwise than the text.
It has no event. Where the person was killed, that is the article's event, and "he" is that person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from tasks.actors.known.folded_names import fold
from tasks.lexicons.agent_nouns import IS_PERSON_NOUN
from tasks.lexicons.construction_words import words as words_of
from tasks.lexicons.load import load
from tasks.model.document import Document, Sentence, Token
from tasks.model.memo import remembered
from tasks.model.span import Span
from tasks.model.value import value

_BRACKET = re.compile(r" \([^()]*\)$")  # "Jan Smit (journalist)"
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]+|al-[\w'’-]+|de|da|del|la|bin|ibn|van|von|der)(?: |$)")
_WAS = frozenset(("was", "is"))
_BEHIND = frozenset(("(", ",", *_WAS))  # what may stand behind the name
_ARTICLES = frozenset(("a", "an", "the", "one"))
_LONGEST_NAME = 5  # words
_REACH = 60  # tokens of a bracket with spellings and dates before "was"
_NOUN_REACH = 9  # tokens of "a Lebanese award-winning investigative journalist"
_SHORTEST = 4  # letters of a name that two spellings may have
_ALIKE = 75  # rapidfuzz ratio: "Mohammed" and "Muhammad"; "Hassan" and "Hussein" are at 62
_CALLED = frozenset(("he", "she"))
_SHIP = words_of("ship_prefix")


@value(frozen=True, slots=True)
class WhoseLife:
    """Whose life an article tells.

    Attributes:
        name: the words of the first sentence that name the person in full.
        surname: the last word of the title, as the text spells it, by which it goes on to call the person.
        is_armed: the person was a soldier, an officer, a fighter.
    """

    name: Span
    surname: str
    is_armed: bool


@remembered
def whose_life(document: Document) -> WhoseLife | None:
    """Return whose life an article tells, None where its title is no person's name."""
    title = _BRACKET.sub("", document.article.title)
    words = title.split()
    if not 1 < len(words) <= _LONGEST_NAME or "".join(m.group() for m in _NAME.finditer(title)) != title:
        return None
    sentence = next(iter(document.lead), None)
    if sentence is None or not sentence.tokens or words[0] in _SHIP:
        return None
    return _told(sentence, words)


def are_alike(one: str, other: str) -> bool:
    """Whether two words are one name, spelt the same or a bit otherwise: "Mohammed", "Muhammad"."""
    if one == other:
        return True
    short = min(len(one), len(other))
    return short >= _SHORTEST and one[0] == other[0] and fuzz.ratio(fold(one), fold(other)) >= _ALIKE


def calls(life: WhoseLife, words: str) -> bool:
    """Whether words of the article are the person: the whole name, the surname, "he" or "she"."""
    bare = words.removesuffix("'s").removesuffix("’s")
    return bare.lower() in _CALLED or (bare[:1].isupper() and bare.split()[-1] == life.surname)


def _told(sentence: Sentence, words: list[str]) -> WhoseLife | None:
    """Return whose life it is if a sentence begins with the name and says what sort of person that was."""
    tokens = sentence.tokens
    end = next((i for i, t in enumerate(tokens[: _LONGEST_NAME + 1]) if t.text in _BEHIND), None)
    full = [t.text for t in tokens[:end]]
    surname = next((word for word in reversed(full) if are_alike(word, words[-1])), None)
    if surname is None or not are_alike(words[0], full[0]):
        return None
    said = _said_at(tokens, len(full))
    nouns = [t.lower for t in tokens[said : said + _NOUN_REACH] if IS_PERSON_NOUN[t.lower]] if said else []
    name = Span(tokens[0].start, tokens[len(full) - 1].end)
    return WhoseLife(name, surname, not _armed().isdisjoint(nouns)) if nouns else None


def _said_at(tokens: Sequence[Token], end: int) -> int:
    """Return where it is said what the person was, 0 if nowhere: "was a journalist", ", a journalist,"."""
    opened = 0
    for i in range(end, min(_REACH, len(tokens) - 1)):
        opened += (tokens[i].text == "(") - (tokens[i].text == ")")
        is_said = tokens[i].lower in _WAS or (tokens[i].text == "," and not opened)
        if is_said and tokens[i + 1].lower in _ARTICLES:
            return i + 2
        if tokens[i].lower in _WAS:
            return 0
    return 0


@cache
def _armed() -> frozenset[str]:
    return frozenset(
        row["noun"] for row in load("victims") if row["class"] in ("soldiers", "fighters", "police")
    )

"""Groups whose noun is left out: "British" of "British and French forces", "the British"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tasks.actors.bodies.collective import Collective, noun_at
from tasks.actors.known.countries import Country, countries
from tasks.actors.known.name_words import country_nouns
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token, lowered
from tasks.model.span import Span

_JOINS = frozenset(("and", "or", "against"))
_SHARED = ("military", "government", "armed_group")
_MARKS = frozenset((",", ".", ";", ":", ")", "–", "—", "-"))  # what may follow a noun
_BEHIND_VERB = frozenset(
    (
        "the", "a", "an", "to", "in", "on", "at", "by", "for", "from", "with", "their", "its", "that",
        "into", "out", "back", "up", "and", "against", "across", "between", "around", "over",
    )
)  # fmt: skip
_BEHIND_NOUN = words("complement_preposition") | words("in_preposition") | {"who", "and", "or", "that"}


def elided(sentence: Sentence) -> Iterator[Collective]:
    """Yield the groups of a country whose noun stands behind another country's adjective.

    "between British and Argentine forces": the span of the first is its adjective alone, its name has
    the noun that both share.
    """
    tokens = sentence.tokens
    for i in sentence.places(_JOINS):
        if not 0 < i < len(tokens) - 2 or not tokens[i + 1].text[0].isupper():
            continue
        first, country = _adjective_before(tokens, i)
        behind = _adjective_at(tokens, i + 1)
        noun = noun_at(tokens, behind) if country is not None and behind is not None else None
        if country is None or noun is None:
            continue
        shared = " ".join(t.lower for t in tokens[noun[0] : noun[1] + 1])
        kind, inter = country_nouns()[shared]
        if kind not in _SHARED:
            continue
        own = " ".join(t.text for t in tokens[first:i])
        span = Span(tokens[first].start, tokens[i - 1].end)
        yield Collective(span, own, country, shared, kind, inter, name=f"{own} {shared}")


def peoples(sentence: Sentence) -> Iterator[Collective]:
    """Yield the peoples that an adjective with "the" names alone: "the British withdrew"."""
    tokens = sentence.tokens
    table = countries()
    for i in sentence.places(people_words()):
        token = tokens[i]
        country = table.adjectives.get(token.text) if token.text in _nominal() else None
        if country is None or i == 0 or tokens[i - 1].lower != "the" or not _ends_phrase(tokens, i + 1):
            continue
        yield Collective(Span(token.start, token.end), token.text, country, "people", "state", None)


@cache
def _nominal() -> frozenset[str]:
    """Return the adjectives that are the name of a people as well: "British", "Chinese", not "German"."""
    table = countries()
    return frozenset(table.adjectives.keys() & table.plurals.keys())


@cache
def people_words() -> frozenset[str]:
    """Return the words, in lower case, of which `peoples` needs one."""
    return frozenset(map(lowered, _nominal()))


def _ends_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether no noun follows that an adjective would describe."""
    if at >= len(tokens) or tokens[at].text in _MARKS:
        return True
    word = tokens[at].lower
    if tokens[at].text[0].isupper():
        return False
    if word in words("auxiliary") or word in words("irregular_past") or word in _BEHIND_NOUN:
        return word not in words("no_verb")
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    is_past = len(word) > 4 and word.endswith("ed")
    return is_past and (following is None or following.lower in _BEHIND_VERB)


def _adjective_before(tokens: Sequence[Token], end: int) -> tuple[int, Country | None]:
    """Return where the adjective of a country that ends before a token begins, with its country."""
    known = countries().adjectives
    if end > 1 and (two := known.get(f"{tokens[end - 2].text} {tokens[end - 1].text}")) is not None:
        return end - 2, two
    return end - 1, known.get(tokens[end - 1].text)


def _adjective_at(tokens: Sequence[Token], at: int) -> int | None:
    """Return the token behind a country's adjective that begins at a token, None if none does."""
    known = countries().adjectives
    if at + 2 < len(tokens) and f"{tokens[at].text} {tokens[at + 1].text}" in known:
        return at + 2
    return at + 1 if tokens[at].text in known else None

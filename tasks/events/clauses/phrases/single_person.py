"""A phrase for one person without a name, which only some constructions may take: "a rebel commander"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.clauses.phrases.slot_phrase import SlotPhrase, read_phrase, stops
from tasks.lexicons.agent_nouns import IS_PERSON_NOUN
from tasks.model.document import Token
from tasks.model.span import Span

_MAX = 5  # words of such a phrase
_ARTICLES = frozenset(("a", "an", "the"))


def phrase_or_person(tokens: Sequence[Token], at: int) -> SlotPhrase | None:
    """Return the phrase that begins at a token, or the one person who does."""
    phrase = read_phrase(tokens, at)
    if phrase is not None:
        return phrase
    first = at + (tokens[at].lower in _ARTICLES)
    end = first
    while end < len(tokens) and end - first < _MAX and not stops(tokens[end]):
        end += 1
    return _person(tokens, first, end)


def person_before(tokens: Sequence[Token], end: int) -> SlotPhrase | None:
    """Return the one person whose phrase, with its article, ends before a token."""
    first = end
    while first > 0 and end - first < _MAX and tokens[first - 1].lower not in _ARTICLES:
        if stops(tokens[first - 1]):
            return None
        first -= 1
    return _person(tokens, first, end) if first > 0 else None


def _person(tokens: Sequence[Token], first: int, end: int) -> SlotPhrase | None:
    if first >= end or not tokens[end - 1].text.islower() or not IS_PERSON_NOUN[tokens[end - 1].lower]:
        return None
    return SlotPhrase(Span(tokens[first].start, tokens[end - 1].end), first, end - 1, "people")

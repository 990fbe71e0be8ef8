"""Agents whose name follows what they were: "by a former student, X", "by an underground movement, the Y"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.name_words import context, titles
from tasks.events.clauses.phrases.slot_phrase import read_phrase
from tasks.events.found import Words
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL, IS_PERSON_NOUN
from tasks.lexicons.construction_words import words
from tasks.model.document import Token

_BE = words("be")
_GROUPS = context("group_nouns") | {"cell", "wing", "army", "force", "gang", "party", "cartel"}
_OF_WHOM = frozenset(("of", "from", "at", "in", "with"))
_NEAR = 6  # tokens


def are_described(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether words for people or a group whom a name follows stand here: "by two brothers, X and Y"."""
    if tokens[end - 1].lower in _GROUPS:
        return True
    phrase = read_phrase(tokens, first)
    if (phrase is not None and phrase.kind == "people" and phrase.head < end) or IS_AGENT_PLURAL[
        tokens[end - 1].lower
    ]:
        return True
    one = tokens[first].lower in ("a", "an", "another")
    return one and any(
        (IS_PERSON_NOUN[t.lower] or t.lower in titles()) and (i + 1 == end or tokens[i + 1].lower in _OF_WHOM)
        for i, t in enumerate(tokens[first:end], first)
    )


def is_done_to_him(tokens: Sequence[Token], by: int) -> bool:
    """Whether a passive before "by" has a pronoun for its subject: "before he was shot by an officer, X"."""
    be = next((k for k in range(by - 1, max(0, by - _NEAR), -1) if tokens[k].lower in _BE), 0)
    return be > 0 and tokens[be - 1].lower in ("he", "she", "they")


def apposed(words: Words, comma: int) -> int | None:
    """Return where a name begins right behind a comma: ", X", ", the X"; None if none does."""
    tokens = words.tokens
    begin = comma + 1 + (comma + 1 < len(tokens) and tokens[comma + 1].lower == "the")
    return begin if begin < len(tokens) and words.at(begin) is not None else None

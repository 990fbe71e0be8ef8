"""Signs beside a name that it is a person's: what only people are, do or undergo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tasks.actors.known.name_words import context, titles
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL, IS_PERSON_NOUN
from tasks.lexicons.deeds import deeds
from tasks.model.document import Token

_OLD = ("year-old", "month-old")
_REACH = 10  # tokens of the names that may stand between a name and its verb
_ACTS = context("human_acts")
_FATES = context("human_fates")
_AUXILIARIES = frozenset(
    ("was", "were", "had", "been", "also", "later", "both", "then", "reportedly", "being")
)
_JOINS = frozenset(("and", ",", "&", "also", "both"))
_MAY_BEGIN = _ACTS | _AUXILIARIES | _JOINS | {"(", "who"}
_ONE = frozenset(("a", "an", "another", "one"))
_WHOSE = frozenset(("his", "her", "their", "its", "whose"))
_OWNS = ("'s", "’s")
_OF = frozenset(("of", "from", "at", "in", "with"))
_CLOSES = frozenset((",", ".", "(", ";"))
_NEAR = 5  # words of a phrase for one person before its noun
_OF_PEOPLE = deeds("person", "one") | {"arrest", "funeral", "trial", "widow"}


def is_after_human(token: Token, noun: str) -> bool:
    """Say whether the two words before a name bring a person: "judges X", "2 year old X", "murder of X".

    Args:
        token: the word before the name.
        noun: the one before that, in lower case.
    """
    before = token.lower
    if before == "of":
        return noun in _OF_PEOPLE and token.text[0] == "o"
    if before in ("named", "called"):  # "a militiaman named X"
        return _is_human(noun)
    if before == "as":  # "the attacker was identified as X"
        return noun == "identified"
    if before == "old":
        return noun in ("year", "month") and token.text[0] == "o"
    return _is_human(before) and (token.text[0].islower() or before.endswith(_OLD))


def is_apposed(tokens: Sequence[Token], lower: Sequence[str], first: int, last: int) -> bool:
    """Say whether a name stands in commas behind words for one person: "a former student, X, stabbed Y".

    "the teacher, X, was", "his deputy, X, took over": with "the" a comma must follow.

    Args:
        tokens: those of the sentence.
        lower: they in lower case.
        first: index of the name's first token.
        last: index of its last.
    """
    if first < 3 or last <= first or lower[first - 1] != ",":
        return False
    if last + 1 < len(lower) and lower[last + 1] not in _CLOSES:
        return False
    for at in range(first - 2, max(-1, first - 2 - _REACH), -1):
        if lower[at] in _ONE:
            return False
        is_head = at == first - 2 or lower[at + 1] in _OF
        if is_head and tokens[at].text[0].islower() and _is_human(lower[at]):
            opens = lower[max(0, at - _NEAR) : at]
            if any(word in _ONE for word in opens):
                return True
            if lower[at][-1] == "s" or IS_AGENT_PLURAL[lower[at]] or at != first - 2:
                return False
            if any(w in _WHOSE or w[-2:] in _OWNS for w in opens[-2:]):
                return last + 1 >= len(lower) or lower[last + 1] in _CLOSES
            is_closed = last + 2 < len(lower) and lower[last + 1] == "," and lower[last + 2] not in _JOINS
            return is_closed and "the" in opens[-2:]
        if tokens[at].kind == "punct":
            return False
    return False


@lru_cache(maxsize=20_000)
def _is_human(word: str) -> bool:
    """Say whether a word before a name, in lower case, is a title or a noun for people, or says their age."""
    if word.endswith(_OLD) or word in titles() or (word[-1] == "s" and word[:-1] in titles()):
        return True
    return IS_PERSON_NOUN[word] or IS_AGENT_PLURAL[word]


def is_before_human(tokens: Sequence[Token], lower: Sequence[str], at: int) -> bool:
    """Say whether what follows a name, or names joined to it, only people do or undergo.

    "X, who had fled", "X and Y were killed", "X was sentenced", "X (21)", "X died of his wounds".

    Args:
        tokens: those of the sentence.
        lower: they in lower case.
        at: index of the token behind the name; there must be one.
    """
    if lower[at] not in _MAY_BEGIN and not tokens[at].text[0].isupper():  # mostly
        return False
    end = min(at + _REACH, len(tokens))
    while at < end and (lower[at] in _JOINS or tokens[at].text[0].isupper()):
        if lower[at] == "," and at + 1 < end and lower[at + 1] in {"who", "whose", "aged", "born"}:
            return True
        at += 1
    if at >= end:
        return False
    if lower[at] == "(" and at + 2 < len(tokens):
        age = tokens[at + 1]
        return age.kind == "number" and len(age.text) < 3 and tokens[at + 2].text in (")", ",")
    if lower[at] in _ACTS or lower[at] == "who":  # "Ada Quist who was in Osk"
        return True
    is_passive = False
    while at < end and lower[at] in _AUXILIARIES:
        is_passive = is_passive or lower[at] in {"was", "were", "been"}
        at += 1
    return is_passive and at < end and lower[at] in _FATES

"""Signs beside a name that it is a person's: what only people are, do or undergo."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.words import context, titles
from tasks.model.document import Token

_REACH = 10  # tokens of the names that may stand between a name and its verb
_ACTS = context("human_acts")
_FATES = context("human_fates")
_AUXILIARIES = frozenset(
    ("was", "were", "had", "been", "also", "later", "both", "then", "reportedly", "being")
)
_JOINS = frozenset(("and", ",", "&", "also", "both"))
_OF_PEOPLE = frozenset(("murder", "assassination", "arrest", "widow", "funeral", "trial"))


def is_after_human(token: Token, earlier: Token) -> bool:
    """Say whether the two words before a name bring a person: "judges X", "2 year old X", "murder of X"."""
    before, noun = token.lower, earlier.lower
    if before.endswith(("year-old", "month-old")):
        return True
    if not token.text[:1].islower():
        return False
    if before in titles() or (before.endswith("s") and before[:-1] in titles()):
        return True
    return (before == "old" and noun in ("year", "month")) or (before == "of" and noun in _OF_PEOPLE)


def is_before_human(tokens: Sequence[Token], at: int) -> bool:
    """Say whether what follows a name, or names joined to it, only people do or undergo.

    "X, who had fled", "X and Y were killed", "X was sentenced", "X (21)", "X died of his wounds".
    """
    end = min(at + _REACH, len(tokens))
    while at < end and (tokens[at].text[:1].isupper() or tokens[at].lower in _JOINS):
        following = tokens[at + 1].lower if at + 1 < end else ""
        if tokens[at].text == "," and following in ("who", "whose", "aged", "born"):
            return True
        at += 1
    if at >= end:
        return False
    if tokens[at].text == "(" and at + 2 < len(tokens):
        age = tokens[at + 1]
        return age.kind == "number" and len(age.text) < 3 and tokens[at + 2].text in (")", ",")
    if tokens[at].lower in _ACTS:
        return True
    start = at
    while at < end and tokens[at].lower in _AUXILIARIES:
        at += 1
    is_passive = any(t.lower in ("was", "were", "been") for t in tokens[start:at])
    return is_passive and at < end and tokens[at].lower in _FATES

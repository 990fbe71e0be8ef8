"""What a person's position is: the title without forms of address, an apposition up to its end."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import context, titles
from tasks.model.document import Token

_ADDRESS = context("address")
_RANKS = frozenset(("captain", "colonel", "lieutenant", "major"))  # not "Attorney General"
_OFFICES = frozenset(("role", "office"))
_VERBS = context("agent_verbs")
_RELATIVES = frozenset(("who", "whom", "whose", "which", "that", "when", "where", "while"))
_DETERMINERS = frozenset(("the", "a", "an", "that"))
_BEHIND_PARTICIPLE = frozenset(("by", "on", "in", "at", "to", "with", "from"))
_OPEN = frozenset(("of", "for", "to", "the", "a", "an", "in", "at", "and", "by", "with", "on"))
_OF = frozenset(("of", "for", "to"))
_SHORTEST_NAME = 2  # words


def office_of(title: str | None) -> str | None:
    """Return a title without forms of address, and without the rank behind an office; None if none is left.

    "Mr." and "Mullah" are no office; "Captain Sir" is a captain, "spokesman Maj." a spokesman.
    """
    if title is None or titles().get(title.lower()) == "honorific":
        return None
    words = title.split(" ")
    while words and words[-1].lower() in _ADDRESS:
        del words[-1]
    if len(words) > 1 and _is_rank(words[-1].lower()) and titles().get(words[-2].lower()) in _OFFICES:
        del words[-1]
    return " ".join(words) or None


def _is_rank(word: str) -> bool:
    return word in _RANKS or (word.endswith(".") and titles().get(word) == "rank")


def end_of_apposition(tokens: Sequence[Token], role: int, end: int) -> int:
    """Return where an apposition ends: before a clause of its own, a verb, a small word that nothing follows.

    Args:
        tokens: those of the sentence.
        role: index behind the noun of the role.
        end: index behind its last word as its marks would have it.
    """
    for at in range(role, end):
        lower = tokens[at].lower
        if lower == "that" and tokens[at - 1].lower in _OPEN:
            continue  # "in that attack"
        if lower in _RELATIVES or lower in _VERBS or _begins_predicate(tokens, at, end):
            end = at
            break
    while end > role and tokens[end - 1].lower in _OPEN:
        end -= 1
    return max(end, role)


def _begins_predicate(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether a predicate begins: "called the bombings", "and commissioned on", "strongly condemning"."""
    lower, behind = tokens[at].lower, tokens[at + 1].lower if at + 1 < end else ""
    if lower.endswith("ed"):
        return behind in _DETERMINERS
    if lower.endswith("ly"):
        return behind.endswith("ing")
    if lower != "and" or at + 2 >= end:
        return False
    is_participle = behind.endswith("ed") and tokens[at + 2].lower in _BEHIND_PARTICIPLE
    return is_participle or behind.endswith("ly")


def is_of_another(position: str, names: frozenset[str]) -> bool:
    """Say whether an office is that of the person whose name ends it: "Minister of Trade Ada Quist".

    Args:
        position: the office beside somebody else's name, in a list.
        names: folded names of persons.
    """
    words = position.split()
    if sum(word in _OF for word in words) != 1:
        return False  # "cousin of the President of Orland Ada Quist"
    for size in range(_SHORTEST_NAME, len(words) - 2):
        before = words[-size - 1].lower()
        is_apart = before not in titles() and before not in _OPEN and not before.endswith(("'s", "’s"))
        if is_apart and fold(" ".join(words[-size:])) in names:
            return True
    return False

"""Where the name of a site goes on behind its noun: "the shrine of X al-Y", "mosques of the X Community".

So it does behind "for": "a camp for displaced people", "the home for the elderly".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tasks.events.clauses.phrases.people_kinds import people_kind
from tasks.lexicons.load import load
from tasks.model.document import Token

_OWNERS = ("government", "military", "armed_group", "party")
_FOR_SOME = frozenset(
    ("camp", "home", "shelter", "school", "hostel", "centre", "center", "hospital", "house")
)
_SOME = frozenset(
    ("people", "persons", "elderly", "disabled", "blind", "deaf", "homeless", "poor", "children")
)
_WORDS = 3  # of "internally displaced people"
_NAMED_AFTER = frozenset(("shrine", "tomb", "mausoleum", "embassy", "consulate"))


def of_saint(tokens: Sequence[Token], head: int) -> int | None:
    """Return where the name of whom a shrine is of ends: "the shrine of X al-Y", "the embassy of Norland"."""
    if tokens[head].lower not in _NAMED_AFTER or head + 2 >= len(tokens) or tokens[head + 1].lower != "of":
        return None
    end = head + 1
    while end + 1 < len(tokens) and (
        tokens[end + 1].text[:1].isupper() or tokens[end + 1].lower[:3] in ("al-", "el-", "ibn", "bin")
    ):
        end += 1
    return end if end > head + 1 else None


def of_whom(tokens: Sequence[Token], head: int) -> int:
    """Return where the name of those whose site it is ends: "mosques of the minority X Community"."""
    if [t.lower for t in tokens[head + 1 : head + 3]] != ["of", "the"]:
        return head
    at = head + 3
    at += at < len(tokens) and tokens[at].text.islower() and tokens[at].kind == "word"
    end = at
    while end < len(tokens) and tokens[end].text[:1].isupper():
        end += 1
    return end - 1 if end > at and tokens[end - 1].lower in _bodies() else head


def for_whom(tokens: Sequence[Token], head: int) -> int:
    """Return where the words for whom a site is for end, 0 if none follow: "a camp for displaced people"."""
    if tokens[head].lower not in _FOR_SOME or head + 2 >= len(tokens) or tokens[head + 1].lower != "for":
        return 0
    at = head + 2 + (tokens[head + 2].lower == "the")
    for end in range(at, min(at + _WORDS, len(tokens))):
        if tokens[end].kind != "word" or not tokens[end].text.islower():
            return 0
        if _are_some(tokens[end]):
            is_more = end + 1 < len(tokens) and _are_some(tokens[end + 1])
            return end + is_more  # "for deaf children"
    return 0


def _are_some(token: Token) -> bool:
    return token.lower in _SOME or people_kind(token.lower) is not None


@cache
def _bodies() -> frozenset[str]:
    """Return the nouns of bodies after which a site is called; a state's and an army's are not."""
    rows = load("organisation_heads")
    return frozenset(row["head"].lower() for row in rows if row["actor_kind"] not in _OWNERS)


def is_garrison_of_town(tokens: Sequence[Token], head: int) -> bool:
    """Return whether a name only places a country's garrison: "the Polish garrison of Osk"."""
    if not head or head + 2 >= len(tokens) or not tokens[head].lower.startswith("garrison"):
        return False
    return tokens[head - 1].text[:1].isupper() and tokens[head + 2].text[:1].isupper()

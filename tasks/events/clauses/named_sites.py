"""Where the name of a site goes on behind "of": "the shrine of X al-Y", "mosques of the X Community"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tasks.lexicons.load import load
from tasks.model.document import Token

_OWNERS = ("government", "military", "armed_group", "party")
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


@cache
def _bodies() -> frozenset[str]:
    """Return the nouns of bodies after which a site is called; a state's and an army's are not."""
    rows = load("organisation_heads")
    return frozenset(row["head"].lower() for row in rows if row["actor_kind"] not in _OWNERS)

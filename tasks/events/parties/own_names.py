"""The name of those who acted, where the words that act only describe them.

- explained: "the secret police, the DK", "terrorists known as the X Brigades"
- people of: "gunmen of the X Front", "militants affiliated with X", "fighters belonging to X"
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tasks.events.found import Found, Words
from tasks.events.party_choice import is_unnamed
from tasks.model.actor import ActorBook
from tasks.model.document import Token
from tasks.model.order import START
from tasks.model.span import Span

_BODIES = ("armed_group", "organisation", "military", "party", "unknown", "government")
_FIGHTING = ("armed_group", "organisation", "party")
_LINKS: tuple[tuple[str, ...], ...] = (
    ("known", "as"), ("calling", "themselves"), ("calling", "itself"), ("called",), ("named",), ("of",),
    ("from",), ("belonging", "to"), ("affiliated", "with"), ("affiliated", "to"), ("associated", "with"),
    ("linked", "to"), ("linked", "with"), ("allied", "with"),
)  # fmt: skip
_REACH = 4  # words between a link and the name: "of the militant group X"


def with_own_names(found: Sequence[Found], words_: Words, actors: ActorBook) -> list[Found]:
    """Return the findings, each attacker without a name replaced by the name that explains it."""
    return [
        replace(f, actor=named[1], span=named[0]) if (named := _named(f, words_, actors)) is not None else f
        for f in found
    ]


def _named(found: Found, words_: Words, actors: ActorBook) -> tuple[Span, str] | None:
    if found.role != "perpetrator" or not is_unnamed(found.actor, actors):
        return None
    tokens = words_.tokens
    at = bisect_left(tokens, found.span.end, key=START)
    if at + 1 >= len(tokens):
        return None
    link = next((k for k in _LINKS if tuple(t.lower for t in tokens[at : at + len(k)]) == k), None)
    is_apposed = tokens[at].text == ","
    if link is None and not is_apposed:
        return None
    start = at + (1 if link is None else len(link))
    for i in range(start, min(start + _REACH, len(tokens))):
        mention = words_.at(i)
        if mention is not None:
            kinds = _FIGHTING if link in (("of",), ("from",)) else _BODIES
            actor = actors.actors.get(mention[1])
            is_body = actor is not None and actor.kind in kinds and not is_unnamed(mention[1], actors)
            return mention if is_body and mention[0] != found.span else None
        if not _may_stand_between(tokens[i], is_apposed=is_apposed):
            return None
    return None


def _may_stand_between(token: Token, *, is_apposed: bool) -> bool:
    return token.lower in ("the", "a", "an") or (
        not is_apposed and token.text.islower() and token.kind == "word"
    )

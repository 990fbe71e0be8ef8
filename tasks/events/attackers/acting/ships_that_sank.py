"""Ships that sank the ship of the title: "Heron was sunk by HMS Gull", "HMS Gull torpedoed Heron"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tasks.events.found import Found, Words
from tasks.events.subject_verb import is_verb, verb_of
from tasks.lexicons.construction_words import words
from tasks.model.document import Token

_PREFIXES = words("ship_prefix")
_BE = words("be")
_SINKS = frozenset(
    ("sunk", "sank", "torpedoed", "rammed", "shelled", "attacked", "hit", "struck", "destroyed")
)
_SHE = frozenset(("she", "it"))
_FAR = 20  # tokens between "sunk" and "by"
_AGENT = 5  # tokens of "the German submarine" before its name
_REACH = 6  # tokens between a ship's name and what was done to it


def sinkers(inside: Words, title: str) -> list[Found]:
    """Return who sank, torpedoed or rammed the ship that the title is about."""
    name = ship_of(title)
    if not name or _SINKS.isdisjoint(inside.sentence.words):
        return []
    tokens = inside.tokens
    at = [i for i, t in enumerate(tokens) if t.text == name]
    found = []
    for i, token in enumerate(tokens):
        if token.lower not in _SINKS:
            continue
        before = [t.lower for t in tokens[max(0, i - _REACH) : i]]
        by = _agent_at(tokens, i) if _BE & set(before) else None
        if by is not None and (not _SHE.isdisjoint(before) or any(i - _REACH <= k < i for k in at)):
            agent = next(
                (m for k in range(by + 1, min(by + _AGENT, len(tokens))) if (m := inside.at(k))), None
            )
            found += [Found(agent[1], "perpetrator", agent[0], "sank", grade="agent")] if agent else []
        is_her = i + 1 < len(tokens) and tokens[i + 1].lower == "her"
        if any(i < k <= i + 3 for k in at) or is_her:
            found += [
                Found(actor, "perpetrator", span, "sank")
                for span, actor in inside.mentions
                if verb_of(inside.sentence, span) == i
            ]
    return found


def _agent_at(tokens: Sequence[Token], sunk: int) -> int | None:
    """Return the "by" of who sank a ship, behind how, where and when: "sunk without warning on 3 May, by"."""
    for k in range(sunk + 1, min(sunk + _FAR, len(tokens) - 1)):
        if tokens[k].lower == "by":
            return k
        if tokens[k].text in (";", ":") or (is_verb(tokens[k]) and tokens[k].lower not in _SINKS | _BE):
            return None
    return None


@lru_cache(maxsize=256)
def ship_of(title: str) -> str:
    """Return the last word of the name of the title's ship, "" if the title names none."""
    parts = title.partition(" (")[0].split()
    if parts[:2] in (["Sinking", "of"], ["Loss", "of"]):
        parts = ["SS", *parts[2 + (parts[2:3] == ["the"]) :]]
    return parts[-1] if len(parts) > 1 and parts[0] in _PREFIXES else ""


def is_title_ship(name: str, title: str) -> bool:
    """Say whether a name is that of the ship that the title is about, with its prefix or without."""
    last = ship_of(title)
    return bool(last) and (name == last or name == title.partition(" (")[0])

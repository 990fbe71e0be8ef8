"""What kind of actor people are whom a common noun names: "judges", "police officers", "sailors"."""

from __future__ import annotations

from functools import cache

from tasks.actors.known.name_words import collectives
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL
from tasks.lexicons.construction_words import words
from tasks.lexicons.load import load
from tasks.model.actor import ActorKind

_VAGUE = words("vague_people")
_FOLLOWING = frozenset(("supporters", "followers"))  # whose, a word before them says: "football supporters"
_KINDS: dict[str, ActorKind] = {
    "civilians": "civilians",
    "soldiers": "military",
    "police": "military",
    "fighters": "armed_group",
    "attackers": "armed_group",
}


def people_kind(words_: str) -> ActorKind | None:
    """Return the kind of the people that words name by a noun of their own, None for "people", "others"."""
    last = words_.split()[-1].lower() if words_.split() else ""
    pair = " ".join(words_.lower().split()[-2:])
    if " " in pair and pair in collectives():
        return collectives()[pair][0]  # "armed men"
    if last in _VAGUE:
        return "civilians" if last in _FOLLOWING and len(words_.split()) > 1 else None
    if last in collectives():
        return collectives()[last][0]
    return _victim_kinds().get(last) or ("civilians" if IS_AGENT_PLURAL[last] else None)


@cache
def _victim_kinds() -> dict[str, ActorKind]:
    rows = load("victims")
    return {r["noun"]: _KINDS.get(r["class"], "civilians") for r in rows if r["number"] in ("plural", "both")}

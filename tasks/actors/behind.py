"""What the word behind a name shows of it: "X rebels", "X government", "X members", "X attacked"."""

from __future__ import annotations

from functools import lru_cache

from tasks.actors.words import collectives, context

_ARMED_NOUNS = frozenset(
    ("commander", "commanders", "positions", "stronghold", "strongholds", "cell", "cells", "convoy")
)
_COMMANDED = context("unit_sizes") - {"army", "group", "wing", "legion"}  # "X's division": a person's
_PLACE_NOUNS = context("place_nouns")
_AGENT_NOUNS = context("agent_nouns")
_AGENT_VERBS = context("agent_verbs")
_VIOLENT = context("violent_verbs")
_REBELS = context("rebels")  # nouns of who fights, but for no state


@lru_cache(maxsize=20_000)
def shown_behind(after: str, is_owner: bool) -> tuple[str, ...]:
    """Return what a word behind a name says of it, or of what the name owns."""
    shown = _noun_shows(after)
    return (
        *(("place",) if after in _PLACE_NOUNS else ()),
        *(shown[:1] if is_owner else shown),  # "the base's rebel defenders" hold it
        *(("commands",) if is_owner and after in _COMMANDED else ()),
        *(("violent",) if after in _VIOLENT else ()),
        *(("verb",) if after in _AGENT_VERBS else ()),
    )


def _noun_shows(noun: str) -> tuple[str, ...]:
    """Return what the noun behind a name says of it: "X government", "X rebels", "X troops", "X leaders"."""
    if noun in ("regime", "government", "administration"):
        return ("regime",)
    if noun in _REBELS:
        return ("armed", "rebel")
    if noun == "police":  # that of a town
        return ()
    if noun in _ARMED_NOUNS or collectives().get(noun, ("",))[0] in ("armed_group", "military"):
        return ("armed",)
    return ("agent",) if noun in collectives() or noun in _AGENT_NOUNS else ()

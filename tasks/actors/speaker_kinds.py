"""What an unnamed speaker is, by the head noun of the words for them."""

from __future__ import annotations

from tasks.actors.words import collectives, context, heads, titles
from tasks.model.actor import ActorKind

_EMBEDS = context("embeds") | {"in", "close", "at"}


def _head_noun(words: str) -> str:
    lower = words.lower().split()
    cut = next((i for i, w in enumerate(lower) if w in _EMBEDS and i), len(lower))
    return lower[cut - 1].strip(",") if lower else ""


def kind_of_words(words: str) -> ActorKind:
    """Return the kind of an unnamed speaker from the head noun: one person stays unknown."""
    noun = _head_noun(words)
    if noun in collectives() and noun not in ("officials", "officers", "diplomats"):
        return collectives()[noun][0]
    if noun in titles():
        return "unknown"
    return heads().get(noun, "unknown")


def inter_of_words(words: str) -> int | None:
    """Return ACLED's actor code of an unnamed speaker, where the head noun tells it."""
    return 7 if kind_of_words(words) == "civilians" else None

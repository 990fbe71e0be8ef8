"""Phrases that stand for people: by their noun, or by a number that counts those of a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.events.clauses.phrases.slot_phrase import SlotPhrase, read_phrase
from tasks.lexicons.construction_words import words
from tasks.model.document import Token

_NUMERALS = words("numeral")


def people_counted(tokens: Sequence[Token], at: int, phrase: SlotPhrase) -> SlotPhrase:
    """Return a phrase as people where a number counts those of a name: "killing twelve Northlanders"."""
    if phrase.kind != "name" or not tokens[phrase.head].text.endswith("s"):
        return phrase
    counts = any(t.kind == "number" or t.lower in _NUMERALS for t in tokens[at : phrase.head])
    return replace(phrase, kind="people", is_inner=True) if counts else phrase


def are_people(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase begins here that stands for people by its noun."""
    phrase = read_phrase(tokens, at) if at < len(tokens) else None
    return phrase is not None and phrase.kind == "people"

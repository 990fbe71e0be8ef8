"""Whether a number begins the name of a unit, or counts what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.actors.known.countries import countries
from tasks.actors.known.name_words import context
from tasks.actors.names.written import is_ordinal
from tasks.model.document import Token

_UNITS = context("unit_heads")
_SERVICES = frozenset(("Army", "Marine", "Marines", "Navy"))
_ABOUT = frozenset(
    (
        "about",
        "almost",
        "approximately",
        "around",
        "estimated",
        "least",
        "most",
        "nearly",
        "over",
        "some",
        "than",
    )
)
_UNIT_NUMBER = re.compile(r"\d{1,3}(?:$|(?:st|nd|rd|th|d)$|-[A-Z])")


def is_numbered_unit(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a number begins the name of a unit: "166 Field Regiment", "4-Sorrel Rifles"."""
    following = tokens[position + 1].text if position + 1 < len(tokens) else ""
    if not following[:1].isupper() or not _UNIT_NUMBER.match(tokens[position].text):
        return False
    two = " ".join(t.text for t in tokens[position + 1 : position + 3])
    if tokens[position].text.isdigit() and (following in countries().adjectives or two in countries().names):
        return False  # "120 British Marines" counts them
    if position and tokens[position].text.isdigit() and tokens[position - 1].lower in _ABOUT:
        return False  # "over 250 Free Osk Army fighters"
    if tokens[position].text.isdigit() and following in _SERVICES and _counts(tokens, position):
        return False  # "17 Army passengers"
    for token in tokens[position + 1 : position + (6 if is_ordinal(tokens[position].text) else 4)]:
        if token.kind != "word" or not token.text[0].isupper():
            return False
        if token.lower in _UNITS:
            return True
    return False


def _counts(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a plural stands behind a service: its people or machines are counted."""
    noun = tokens[position + 2].text if position + 2 < len(tokens) else ""
    return noun.islower() and noun[-1] == "s"

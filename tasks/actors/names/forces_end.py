"""Where the name of a country's forces ends, before what they use, fly or have."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import heads, known
from tasks.actors.names.name_run import Run
from tasks.actors.names.name_word import Word
from tasks.actors.names.unit_names import is_machine
from tasks.actors.names.written import is_short_form
from tasks.lexicons.late_pattern import late_pattern

_FORCES = frozenset(("army", "corps", "navy", "force", "forces", "police", "guard", "marines", "military"))


def air_force_end(lower: Sequence[str]) -> int:
    """Return where a known air force ends before what it flies: "Luftwaffe | Dorniers", 0 if none does."""
    if lower[-1][-1] != "s" or lower[-1] in heads():
        return 0
    for size in range(1, min(6, len(lower))):
        body = known().get(fold(" ".join(lower[:size])))
        if body is not None and body[1] == "military" and _FLIES.search(body[0].lower()):
            return 0 if any(word in heads() for word in lower[size:]) else size
    return 0


_FLIES = late_pattern(r"\bair\b|luftwaffe|\bflying\b")


def forces_end(run: Run, lower: Sequence[str]) -> int:
    """Return where a country's forces end before what they use or have: "British Army | Land Rovers".

    And where a country's adjective ends before a body's capitals: "German | SD".  0 where the words behind
    belong to the name: another head ("US Army Special Forces"), capitals ("US Navy SEALs").
    """
    words = run.words
    first = 1 if words[0].text in countries().adjectives else country_words(words)
    if not first:
        return 0
    is_short = len(words[first].text) > 1 and is_short_form(words[first].text)
    if len(words) == first + 1 and is_short and lower[first] not in heads():
        return first
    for end in range(first + 1, first + 4):
        if end >= len(words) or " ".join(lower[first:end]) not in heads() or lower[end - 1] not in _FORCES:
            continue
        if words[end].text[0].isalpha() and words[end].text[-1:].isalnum() and is_machine(words[end].text):
            return end
        rest = words[end:]
        is_more = any(w.lower in heads() or w.lower in ("of", "for", "in", "and") for w in rest)
        is_capitals = any(len(w.text) > 1 and w.text[1:2].isupper() for w in rest)
        return 0 if is_more or is_capitals else end
    return 0


def country_words(words: Sequence[Word]) -> int:
    """Return how many words of a country's name stand first: "United States | Air Force", 0 if none do."""
    for size in (3, 2):
        if len(words) > size and is_country(words[:size]):
            return size
    return 0


def is_country(words: Sequence[Word]) -> bool:
    """Say whether words are a country's name."""
    return " ".join([w.text for w in words]) in countries().names

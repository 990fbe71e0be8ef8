"""Claimants that are offices: who investigates crimes, and who is no single person."""

from __future__ import annotations

from functools import lru_cache

from tasks.lexicons.late_pattern import late_pattern

_MOST_SPEAKERS = 4096  # whose words are kept: the same speak again
_OF_POLICE = frozenset({"police", "prosecutor", "prosecutors", "sheriff", "detective", "detectives"})
_WORDS = late_pattern(r"[\w’'-]+")
_OFFICE = late_pattern(
    r"\b(?:police|department|office|ministry|army|prosecutors|authorities|officials|court|service|indictment)"
    r"(?: \([a-z]+\))?$"
)


@lru_cache(maxsize=_MOST_SPEAKERS)
def is_of_office(speaker: str) -> bool:
    """Tell whether a claimant is an office, not one of its people ("the sheriff's office", "the police")."""
    return _OFFICE.search(speaker.lower()) is not None


@lru_cache(maxsize=_MOST_SPEAKERS)
def is_of_police(speaker: str) -> bool:
    """Tell whether a claimant investigates crimes."""
    return not _OF_POLICE.isdisjoint(_WORDS.findall(speaker.lower()))

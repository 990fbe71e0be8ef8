"""What claimants are: who investigates crimes, who is no single person, who only tells what was seen."""

from __future__ import annotations

from functools import cache, lru_cache

from tasks.claims.cues.cue_words import type_words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.load import load

_MOST_SPEAKERS = 4096  # whose words are kept: the same speak again
_OF_POLICE = frozenset({"police", "prosecutor", "prosecutors", "sheriff", "detective", "detectives"})
_PARTISANS = frozenset(
    {"activist", "activists", "opposition", "groups", "organisations", "organizations"}
)  # "activists and witnesses"
_OF_STATE = frozenset({"state", "official", "government"})
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


@lru_cache(maxsize=_MOST_SPEAKERS)
def is_eyewitness(speaker: str) -> bool:
    """Tell whether a claimant only tells what was seen."""
    words = frozenset(_WORDS.findall(speaker.lower()))
    return not type_words("eyewitness").isdisjoint(words) and words.isdisjoint(_PARTISANS)


@lru_cache(maxsize=_MOST_SPEAKERS)
def is_teller(speaker: str) -> bool:
    """Tell whether a claimant takes no side: an analyst, a doctor, a court."""
    return not type_words("teller").isdisjoint(_WORDS.findall(speaker.lower()))


@lru_cache(maxsize=_MOST_SPEAKERS)
def is_expert(speaker: str) -> bool:
    """Tell whether a claimant judges what others did, as analysts do."""
    return not type_words("expert").isdisjoint(_WORDS.findall(speaker.lower()))


@lru_cache(maxsize=_MOST_SPEAKERS)
def is_of_media(speaker: str) -> bool:
    """Tell whether a claimant is a newspaper, an agency or the like."""
    words = frozenset(_WORDS.findall(speaker.lower()))
    if not words.isdisjoint(_OF_STATE):
        return False
    return not type_words("media").isdisjoint(words) or speaker.lower().removeprefix("the ") in _media()


@cache
def _media() -> frozenset[str]:
    """Return the names of the world's known newspapers, agencies and broadcasters."""
    return frozenset(
        name.lower()
        for row in load("known_actors")
        if row["kind"] == "media"
        for name in (row["name"], *row["alternatives"].split(";"))
        if name
    )

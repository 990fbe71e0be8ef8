"""Who did a deed that a content tells of: the claimant's own side, another, one of a kind, nobody named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tasks.claims.cues.cue_words import type_words, word_class
from tasks.claims.types.culprits import culprits
from tasks.claims.types.deed_clause import OF_OWN, Part
from tasks.lexicons.classes import classes
from tasks.lexicons.deeds import deeds

Doer = Literal["own", "other", "kind", "unnamed"]

_PRONOUNS = frozenset({"it", "we", "they", "i", "he", "she"})
_HAPPENINGS = deeds("blast") | {"fire", "bombs", "bomb", "clashes"}
_BEHIND = frozenset({"in", "of", "from", "near", "with", "on", "at", ",", "that", "which"})
_FOES = frozenset({"other", "enemy", "occupying", "invading", "occupiers", "invaders"})
_COUNTS = frozenset({"one", "two", "three", "some", "several", "members", "fighters", "none", "elements"})
_ARMS = frozenset({"rpg", "rpgs", "ied", "ieds", "vbied", "ak-47", "ak-47s", "tnt", "rdx", "lpg"})
_AMOUNTS = word_class("amount")
_NO_NAMES = (
    word_class("month")
    | word_class("weekday")
    | classes("construction_words")["numeral"]
    | {"the", "this", "these", "there", "all", "both", "some"}
)


def doer_of(raw: Sequence[str], words: Sequence[str], part: Part | None, names: frozenset[str]) -> Doer:
    """Return whose the doer is that a part of a clause names.

    Args:
        raw: the words of a content.
        words: the same in lower case.
        part: where the doer is named; None where nobody is.
        names: stems of what the claimant's own side may be called.
    """
    if part is None:
        return "unnamed"
    head = [w for w in words[part[0] : part[1]] if w not in ("the", "a", "an")][:6]
    if not head or not type_words("nobody").isdisjoint(head):
        return "unnamed"
    if head[0] in OF_OWN and not (type_words("rival") | type_words("kin")).isdisjoint(head[1:3]):
        return "other"
    if head[0] in _PRONOUNS or head[0] in OF_OWN or (head[0] in _COUNTS and not OF_OWN.isdisjoint(head[1:4])):
        return "own"
    if words[part[0]] == "the" and f"the {stem(head[0])}" in names and head[1:2] != ["of"]:
        return "own"
    if _is_happening(raw, words, part) or _is_building(head):
        return "unnamed"
    called = next((i for i, word in enumerate(head) if word in ("in", "of", "from", "near")), 3)
    if any(stem(word) in names for word in head[: min(called, 3)]):
        return "own"
    named = any(
        raw[i][:1].isupper() and len(raw[i]) > 1 and words[i] not in _NO_NAMES and words[i] not in _ARMS
        for i in range(part[0], min(part[1], part[0] + 6))
    )
    counted = head[0] == "other" and head[1:2] != [] and (head[1] in _AMOUNTS or head[1].isdigit())
    if named or (head[0] in _FOES and not counted):  # "the other seven" are no other side
        return "other"
    return "unnamed" if culprits().isdisjoint(head) else "kind"


def _is_building(head: Sequence[str]) -> bool:
    """Tell whether the words of a doer are those of a building ("a militant warehouse containing shells")."""
    end = next((i for i, word in enumerate(head) if word in _BEHIND or word.endswith("ing")), len(head))
    return end > 0 and head[end - 1] in type_words("struck")


def _is_happening(raw: Sequence[str], words: Sequence[str], part: Part) -> bool:
    """Tell whether the doer is what went off: "two explosions", "bomb blasts in Osk"; not "Norland bombs"."""
    at = next(
        (
            i
            for i in range(part[0], min(part[1], part[0] + 4))
            if words[i] in _HAPPENINGS or words[i] in type_words("warfare")
        ),
        None,
    )
    if at is None:
        return False
    if words[at] in type_words("warfare"):
        return True  # "Norland shelling killed nine" counts the dead
    return not any(raw[i][:1].isupper() for i in range(part[0] + 1, at))


def stem(word: str) -> str:
    """Return the letters that a people's name and its country's share ("Norlandic", "Norland")."""
    return word.lower().removesuffix("'s").removesuffix("’s")[:5]

"""What the words behind a name say about what it names: "X rebels", "X was hiding", "X, 34,"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tasks.actors.context.human import is_before_human
from tasks.actors.known.name_words import collectives, context
from tasks.actors.names.name_word import Word
from tasks.actors.names.unit_names import ELITE, is_elite
from tasks.actors.names.written import TIED
from tasks.lexicons.site_nouns import place_nouns
from tasks.lexicons.violence import nouns
from tasks.model.document import Token

_SUICIDAL = frozenset(("bomber", "bombers", "attacker", "attackers", "squad", "squads"))
_PLACE_NOUNS = context("place_nouns")
_REBELS = context("rebels")  # nouns of who fights, but for no state
_AGENT_NOUNS = context("agent_nouns")
_AGENT_VERBS = context("agent_verbs")
_VIOLENT = context("violent_verbs")
_ARMED_NOUNS = frozenset(
    ("commander", "commanders", "positions", "stronghold", "strongholds", "cell", "cells", "convoy")
)
_OF_TOWNS = frozenset(("cell", "cells", "militia", "militias"))  # of a group, or of a town
_ADJECTIVES = frozenset(("army", "convoy", "government", "gun", "military", "navy", "police"))
_BE = frozenset(("was", "were", "is", "are"))
_BEHIND_AGE = frozenset((",", ";", ".", "and", "", "("))  # what stands behind "X, 34"
_COMMANDED = context("unit_sizes") - {"army", "group", "wing", "legion"}  # "X's division": a person's
_OTHERS = frozenset(("affiliated", "allied", "associated", "other"))


def add_behind(
    evidence: set[str], tokens: Sequence[Token], lower: Sequence[str], last: int, word: Word
) -> None:
    """Add what the words behind a name say that ends at a token."""
    at = last + 1
    if at < len(tokens) and tokens[at].text in ("'", "’"):
        at += 1
    if word.is_owner:
        evidence.add("owner")
    if tokens[last].end > word.end and tokens[last].text[len(word.text) :].lstrip("-‑") in TIED:
        evidence.add("agent")
    if at >= len(lower):
        return
    after = lower[at]
    if after in _ADJECTIVES and at + 1 < len(lower) and not (word.is_owner or word.text.isupper()):
        shown = _of_place_or_deed(after, lower[at + 1])
        if shown is not None:  # "the Xenda army base", "the Xenda convoy bombing": a place's name
            evidence.update(shown)
            return
    evidence.update(_shown_behind(after, word.is_owner))
    _add_elite(evidence, lower, at, word)
    if (
        after == "flight"
        and tokens[at].text[0] == "F"
        and any(map(str.isdigit, "".join(lower[at + 1 : at + 2])))
    ):
        evidence.add("airline")
    if after == "suicide" and at + 1 < len(lower) and lower[at + 1] in _SUICIDAL:
        evidence.add("armed")
    if after == "and" or after == ",":
        _add_joined(evidence, lower, at)
    elif after in _BE and at + 1 < len(lower) and _is_doing(lower[at + 1]):
        evidence.add("verb")
    if is_before_human(tokens, lower, at):
        evidence.add("human")


def _add_elite(evidence: set[str], lower: Sequence[str], at: int, word: Word) -> None:
    """Add that a name is a force's, not its town's: "men from the Xenda special forces"."""
    if lower[at] in ELITE and is_elite(lower, at) and not word.is_owner:
        evidence.difference_update(("place", "way", "after_comma"))
        evidence.add("states_force")


@lru_cache(maxsize=20_000)
def _of_place_or_deed(adjective: str, noun: str) -> tuple[str, ...] | None:
    """Return what "Xenda army base" or "Xenda convoy bombing" says of Xenda; None of other nouns."""
    if noun in _PLACE_NOUNS or noun in place_nouns() or noun.removesuffix("s") in place_nouns():
        return ("place",)
    is_deed = adjective != "government" and any(noun in n.forms for n in nouns())
    return () if is_deed else None


@lru_cache(maxsize=20_000)
def _shown_behind(after: str, is_owner: bool) -> tuple[str, ...]:
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
    if noun in _OF_TOWNS:
        return ("armed", "of_town")
    if noun in _ARMED_NOUNS or collectives().get(noun, ("",))[0] in ("armed_group", "military"):
        return ("armed",)
    return ("agent",) if noun in collectives() or noun in _AGENT_NOUNS else ()


def _add_joined(evidence: set[str], lower: Sequence[str], at: int) -> None:
    """Add what "and other groups", "and his", ", 34," behind a name say."""
    second, third = (*lower[at + 1 : at + 3], "", "")[:2]
    if lower[at] == ",":
        if second.isdigit() and len(second) < 3 and third in _BEHIND_AGE:
            evidence.add("person")
    elif second in _OTHERS and "group" in third:
        evidence.add("agent")
    elif second in ("his", "her"):
        evidence.add("person")


def _is_doing(word: str) -> bool:
    """Say whether "was" and this word tell what somebody does: "was hiding", not "was being"."""
    return word.endswith("ing") and len(word) > 5 and word not in ("being", "during", "nothing", "including")

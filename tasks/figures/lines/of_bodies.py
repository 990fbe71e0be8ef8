"""The class of people whom only the body that they belong to tells: "two IRA members", "RUC officers"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from tasks.figures.lines.figure_words import role
from tasks.lexicons.load import load
from tasks.model.document import Token
from tasks.model.figure import VictimClass

_ONE_OF = role("of_body")
_ARMIES = role("army_word")
_POLICE = role("police_word")
_FAMILIES = frozenset(("family", "household"))
_NO_ARMY = frozenset(("security", "prison"))
_PAST = frozenset(("former", "ex", "retired", "veteran"))
_LONGEST = 9  # words of a body's name


def class_by_body(tokens: Sequence[Token]) -> VictimClass:
    """Return the class that the words for some people say by a body's name, "unknown" if they say none.

    The words are one of a body's ("members of the Northland Army", "an IRA commander") or the body's name
    alone ("ISIL casualties" were ISIL's).  Of security forces nobody can tell whether they are soldiers.
    """
    tokens = [t for t in tokens if t.kind != "punct"]
    words = [t.lower.removesuffix("'s").removesuffix("'") for t in tokens]
    if not _PAST.isdisjoint(words):
        return "unknown"
    is_one_of = not _ONE_OF.isdisjoint(words)
    named = _named(tokens, words)
    if named is not None and (is_one_of or len(named[1]) == len(words)):
        return named[0]
    if not is_one_of:
        return "unknown"
    if not _FAMILIES.isdisjoint(words):
        return "civilians"
    if not _POLICE.isdisjoint(words):
        return "police"
    return "soldiers" if any(_is_army(at, tokens, words) for at in range(len(words))) else "unknown"


def _is_army(at: int, tokens: Sequence[Token], words: Sequence[str]) -> bool:
    """Whether a word is the last of an army's name: "Brigade" of "the 37th Rifle Brigade", "the army"."""
    if words[at] not in _ARMIES or not _NO_ARMY.isdisjoint(words[max(0, at - 2) : at]):
        return False
    is_last = at + 1 == len(words) or words[at + 1] in _ONE_OF
    return is_last and (tokens[at].text[:1].isupper() or "of" in words[:at])


def _named(tokens: Sequence[Token], words: Sequence[str]) -> tuple[VictimClass, range] | None:
    """Return the class of the first body that the words name, the longest name first, and where it stands."""
    known = _bodies()
    for start in range(len(words)):
        if not any(map(str.isupper, tokens[start].text)):
            continue
        for end in range(min(len(words), start + _LONGEST), start, -1):
            found = known.get(" ".join(words[start:end]))
            if found is not None:
                return found, range(start, end)
    return None


@cache
def _bodies() -> Mapping[str, VictimClass]:
    """Return the names of armed bodies, lower case: a state's are soldiers or police, all others fighters."""
    found: dict[str, VictimClass] = {}
    for row in load("armed_groups"):
        for name in (row["name"], *row["alternatives"].split(";")):
            found[name.lower()] = "fighters"
    for row in load("known_actors"):
        if row["kind"] == "military":
            is_police = not _POLICE.isdisjoint(row["name"].lower().split(" "))
            for name in (row["name"], *row["alternatives"].split(";")):
                found[name.lower()] = "police" if is_police else "soldiers"
    found.pop("", None)
    return found

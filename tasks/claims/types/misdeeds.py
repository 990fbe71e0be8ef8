"""Wrongs that need nobody who suffers them: by the verb alone ("had lied"), or by verb and object.

"Broke the truce", "were ignoring the warnings", "the vote had been rigged by the palace": the verbs and
the objects with which they are wrongs stand in `tasks/lexicons/data/misdeeds.csv`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tasks.claims.cues.cue_words import people_nouns, source_heads, type_words
from tasks.claims.types.culprits import culprits
from tasks.claims.types.deed import Deed
from tasks.claims.types.deed_clause import (
    BE,
    MAY,
    NOT,
    WILL,
    Part,
    by_whom,
    clause_end,
    group_start,
    holds,
    is_background,
    is_no_verb,
    subject_of,
)
from tasks.claims.types.deed_doer import Doer, doer_of
from tasks.claims.types.wrong_object import OBJECT_ENDS
from tasks.lexicons.deeds import deeds
from tasks.lexicons.load import load

_LENGTH = 7  # words of an object
_HEAD = 6  # words of a subject in which its noun stands
_PARTICLES = frozenset({"up", "out", "off", "aside", "over", "down", "with", "on", "upon"})
_BEHIND_HEAD = BE | {"of", "in", "from", "at", "on", "for", "who", "which", "that", ",", "had", "has", "have"}
_THIRD = frozenset({"he", "she", "i"})


@cache
def misdeed_verbs() -> frozenset[str]:
    """Return all forms that may tell a wrong by themselves or with their object."""
    return type_words("misdeed") | frozenset(_things())


def may_misdo(told: frozenset[str]) -> bool:
    """Tell whether words in lower case hold a verb that is a wrong, or one with a thing that makes it one."""
    if not type_words("misdeed").isdisjoint(told):
        return True
    return not _all_things().isdisjoint(told) and not _things().keys().isdisjoint(told)


@cache
def _all_things() -> frozenset[str]:
    return frozenset().union(*_things().values())


@cache
def _things() -> dict[str, frozenset[str]]:
    """Return, for each form of a verb, the nouns with which it is a wrong."""
    found: dict[str, frozenset[str]] = {}
    for row in load("misdeeds"):
        things = frozenset(row["things"].split())
        for form in (*row["finite"].split(), *row["gerund"].split()):
            found[form] = found.get(form, frozenset()) | things
    return found


def misdeed_at(raw: Sequence[str], words: Sequence[str], at: int, names: frozenset[str]) -> Deed | None:
    """Return the wrong that a verb tells, done by its subject or behind "by"; None where it tells none.

    Args:
        raw: the words of a content.
        words: the same in lower case.
        at: where the verb stands.
        names: stems of what the claimant's own side may be called.
    """
    start = group_start(words, at)
    group = frozenset(words[start:at])
    if is_no_verb(words, at, group) or is_background(words, start):
        return None
    alone = words[at] in type_words("misdeed")
    passive = not group.isdisjoint(BE) and not words[at].endswith("ing")
    if words[at].endswith("ing") and group.isdisjoint(BE):
        return None
    subject = subject_of(words, start)
    struck = subject if passive else _object(words, at)
    of_thing = _holds_thing(words, struck, at)
    if not of_thing and (passive or not alone):
        return None
    by = by_whom(words, (at + 1, clause_end(words, at + 1))) if passive else subject
    denied = not group.isdisjoint(NOT) or holds(words, subject, NOT, most=2)
    return Deed(
        doer=_doer(raw, words, by, names, alone=alone),
        person=by is not None and words[by[0]] in _THIRD,
        is_done=not denied and group.isdisjoint(WILL | MAY),
        is_denied=denied,
        is_to_come=False,
        on_victims=False,
        is_named=False,
        is_misdeed=True,
        is_wrong=True,
    )


def _object(words: Sequence[str], at: int) -> Part:
    """Return where a verb's object stands, behind its particle ("covered | up | the killings")."""
    start = at + 2 if words[at + 1 : at + 2] and words[at + 1] in _PARTICLES else at + 1
    end = next((k for k in range(start, len(words)) if words[k] in OBJECT_ENDS), len(words))
    return (start, min(end, start + _LENGTH))


def _holds_thing(words: Sequence[str], struck: Part | None, at: int) -> bool:
    things = _things().get(words[at])
    if things is None or struck is None:
        return False
    end = next((k for k in range(*struck) if words[k] in _BEHIND_HEAD and k > struck[0]), struck[1])
    return holds(words, (struck[0], end), things)


def _doer(
    raw: Sequence[str], words: Sequence[str], by: Part | None, names: frozenset[str], *, alone: bool
) -> Doer:
    if by is not None and not alone and by[1] - by[0] == 1 and words[by[0]] == "it":
        return "unnamed"  # "it broke the agreement": the shelling, or who speaks
    doer = doer_of(raw, words, by, names)
    if doer == "own" and by is not None and words[by[0]] == "the":
        return "unnamed"  # "the rebels are recruiting boys": a spokesman says so, not always theirs
    if doer != "unnamed" or by is None or not type_words("nobody").isdisjoint(words[by[0] : by[1]]):
        return doer
    return "kind" if _is_somebody(words, by) else doer


def _is_somebody(words: Sequence[str], part: Part) -> bool:
    """Tell whether a subject is people or a body of theirs, no deed ("the raid broke the truce")."""
    end = next((k for k in range(part[0] + 1, part[1]) if words[k] in _BEHIND_HEAD), part[1])
    head = words[part[0] : min(end, part[0] + _HEAD)]
    return bool(head) and deeds("attack").isdisjoint(head) and not _somebody().isdisjoint(head[-2:])


@cache
def _somebody() -> frozenset[str]:
    """Return the nouns for those who can do wrong: people, offices, armed people, companies."""
    return people_nouns() | source_heads() | culprits() | type_words("party") | type_words("state")

"""Verbs of violence of several words: "put nine men to death", "set a church on fire", "fell upon the camp".

The words behind the first stand before the object or, most of them, behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from tasks.events.clauses.phrases.slot_phrase import is_passed, read_phrase
from tasks.events.clauses.undergone import is_undergone
from tasks.events.subject_verb import is_verb
from tasks.lexicons.construction_words import words
from tasks.lexicons.violence import ANY, SURE, verbs_that
from tasks.model.document import Sentence, Token
from tasks.model.memo import remembered

_NONE: Mapping[int, int] = {}
_BE = words("be")
_TRAPS = words("trap")
_BEHIND_PASSIVE = frozenset(("by", "in", "on", "at", "during"))
_FALLS = words("falls_on")
_VAGUE = words("vague_people") - {"forces", "lives", "bodies"}
_COUNTED = 3  # tokens of "twelve young women"
_INSIDE = 8  # words of an object inside a verb
_DOES = ("attacks", "destroys", "encloses", "harms", "kills", "robs", "takes", "wounds")


@remembered
def phrasal(sentence: Sentence) -> Mapping[int, int]:
    """Return the place of the first word of each such verb -> that of its last before its object."""
    told = sentence.words
    if _heads().isdisjoint(told) or _ends().isdisjoint(told):
        return _NONE
    known = _by_head()
    found: dict[int, int] = {}
    tokens, lower = sentence.tokens, sentence.lower
    for i in sentence.places(_heads()):
        if i and lower[i - 1] in _FALLS:
            continue  # "suspicion fell on the guards"
        for rest, is_split, is_sure in known[lower[i]]:
            if rest[-1] not in told:
                continue
            last = _last(tokens, lower, i, rest, is_split=is_split)
            if last is None or _is_reduced(tokens, i, last):
                continue
            if is_sure or _is_suffered(tokens, i, last):
                found[i] = last
                break
    return found


def ends_passive(sentence: Sentence, by: int) -> bool:
    """Whether the verb before "by" is such a verb in the passive: "was burned to the ground by X"."""
    return any(
        last == by - 1 and last > first and is_undergone(sentence.tokens, first)
        for first, last in phrasal(sentence).items()
    )


def _last(
    tokens: Sequence[Token], lower: Sequence[str], at: int, rest: tuple[str, ...], *, is_split: bool
) -> int | None:
    """Return where a verb ends before its object; None if the words behind its first do not follow."""
    if tuple(lower[at + 1 : at + 1 + len(rest)]) == rest:
        return at + len(rest)
    for i in range(at + 2, min(at + _INSIDE, len(lower)) if is_split else 0):
        if tokens[i].kind == "punct" or is_verb(tokens[i]) or lower[i - 1].endswith(("self", "selves")):
            return None  # "blew himself up"
        if tuple(lower[i : i + len(rest)]) == rest:
            return at
    return None


def _is_reduced(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a passive without auxiliary ends here: "men put to death by X"; its subject did nothing."""
    following = tokens[last + 1].lower if last > first and last + 1 < len(tokens) else ""
    return following in _BEHIND_PASSIVE and not is_undergone(tokens, first)


def _is_suffered(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a verb that has other senses is done to people, a site or a vehicle, or is a passive."""
    if tokens[first - 1].lower in _BE:
        return True
    phrase = read_phrase(tokens, last + 1) if last + 1 < len(tokens) else None
    if phrase is None and are_counted(tokens, last + 1):
        return True
    if phrase is None or tokens[phrase.head].lower in _TRAPS:  # "drove into a position": they were attacked
        return False
    return phrase.kind != "name" or phrase.is_inner


def are_counted(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a number of people stands here whom no noun of their own tells: "twelve women"."""
    near = [t.lower for t in tokens[at : at + _COUNTED]]
    is_counted = bool(near) and (tokens[at].kind == "number" or is_passed(tokens[at]))
    return is_counted and not _VAGUE.isdisjoint(near[1:])


@cache
def _heads() -> frozenset[str]:
    return frozenset(_by_head())


@cache
def _ends() -> frozenset[str]:
    """Return the last words of these verbs."""
    return frozenset(rest[-1] for some in _by_head().values() for rest, _, _ in some)


@cache
def _by_head() -> Mapping[str, tuple[tuple[tuple[str, ...], bool, bool], ...]]:
    """Return first words -> the words behind, whether an object may stand between, whether they are sure."""
    found: dict[str, list[tuple[tuple[str, ...], bool, bool]]] = {}
    for verb in verbs_that(_DOES, ANY):
        if verb.rest and not verb.is_alone:
            for head in dict.fromkeys(verb.heads("past", "participle")):
                entry = (tuple(verb.rest.split()), verb.is_split, verb.guard in SURE)
                found.setdefault(head, []).append(entry)
    return {head: tuple(some) for head, some in found.items()}

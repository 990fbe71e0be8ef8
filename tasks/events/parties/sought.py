"""Whom a raid or a strike was meant for: "had gone there to arrest X", "were searching for the leader of X".

Read only where the title names an operation of which somebody is the aim.  Whom it was aimed at counts before
those who were merely hit, of whom the body tells without their names ("the dead were guards").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tasks.events.found import Found, Words
from tasks.events.party_choice import is_unnamed
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import verbs_that
from tasks.model.actor import ActorBook
from tasks.model.document import Token

_OPERATION = late_pattern(r"(?i:\b(?:raid|(?:air|drone|missile)? ?strike|operation|airstrikes|manhunt)\b)")
_TO = frozenset(
    head for verb in verbs_that(("kills", "takes"), ("", "people", "object")) for head in verb.words("base")
) | words("aims_at")
_DOING = frozenset(
    head for verb in verbs_that(("kills", "takes"), ("", "people", "object")) for head in verb.words("gerund")
) | words("aiming_at")
_SEEKS = frozenset(("searching", "searched", "looking", "hunting", "hunted", "search", "hunt"))
_PURSUES = frozenset(("pursuit", "search"))
_AIMED = frozenset(("aimed", "at", "of", "intention", "aim"))
_LOST = frozenset(("missing", "survivors", "bodies", "wounded", "remains", "escape", "freed"))
_WORDS = _TO | _SEEKS | _PURSUES | _DOING
_KINDS = ("person", "armed_group", "organisation", "party")
_REACH = 14  # tokens of "the leader of a bomb network of X", "a local commander, X"


def sought(words_: Words, actors: ActorBook, title: str) -> list[Found]:
    """Return whom a sentence says that an operation was meant for."""
    if not words_.mentions or _WORDS.isdisjoint(words_.sentence.words) or not _is_operation(title):
        return []
    tokens = words_.tokens
    for i in range(1, len(tokens) - 1):
        start = _behind_aim(tokens, i)
        if start is not None:
            found = _aimed(words_, start, actors)
            if found is not None:
                return [found]
    return []


@lru_cache(maxsize=1_000)  # asked with each sentence of an article
def _is_operation(title: str) -> bool:
    return _OPERATION.search(title) is not None


def _behind_aim(tokens: Sequence[Token], at: int) -> int | None:
    """Return where whom it was meant for begins behind a word for an aim, None if none stands here."""
    word, before, after = tokens[at].lower, tokens[at - 1].lower, tokens[at + 1].lower
    if word in _TO and before == "to":
        return at + 1
    if word in _SEEKS and after == "for":
        return at + 2
    if word in _PURSUES and before == "in" and after == "of":
        return at + 2
    if word in _DOING and before in _AIMED:
        return at + 1
    return None


def _aimed(words_: Words, start: int, actors: ActorBook) -> Found | None:
    """Return the person or group that the words at a token lead to: the name of one whom they describe."""
    tokens = words_.tokens
    found: Found | None = None
    for i in range(start, min(start + _REACH, len(tokens))):
        token = tokens[i]
        if token.lower in _LOST or token.text in (".", ";", ":") or token.lower in ("who", "that", "which"):
            break
        if token.lower in ("in", "at", "near", "from", "when", "after", "before", "by"):
            break
        if token.lower == "and" and found is not None:
            break
        mention = words_.at(i)
        if mention is None:
            continue
        actor = actors.actors.get(mention[1])
        if actor is None or actor.kind not in _KINDS or is_unnamed(mention[1], actors):
            continue
        if found is None or actor.kind == "person":
            found = Found(mention[1], "target", mention[0], "sought", grade="sought")
        if actor.kind == "person":
            break
    return found


def without_hit(found: Sequence[Found], actors: ActorBook) -> list[Found]:
    """Return the findings of a body without people who were hit, where somebody else was meant."""
    if not any(f.grade == "sought" for f in found):
        return list(found)
    kinds = ("civilians", "military")
    return [
        f
        for f in found
        if f.role != "target"
        or f.grade not in ("aimed", "beside", "")
        or not is_unnamed(f.actor, actors)
        or (a := actors.actors.get(f.actor)) is None
        or a.kind not in kinds
    ]

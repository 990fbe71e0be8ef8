"""Verbs that mean violence by what they are done to: "snatched a villager", not "snatched up his drum"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.clauses.phrases.slot_phrase import SlotPhrase, kind_of, read_phrase
from tasks.lexicons.construction_words import words
from tasks.lexicons.implied import guarded
from tasks.lexicons.violence import is_otherwise, otherwise, verbs_that, words_of
from tasks.model.document import Token

# "sank" alone is what a ship did that was lost, whatever class of words it stands in besides.
_GUARDED = guarded() | words_of(verbs_that(("destroys", "kills"), ("intransitive",)), "past")
_TRAPS = words("trap")
_SEIZED_SITES = words("seized_site")
_FIRES = frozenset(("fired", "fires", "fire", "firing"))
_SIGNALS = frozenset(("warning", "salute", "salutes", "blanks", "flare", "flares"))
_SIGNAL = 5  # tokens of "fired a single warning"
_NEAR = 6  # tokens of "drove into a well-prepared ambush"
_TO_THE_END = (("to", "death"), ("to", "pieces"))
_SUFFERING = ("people", "site", "vehicle")


def is_violent(tokens: Sequence[Token], verb: int) -> bool:
    """Whether an active verb means violence: one with other senses needs an object that can suffer it."""
    word = tokens[verb].lower
    if word in otherwise() and is_otherwise([t.lower for t in tokens[verb : verb + 5]], 0):
        return False  # "struck a deal"
    if word in _FIRES and any(t.lower in _SIGNALS for t in tokens[verb + 1 : verb + _SIGNAL]):
        return False  # "fired a warning shot"
    if word == "drove" and any(t.lower in _TRAPS for t in tokens[verb + 1 : verb + _NEAR]):
        return False  # "drove into a prepared position": who did so was attacked
    if word not in _GUARDED:
        return True
    at = verb + 1
    if tuple([t.lower for t in tokens[at : at + 2]]) in _TO_THE_END:
        at += 2  # "hacked to death | worshippers"
    phrase = read_phrase(tokens, at) if at < len(tokens) else None
    return phrase is not None and _suffers(tokens, phrase)


def may_suffer(tokens: Sequence[Token], verb: int, phrase: SlotPhrase | None) -> bool:
    """Whether what a verb is done to can suffer it, where the verb alone does not say so."""
    return phrase is None or tokens[verb].lower not in _GUARDED or _suffers(tokens, phrase)


def may_be_seized(tokens: Sequence[Token], phrase: SlotPhrase | None) -> bool:
    """Whether what is seized is people, a vehicle or an embassy and the like, not land."""
    if phrase is None:
        return False
    if phrase.kind == "site" and tokens[phrase.head].lower in _SEIZED_SITES:
        return True
    return phrase.kind in ("people", "vehicle") or is_craft(tokens, phrase)


def _suffers(tokens: Sequence[Token], phrase: SlotPhrase) -> bool:
    return phrase.kind in _SUFFERING or phrase.is_inner or is_craft(tokens, phrase)


def is_craft(tokens: Sequence[Token], phrase: SlotPhrase) -> bool:
    """Whether a name stands behind a noun for the vehicle that it is: "the tanker Heron"."""
    at = phrase.head
    while phrase.kind == "name" and at > 0 and tokens[at - 1].text[:1].isupper():
        at -= 1
    return (
        phrase.kind == "name"
        and at > 0
        and tokens[at - 1].text.islower()
        and kind_of(tokens[at - 1]) == "vehicle"
    )

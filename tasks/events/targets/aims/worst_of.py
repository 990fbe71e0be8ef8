"""Whom the article's own event was the worst attack on: "the deadliest attack on the X mission"."""

from __future__ import annotations

from collections.abc import Iterable

from tasks.events.found import Found, Words
from tasks.events.triggers import violent_triggers
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook
from tasks.model.document import Document

_WORST = frozenset(("deadliest", "worst", "bloodiest", "heaviest", "largest", "biggest", "costliest"))
_OWN = frozenset(("it", "this", "was", "is", "remains", "became"))
_ANY = frozenset(("a", "an"))
_UPON = frozenset(("on", "upon", "against"))
_KINDS = ("military", "international", "armed_group", "party", "media", "organisation")
_IN_YEARS = late_pattern(r" (?:in|for) (?:[\w-]+ ){0,2}(?:years|months|decades|history|weeks)\b|,? since\b")
_WORST_ON = late_pattern(rf"\b(?:{any_of(_WORST)}) (?:[\w-]+ ){{1,4}}(?:against|on|upon) (?:the )?$")
_REACH = 80  # characters
_BEFORE = 3  # tokens of "deadliest single terrorist"
_BEHIND = 4  # tokens of "on the African"


def worst_attacks(words_: Words, actors: ActorBook) -> Iterable[Found]:
    """Yield the bodies that the event was the worst attack on; not states, in which there are many."""
    tokens = words_.tokens
    if _WORST.isdisjoint(words_.sentence.words):
        return
    for event in violent_triggers(words_.sentence):
        before = [t.lower for t in tokens[max(0, event.first - _BEFORE) : event.first]]
        is_own = not _OWN.isdisjoint(t.lower for t in tokens[: event.first])
        at = event.last + 1
        if event.is_verb or _WORST.isdisjoint(before) or not is_own or at + 1 >= len(tokens):
            continue
        if tokens[at].lower not in _UPON or tokens[at + 1].lower in _ANY:
            continue  # "the deadliest on a Northland mission": one of many
        ahead = range(at + 1, min(at + _BEHIND, len(tokens)))
        mention = next((m for k in ahead if (m := words_.at(k)) is not None), None)
        if mention is not None and (a := actors.actors.get(mention[1])) is not None and a.kind in _KINDS:
            yield Found(mention[1], "target", mention[0], "worst_attacks", grade="aimed_at")


def without_compared(found: Iterable[Found], document: Document) -> list[Found]:
    """Return the findings without those on whom this was the worst attack: "the worst on the X in 15 years".

    What it is compared with were attacks on X; this one was aimed at whom the rest of the sentence names.
    """
    text = document.text
    return [
        f
        for f in found
        if f.role != "target"
        or f.grade
        or not _IN_YEARS.match(text, f.span.end)
        or not _WORST_ON.search(text, max(0, f.span.start - _REACH), f.span.start)
    ]

"""Disasters that an attack is compared with: "the deadliest attack since the 1934 Osk School disaster".

"Disaster" or "tragedy" alone says nothing of violence; what the deadliest attack is measured by was one too.
"""

from __future__ import annotations

from collections.abc import Iterator

from tasks.events.triggers import Trigger, violent_triggers
from tasks.model.document import Sentence
from tasks.model.span import Span

_DISASTERS = frozenset(("disaster", "tragedy", "catastrophe", "incident", "affair"))
_DEADLIEST = frozenset(("deadliest", "worst", "bloodiest", "largest", "biggest", "gravest", "costliest"))
_MEASURED = frozenset(("since", "after", "until", "than", "behind", "before"))


def compared(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the nouns for disasters of a sentence that measures an attack by them, with its type."""
    words = sentence.words
    if _DISASTERS.isdisjoint(words) or _DEADLIEST.isdisjoint(words) or _MEASURED.isdisjoint(words):
        return
    deadliest = next(iter(sentence.places(_DEADLIEST)))
    attack = next((t for t in violent_triggers(sentence) if t.first > deadliest and not t.is_verb), None)
    for i in sentence.places(_DISASTERS):
        if attack is None or i <= attack.last or _MEASURED.isdisjoint(sentence.lower[attack.last : i]):
            continue
        token = sentence.tokens[i]
        yield Trigger(Span(token.start, token.end), i, i, False, attack.type)

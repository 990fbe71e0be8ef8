"""What only its dead tell of: "a similar mistake had cost nine soldiers their lives on 9 May"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.triggers import EventType, Trigger
from tasks.model.document import Sentence
from tasks.model.figure import Figure

_LOSS = EventType("Violence against civilians", "Attack", "ASSAULT", None, 1)
_PUT = frozenset(("put", "set", "given", "estimated", "revised", "lowered", "raised", "stood", "confirmed"))
_FOUND = frozenset(("body", "bodies", "remains", "corpses", "grave", "graves", "buried"))  # who died before


def losses(sentence: Sentence, figures: Sequence[Figure]) -> tuple[Trigger, ...]:
    """Return the number of people killed as a word for what killed them, in a sentence without another.

    No bodies, no number that a toll is brought up to or put at on that day, none that is denied, and no one
    person who is named: he may have died of anything.
    """
    if not _FOUND.isdisjoint(sentence.words):
        return ()
    counted = (
        f
        for f in figures
        if f.property == "killed"
        and not (f.is_negated or f.is_cumulative or f.is_subset or f.is_named)
        and (f.rule != "toll" or _PUT.isdisjoint(sentence.words))
        and sentence.span.contains(f.number)
    )
    first = next(counted, None)
    if first is None:
        return ()
    at = next((i for i, t in enumerate(sentence.tokens) if t.start >= first.number.start), None)
    return (Trigger(first.number, at, at, True, _LOSS),) if at is not None else ()

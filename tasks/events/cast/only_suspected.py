"""Perpetrators whom the words right before their name only suspect: "suspected Osk militants attacked".

They are alleged, whatever rule found them: "gunmen believed to be members of X", "an attack thought to have
been the work of X", "presumed fighters of X".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.events.cast.accused_only import with_accused
from tasks.events.found import Found
from tasks.events.targets.sites.beside_box import of_box
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.sifted import Sifted
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.event import EventActor

_REACH = 90  # code points
_DOUBTED = Sifted(
    r"\b(?:(?:suspected|alleged|presumed|supposed|probably|apparently)(?: [\w'’-]+){0,2}"
    r"|(?:suspected|alleged|presumed|supposed|believed|thought)(?: to)?"
    r" (?:be|have been)(?: (?!not\b)[\w'’-]+){0,5}"
    r"|[Ii]t (?:was|is|has been)(?: \w+ly| first)?"
    r" (?:reported|rumou?red|suggested|speculated|assumed|claimed|alleged) that(?: the| an?)?) \Z"
)
_LIKELY = late_pattern(
    r"\b(?:possibly|probably|likely|presumably|allegedly|suspected|alleged|perhaps)\b", re.I
)


def with_doubts(
    document: Document,
    parties: Sequence[EventActor],
    found: Sequence[Found] = (),
    claims: Sequence[Claim] = (),
) -> tuple[EventActor, ...]:
    """Return the parties, those perpetrators as alleged who are only suspected where they were found.

    Or who are only accused there (`accused_only.py`).
    """
    told = with_accused(parties, found, claims)
    return tuple([replace(p, is_alleged=True) if is_doubted(document, p) else p for p in told])


def is_doubted(document: Document, party: EventActor) -> bool:
    """Whether the words before a perpetrator's name only suspect it."""
    if party.role != "perpetrator" or party.is_alleged:
        return False
    before = document.text[max(0, party.span.start - _REACH) : party.span.start]
    if of_box(document, party.span):  # "Perpetrators: unknown, possibly the Taliban"
        row = before.rpartition("\n")[2]
        return _LIKELY.search(row) is not None
    return _DOUBTED.search(before.lower()) is not None

"""The person whose killing an event is: nobody is killed twice, so that two statements of it are one event.

"The judge X was murdered", "gunmen killed the judge X", "the killing of X".
"""

from __future__ import annotations

from functools import cache

from tasks.actors.known.countries import countries
from tasks.events.candidate import Candidate
from tasks.lexicons.deeds import deeds
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import SURE, verbs_that, words_of
from tasks.model.document import Document

_NAME = r"(?P<name>[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,3})"
_WHOM = r"(?:(?:the|an?|his|her|their|its) )?(?:[a-z-]+ ){0,4}"
# Behind it goes on no noun: "killed Sorrel Front fighters" is of nobody by that name.
_ENDS = (
    r"(?=[,.;:)]|$| (?:in|on|at|near|outside|inside|by|and|with|as|who|while|when|during|after|before|led)\b)"
)
_OBJECT = late_pattern(rf" {_WHOM}{_NAME}{_ENDS}")
_OF = late_pattern(rf" of {_WHOM}{_NAME}{_ENDS}")
_SUBJECT = late_pattern(rf"{_NAME}(?:, [^,.;]{{1,60}},)? (?:was|had been|is) (?:\w+ly )?$")
_REACH = 120  # code points before a passive with a name and an aside
_MONTH = len("2016-08")


def killed_person(document: Document, event: Candidate) -> str | None:
    """Return the surname of the one person whom an event says was killed, None for any other event."""
    text, span = document.text, event.trigger.span
    word = span.of(text).lower()
    if event.trigger.is_verb and word.split()[0] in _kills():
        found = _SUBJECT.search(text, max(0, span.start - _REACH), span.start)
        found = found or (None if text[: span.start].endswith(_PASSIVE) else _OBJECT.match(text, span.end))
    elif word in deeds("person", "one"):
        found = _OF.match(text, span.end)
    else:
        found = None
    name = found["name"].split()[-1] if found is not None else None
    return None if name in countries().adjectives or name in countries().plurals else name


_PASSIVE = ("was ", "were ", "been ", "being ", "be ")


@cache
def _kills() -> frozenset[str]:
    return words_of(verbs_that(("kills",), SURE), "past", "participle") | {"shot"}


def month_of(event: Candidate) -> str:
    """Return the year and month of an event's date, "" where it has no month."""
    edtf = event.date.edtf if event.date is not None else ""
    return edtf[:_MONTH] if len(edtf) >= _MONTH and "/" not in edtf else ""

"""One event of an event noun that is dated by another day: "two days before" is its date, not that day.

"On 28 March they learned of the victory at the Battle of Osk two days before" tells of one battle.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.candidate import Candidate
from tasks.events.others.no_event.works import is_work
from tasks.model.document import Document, Sentence

_BACK = ("before", "earlier", "previously")


def once_told(document: Document, sentence: Sentence, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the events of a sentence, without films and the day from which another's date is counted."""
    found = [c for c in found if not is_work(document, sentence, c.trigger)]
    return [c for c in found if not any(_is_counted_back(document, o, c) for o in found if o is not c)]


def _is_counted_back(document: Document, one: Candidate, other: Candidate) -> bool:
    """Whether an event has the noun of another and a date that is counted back from the other's."""
    if one.trigger.span != other.trigger.span or one.date is None or other.date is None:
        return False
    words = one.date.span.of(document.text)
    return one.date.basis == "relative" and words.endswith(_BACK) and other.date.basis != "relative"

"""Parties of wars and revolutions: who did one of their many deeds, or suffered it, is no party of the whole.

"In early 1998, X attacks targeting officials" tells of a beginning, "the council fell in a coup led by
X in 1799" of an end.  The box, the first sentence and the sides of the fight tell the parties of the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import LEAD
from tasks.model.document import Document
from tasks.model.event import EventActor

WAR = late_pattern(r"\b(?:Wars?|Revolutions?)\b(?! (?:crimes?|museum|memorial))")
_YEAR = late_pattern(r"\b(?:1\d|20)\d\d\b")
_OF_ONE_DEED = frozenset(
    ("acted_upon", "aimed", "beside", "by_agent", "doer", "object", "people", "seized", "struck", "subject")
)


def without_single_deeds(document: Document, parties: Sequence[EventActor]) -> tuple[EventActor, ...]:
    """Return the parties of an article on a war or a revolution without those of single deeds."""
    if WAR.search(document.article.title.partition(" (")[0]) is None:
        return tuple(parties)
    return tuple([p for p in parties if not _is_of_one_deed(document, p)])


def _is_of_one_deed(document: Document, party: EventActor) -> bool:
    if party.role not in ("perpetrator", "target") or party.rule not in _OF_ONE_DEED:
        return False
    sentence = document.sentences[max(0, document.index_at(party.span.start))]
    if sentence in document.lead[:1]:
        return False
    is_dated = _YEAR.search(document.text, sentence.span.start, sentence.span.end) is not None
    return is_dated or document.heading_of(sentence) != LEAD

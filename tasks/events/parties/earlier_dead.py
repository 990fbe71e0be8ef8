"""Who died in something else than the article's own event: earlier, or in a battle of another name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tasks.events.candidate import Candidate
from tasks.events.other_names import name_behind, title_words
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence

_MONTH = 4  # date_prec


def fields_of_others(document: Document, others: Sequence[Candidate]) -> frozenset[str]:
    """Return how the text says that something was in another battle: "at Osk" for "the Battle of Osk"."""
    own = title_words(document.article.title)
    found: set[str] = set()
    for other in others:
        names = name_behind(document.sentences[other.sentence].tokens, other.trigger)
        found |= {f" at {n}" for n in names if n.casefold() not in own}
    return frozenset(found)


def earlier_days(dates: Sequence[DateExpression], document: Document, begin: date | None) -> frozenset[int]:
    """Return the sentences of which the first date is before the event's first day, and what goes on.

    "They met at Osk on 25 September.  X and Y were killed": one without a date is of the last one told.
    """
    told: dict[int, list[DateExpression]] = {}
    for day in dates:
        told.setdefault(document.index_at(day.span.start), []).append(day)
    earlier = {at for at, days in told.items() if _is_earlier(days[0], begin)}
    goes_on = {at + 1 for at, days in told.items() if _is_earlier(days[-1], begin) and days[-1].prec <= 2}
    sentences = document.sentences
    return frozenset(earlier) | {
        at
        for at in goes_on
        if at not in told and at < len(sentences) and sentences[at].paragraph == sentences[at - 1].paragraph
    }


def _is_earlier(day: DateExpression, begin: date | None) -> bool:
    return begin is not None and day.end is not None and day.end < begin and day.prec <= _MONTH


def died_elsewhere(document: Document, sentence: Sentence, fields: frozenset[str]) -> bool:
    """Whether a sentence names the field of another battle: "the deaths of X and Y at Osk"."""
    text = sentence.span.of(document.text) if fields else ""
    return any(field in text for field in fields)

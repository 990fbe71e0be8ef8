"""The day in whose memory a body is named, behind its head noun: "Popular Movement 8th October"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.words import heads, name_words
from tasks.actors.names.name_word import Word
from tasks.actors.names.written import is_ordinal
from tasks.model.document import Token

_BODIES = frozenset(("armed_group", "organisation", "party"))
_DAYS = 31
_SHORT = 2  # digits of a day


def day_of_name(tokens: Sequence[Token], words: Sequence[Word], index: int) -> tuple[int, ...]:
    """Return the tokens of a day and a month that a body's name ends with, none if no such day stands here.

    A day of the event has a preposition ("by the Osk Movement on 8 October"), or a year behind it.
    """
    if heads().get(words[-1].lower) not in _BODIES or len(words) < 2 or index + 1 >= len(tokens):
        return ()
    day, month = tokens[index].text, tokens[index + 1].text
    number = day[:-2] if is_ordinal(day) else day
    if not (number.isdigit() and len(number) <= _SHORT and 0 < int(number) <= _DAYS):
        return ()
    is_month = month[:1].isupper() and name_words().get(month.lower()) == "date"
    has_year = index + 2 < len(tokens) and tokens[index + 2].kind == "number"
    return (index, index + 1) if is_month and not has_year else ()

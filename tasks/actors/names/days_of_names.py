"""The day in whose memory a body is named: "Popular Movement 8th October", "the 9 June Group"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.name_words import context, heads, name_words
from tasks.actors.names.name_word import Word
from tasks.actors.names.written import is_ordinal
from tasks.model.document import Token

_BODIES = frozenset(("armed_group", "organisation", "party"))
_MEDIA = context("media_nouns")
_DAYS = 31
_SHORT = 2  # digits of a day


def day_of_name(tokens: Sequence[Token], words: Sequence[Word], index: int) -> tuple[int, ...]:
    """Return the tokens of a day and a month that a body's name ends with, none if no such day stands here.

    A day of the event has a preposition ("by the Osk Movement on 8 October"), or a year behind it.
    """
    if heads().get(words[-1].lower) not in _BODIES or len(words) < 2 or index + 1 >= len(tokens):
        return ()
    day, month = tokens[index].text, tokens[index + 1].text
    if not _is_day(day):
        return ()
    is_month = month[:1].isupper() and name_words().get(month.lower()) == "date"
    has_year = index + 2 < len(tokens) and tokens[index + 2].kind == "number"
    return (index, index + 1) if is_month and not has_year else ()


def named_after_day(tokens: Sequence[Token], position: int) -> int:
    """Return how many tokens behind a number go on with the name of a body after a day, 0 if none do.

    "the 9 June Group", "the 30th September Movement".  An article or a quotation mark stands before it: "on 9
    June Group Captain Quist" has a day.
    """
    if position + 2 >= len(tokens) or not position:
        return 0
    month, head = tokens[position + 1], tokens[position + 2]
    if not month.text[:1].isupper() or name_words().get(month.lower) != "date":
        return 0
    if tokens[position - 1].kind != "quote" and tokens[position - 1].lower != "the":
        return 0
    is_head = head.text[:1].isupper() and heads().get(head.lower) in _BODIES
    return 2 if is_head and _is_day(tokens[position].text) else 0


def is_of_paper(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a weekday begins a paper's name: "the magazine Sunday Lens", "the Friday Times"."""
    before, behind = tokens[at - 1].lower if at else "", tokens[at + 1].lower
    return before in _MEDIA or (before == "the" and heads().get(behind) == "media")


def _is_day(text: str) -> bool:
    number = text[:-2] if is_ordinal(text) else text
    return number.isdecimal() and len(number) <= _SHORT and 0 < int(number) <= _DAYS

"""Whether words tell when, not whom: "a shooting on 4 March", "at 9 am", "struck two weeks earlier"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.lexicons.construction_words import words
from tasks.model.document import Token

_DATE_WORDS = words("date_word")
_UNITS = words("time_unit") | _DATE_WORDS
_AFTER_UNIT = frozenset(("after", "afterwards", "ago", "before", "beforehand", "earlier", "later", "prior"))


def is_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date or a time of day begins here."""
    at += at < len(tokens) and tokens[at].lower in ("the", "a", "that", "this", "same")
    return at < len(tokens) and (
        tokens[at].lower in _DATE_WORDS
        or (tokens[at].kind == "number" and at + 1 < len(tokens) and _is_month(tokens[at + 1]))
    )


def _is_month(token: Token) -> bool:
    return token.lower in _DATE_WORDS or token.lower in ("am", "pm", "local") or token.kind == "punct"


def is_when(phrase: Sequence[Token]) -> bool:
    """Whether the words of a phrase are a span of time, or end in one: "weeks earlier", "Easter weekend"."""
    last = [t.lower for t in phrase]
    while len(last) > 1 and last[-1] in _AFTER_UNIT:
        last.pop()
    return bool(last) and last[-1] in _UNITS

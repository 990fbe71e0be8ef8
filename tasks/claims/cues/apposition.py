"""What a person is called beside the name: titles and offices, in front of it or behind it."""

from __future__ import annotations

from functools import cache

from tasks.claims.cues.cue_words import person_titles, source_heads
from tasks.claims.cues.view import Range, View

_SPECIFIERS = frozenset(
    {"a", "an", "the", "its", "his", "her", "their", "former", "then", "current", "senior", "chief", "local"}
)


@cache
def _singular_titles() -> frozenset[str]:
    return frozenset(w for w in person_titles() if not w.endswith("s"))


def is_apposition(view: View, start: int) -> bool:
    """Say whether a title or a described name begins at a token: "a spokesman for", "director of"."""
    for offset in range(4):
        i = start + offset
        if i >= len(view.low) or view.low[i] in (",", ".", ";") or view.finite[i]:
            return False
        if view.low[i] in _singular_titles():
            return True
        if view.low[start] in ("a", "an", "the") and view.low[i] in source_heads():
            return True
        if offset == 0 and not (
            view.low[i] in _SPECIFIERS or view.is_capital(i) or view.low[i].endswith("'s")
        ):
            return False
    return view.low[start] in ("a", "an")


def is_title_phrase(view: View, part: Range) -> bool:
    """Say whether a phrase says what a person is: "Director of the Observatory", "The head of UNAMA"."""
    if view.has_finite(*part) or view.is_word(part[0], "preposition"):
        return False
    for i in range(part[0], min(part[1], part[0] + 6)):
        if view.low[i] in person_titles():
            return True
        if view.is_word(i, "preposition"):
            return False
    return False


def is_name(view: View, part: Range) -> bool:
    """Say whether a phrase is nothing but a person's name."""
    return (
        not view.is_word(part[1] - 1, "weekday")
        and all(
            view.is_capital(i) or view.is_word(i, "naming_particle") or view.low[i].startswith("al-")
            for i in range(*part)
        )
        and part[1] - part[0] <= 6
    )

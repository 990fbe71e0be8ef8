"""What somebody or something is declared to be: "declared NAME unfit", "declared the ferry unsafe"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.view import View

_STARTS = ("un", "ir", "il", "in", "im")  # "unsafe", "irrelevant", "illegal"
_STATES = word_class("declared_state")
_ENDS = ("ful", "able", "ible", "ous", "ive", "ant", "ent", "less", "al", "ed")
_LONGEST = 9  # tokens of who or what is declared


def declared(view: View, start: int, end: int) -> bool:
    """Say whether the words are a person or thing and, last, the adjective that it is declared to be."""
    last = view.low[end - 1]
    if not 2 <= end - start <= _LONGEST or view.is_capital(end - 1) or view.quote[end - 1] >= 0:
        return False
    if (
        view.low[start] in ("a", "an")
        or view.is_word(end - 2, "preposition")
        or view.is_word(end - 2, "determiner")
    ):
        return False
    opens = view.is_capital(start) or view.is_word(start, "determiner") or view.is_capital(end - 2)
    opposite = last.startswith(_STARTS) and (last.startswith("un") or last.endswith(_ENDS))
    return opens and (opposite or last in _STATES) and not view.has_finite(start, end - 1)

"""The subject of a list of present tenses: "The resolution | bars arms, expresses support, commends the"."""

from __future__ import annotations

from tasks.claims.cues.view import Range, View


def without_present(view: View, phrase: Range) -> Range:
    """Return the phrase without the earlier verbs of the list that its comma shows."""
    start, end = phrase
    if "," not in view.low[start : end + 1]:
        return phrase
    first = next((k for k in range(start + 1, end - 1) if _is_present(view, k)), end)
    return (start, first)


def _is_present(view: View, at: int) -> bool:
    """Say whether a present tense and its object stand there: "bars | the trade"."""
    third = view.low[at].endswith("s") and not view.low[at].endswith(("ss", "us", "'s")) and view.is_free(at)
    if not third or view.is_capital(at) or view.is_word(at, "determiner"):
        return False
    opens = view.is_word(at + 1, "determiner") or view.is_word(at + 1, "possessive")
    before = at - 1
    plural = view.low[before].endswith("s") or view.is_word(before, "determiner")
    return opens and not plural and not view.is_word(before, "preposition")

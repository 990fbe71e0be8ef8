"""Who is cited where no comma parts them from what is said: "according to the mayor | about 40 died"."""

from __future__ import annotations

from tasks.claims.cues.view import Range, View

_ABOUT = frozenset({"around", "about", "some", "nearly", "approximately", "over"})


def before_count(view: View, phrase: Range | None) -> Range | None:
    """Return a phrase for who is cited without a number behind it that begins what is said."""
    if phrase is None or not view.has_finite(phrase[1], len(view.low)):
        return phrase
    for k in range(phrase[0] + 1, phrase[1] - 2):
        if view.low[k] in _ABOUT and view.low[k + 1].isdigit() and not view.is_word(k - 1, "preposition"):
            return (phrase[0], k)
    return phrase

"""What "according to" names that is no source: rules, plans, an order, the reports that a speaker goes by."""

from __future__ import annotations

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.view import Range, View

_TOLD_NOW = frozenset({"reports", "information", "estimates", "data", "figures", "accounts"})
_MEASURES = word_class("measure_noun")
_SORTS = word_class("sorting_noun")
_RECKONED = frozenset({"calendar", "calendars", "era", "reckoning"})  # "the Gregorian Calendar"


def measures(view: View, phrase: Range) -> bool:
    """Say whether a phrase is what something is done by: "fortified according to the plans of X"."""
    head = next((k for k in range(phrase[0] + 1, phrase[1]) if view.is_word(k, "preposition")), phrase[1])
    return view.low[head - 1] in _MEASURES


def sorts(view: View, phrase: Range) -> bool:
    """Say whether a phrase is what things are dated, sorted or counted by: "the old calendar", "their age".

    No noun of a name is one ("the Age").
    """
    end = phrase[1]
    while end - phrase[0] > 1 and view.is_adverb(end - 1):
        end -= 1
    head = next((k for k in range(phrase[0] + 1, end) if not view.is_free(k) or view.low[k] == "of"), end) - 1
    return view.low[head] in _SORTS and (not view.is_capital(head) or view.low[head] in _RECKONED)


def is_grounds(view: View, at: int, phrase: Range) -> bool:
    """Say whether nameless reports are what a speaker goes by: "said that none died according to reports"."""
    nameless = view.low[phrase[1] - 1] in _TOLD_NOW and not any(view.is_capital(k) for k in range(*phrase))
    return nameless and any(
        view.low[k] == "that" and view.is_word(k - 1, "saying_past") for k in range(1, at)
    )

"""The verb group of a verb: its auxiliaries, adverbs and negation, and where it starts."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CLASSES
from tasks.claims.cues.view import View

_EACH = frozenset({"all", "both", "each"})
_PLACES = frozenset({"there", "here"})
_NEGATIONS = CLASSES["negation"]
_AUXILIARIES = CLASSES["auxiliary"] | CLASSES["modal"]
_HAVE_OR_BE = CLASSES["be"] | CLASSES["have"]


def verb_group(view: View, i: int) -> tuple[int, set[str], bool]:
    """Return where the verb group of a verb starts, its auxiliaries, and whether it is negated."""
    helpers: set[str] = set()
    negated = False
    start = k = i
    while k > 0:
        word = view.low[k - 1]
        if word in _AUXILIARIES and not view.is_capital_inside(k - 1):  # not "an inquest in May found"
            helpers.add(word)
            negated = negated or word == "cannot"
            start = k - 1
        elif word in _NEGATIONS:
            negated = True
            helpers.add(word.removesuffix("n't"))
            start = k - 1
        elif word == "long" and view.low[k - 2] in _HAVE_OR_BE:
            start = k - 1  # "had long been considered", "is long thought"
        elif word in _EACH and view.low[k - 2] in _HAVE_OR_BE:
            start = k - 1  # "X, Y and Z have all called on"
        elif word == "yet" and view.low[k - 2 : k - 1] == ("not",):
            start = k - 1  # "has not yet commented"
        elif word == "past" and view.low[max(0, k - 3) : k] == ("in", "the", "past"):
            k -= 2  # "have in the past threatened"
            start = k - 1
        elif word == "first" and view.low[k - 2 : k - 1] == ("at",):
            k -= 1
            start = k - 1  # "the ministry (had) at first blamed a boiler"
        elif word in _PLACES:
            break  # "those who were there | said"
        elif view.is_adverb(k - 1) and not (view.is_capital_inside(k - 1)):
            start = k - 1
        else:
            break
        k -= 1
    if start > 1 and view.low[start] == "first" and view.low[start - 1] == "at":
        start -= 1  # "the ministry at first blamed a boiler"
    return start, helpers, negated

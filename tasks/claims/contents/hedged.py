"""Whether a content is stated with reserve: "may have", "it is possible that", "reportedly"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.view import Range, View

_UNSURE = frozenset({"possible", "probable"})  # before a noun they say what kind of thing it is
_THOUGHT = frozenset({"suspected", "alleged"})
_SEEMING = frozenset({"appeared", "seemed", "appears", "seems"})
_FLAT = frozenset({"unlikely"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_SAYS_OF_IT = _BE | {"a", "an", "as", "it", "not", "quite", "highly", "very", "considered", "seems", "deemed",
                     "thought"}  # fmt: skip
_RELATIVE = frozenset({"who", "which", "whose", "whom", "that"})
_MARKS = frozenset({'"', "“", "‘"})
_SHOWED = frozenset(
    {"in", "on", "at", "before", "from", "here", "there", "again"}
)  # "it appeared in the press"


@cache
def _may_hedge() -> frozenset[str]:
    return _UNSURE | _THOUGHT | _SEEMING | _FLAT | word_class("hedge") | word_class("hedge_modal")


def is_hedged(view: View, parts: Sequence[Range]) -> bool:
    """Say whether a content holds "may have", "reportedly", "possible" as what is said with reserve.

    What a noun is called ("suspected rebels", "possible motives") and what a relative clause says of somebody
    ("who is alleged to", "who might") leaves the statement as firm as it is.
    """
    if _may_hedge().isdisjoint(view.sentence.words):
        return False
    return any(_hedges(view, i, end) for start, end in parts for i in range(start, end))


def _hedges(view: View, i: int, end: int) -> bool:
    word = view.low[i]
    if word not in _may_hedge():
        return False
    before = view.low[i - 1 - (i > 1 and view.low[i - 1] in _MARKS)] if i else ""
    after = view.low[i + 1] if i + 1 < end else ""
    if word in word_class("hedge") or word in _FLAT:
        return True
    if word in _UNSURE:
        return before in _SAYS_OF_IT and (before != "as" or after.isalpha())  # not "as soon as possible"
    if word in _THOUGHT:
        return before in ("a", "an") or (before in _BE and (i < 2 or view.low[i - 2] not in _RELATIVE))
    if word in _SEEMING:
        return bool(after) and after not in _SHOWED
    if word == "could" or view.is_capital(i) or before in _RELATIVE:
        return False
    return view.low[i + 1 : i + 3] != ("as", "well")

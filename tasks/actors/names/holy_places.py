"""Places and shrines that bear a holy man's name: "in St. Anselm", "the Sheikh Xendi district"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.known.name_words import context
from tasks.actors.names.name_run import Run
from tasks.model.document import Token

_SAINTS = frozenset(("st", "st.", "saint", "san", "santa", "mar"))
_HOLY = _SAINTS | context("holy_titles")
_BEHIND = context("place_nouns") | context("behind_holy")
_LOCATIVES = context("locatives")
_PLACE_OF = context("place_of")
_DIRECTIONS = frozenset(
    ("northern", "southern", "eastern", "western", "nearby", "neighbouring", "neighboring")
)
_TAKEN = context("place_fates")
_MOST_WORDS = 2  # of a name


def names_place(run: Run, title: int) -> bool:
    """Say whether a holy man's title and name are a place's here.

    Args:
        run: the words of the name without its title.
        title: offset at which the title begins, with what stands before it as its qualifier.
    """
    tokens, lower = run.sentence.tokens, run.sentence.lower
    first = run.words[0].token - 1
    if first < 0 or lower[first] not in _HOLY or len(run.words) > _MOST_WORDS:
        return False
    if lower[first] in _SAINTS and not run.words[-1].is_owner:
        return True
    behind = run.words[-1].token + 1
    if behind < len(lower) and lower[behind] in _BEHIND:
        return True
    while first and tokens[first - 1].start >= title:
        first -= 1
    return _is_of_place(tokens, lower, first)


def _is_of_place(tokens: Sequence[Token], lower: Sequence[str], first: int) -> bool:
    """Say whether the words before a name, or the first word of its own title, tell of a place."""
    if tokens[first].text.endswith(("-held", "-controlled")):
        return True
    at = first - 1
    if at >= 0 and lower[at] == "the":
        at -= 1
    if at < 0:
        return False
    before = lower[at]
    if before in _LOCATIVES or before in _DIRECTIONS or before in _TAKEN:
        return True
    return before == "of" and at > 0 and lower[at - 1] in _PLACE_OF

"""Several sources of one statement: "according to accounts from the troops, nurses, and a report"."""

from __future__ import annotations

from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_after

_MAX_SOURCES = 8  # in one list
_REACH = 12  # tokens of what a source is further told to be: "a report | made by the government"
_ENDS = frozenset({",", ".", ";", ":", ")"})
_STOPS = _ENDS - {","}
_OF_LIST = frozenset({"both", "all", "some", "each", "most"})  # "two men and a boy, all of them drunk, died"


def with_list(view: View, phrase: Range) -> Range:
    """Return a source with the others that a list adds to it; the phrase itself where no list closes.

    Each must be able to speak, and behind "and" the last one ends at a mark: "according to the police, two
    men and a woman died" has one source.
    """
    end = phrase[1]
    for _ in range(_MAX_SOURCES):
        joint = end
        while view.low[joint : joint + 1] in ((",",), ("and",)) and view.is_free(joint):
            joint += 1
        if joint == end or joint >= len(view.low):
            return phrase
        following = phrase_after(view, joint)
        if following is None or not is_source(view, following, by_noun=view.low[joint] not in _THE):
            return phrase
        end = following[1]
        if view.low[joint - 1] == "and" or "and" in view.low[slice(*following)]:
            end = _behind_participle(view, end)
            is_closed = _is_closed(view, end) and not view.has_finite(phrase[1], end)
            return (phrase[0], end) if is_closed else phrase
    return phrase


def _is_closed(view: View, at: int) -> bool:
    """Say whether a list of sources ends there: at a full stop, or at the comma before what they say."""
    if at + 1 >= len(view.low) or view.low[at] in _STOPS:
        return True
    if view.low[at] != ",":
        return False
    after = at + 1
    is_subject = (
        view.is_word(after, "determiner")
        or view.is_word(after, "personal")
        or view.is_capital(after)
        or view.tokens[after].kind == "number"
    )
    return is_subject and view.low[after] not in _OF_LIST and view.has_finite(after + 1, len(view.low))


_THE = frozenset({"the", "a", "an"})


def _behind_participle(view: View, at: int) -> int:
    """Return the mark behind "made by the government", which says more of a source; else `at`."""
    if at + 1 >= len(view.low):
        return at
    if not (view.low[at].endswith("ed") or view.is_word(at + 1, "preposition")):
        return at
    for k in range(at, min(len(view.low), at + _REACH)):
        if view.low[k] in _ENDS:
            return k
    return at

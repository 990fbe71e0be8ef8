"""What may stand behind a cue that closes its sentence: a stop, a date, a medium, a listener."""

from __future__ import annotations

from tasks.claims.contents.boundaries import is_medium
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.view import View

_WHICH_TIME = frozenset({"last", "this", "next"})
_MAKING_KNOWN = frozenset({"releasing", "announcing", "presenting", "unveiling", "publishing", "opening"})
_FROM_NOW = (("ago",), ("later",), ("earlier",), ("afterwards",), ("before",), ("after",))


def is_time(view: View, at: int) -> bool:
    """Say whether words count or name a time against another: "a week ago", "days later", "last month"."""
    if view.low[at] in _WHICH_TIME:
        return view.is_word(at + 1, "time_noun") or view.is_word(at + 1, "weekday")
    at += not view.is_word(at, "time_noun")
    return view.is_word(at, "time_noun") and view.low[at + 1 : at + 2] in _FROM_NOW


def is_last_time(view: View, at: int) -> bool:
    """Say whether "last week", "this month" stand at a token."""
    return view.low[at : at + 1] != () and view.low[at] in _WHICH_TIME and view.is_word(at + 1, "time_noun")


def may_close(view: View, at: int) -> bool:
    """Say whether a sentence can end after a cue at a token: with a stop, a date, a medium, a listener."""
    while at < len(view.low) and view.is_adverb(at):
        at += 1
    if (
        at >= len(view.low)
        or view.low[at] in (",", ".", ";", ")", "and", "but", "speaking", "citing", "today", "yesterday")
        or view.is_word(at + (view.low[at] in ("late", "early")), "weekday")
    ):
        return True
    if is_time(view, at) or (view.low[at] == ":" and not view.has_finite(at, len(view.low))):
        return True  # "Five were killed, he said: a cousin and four friends"
    if not view.is_word(at, "preposition"):
        return False
    near = view.low[at + 1 : at + 4]
    if view.low[at] in ("in", "when", "while") and near[:1] and near[0] in _MAKING_KNOWN:
        return True  # "the ministry said in releasing the tape"
    return (
        is_medium(view, at, len(view.low))
        or view.low[at] in ("on", "after", "during")
        or (view.low[at] == "to" and near[:1] not in (("be",), ("have",)))
        or any(
            w in word_class("month")
            or w in word_class("weekday")
            or w in word_class("time_noun")
            or w[:1].isdigit()
            for w in near
        )
    )


def dates_or_ranks(view: View, at: int) -> bool:
    """Say whether the writer adds when it was or which of several it is: "a day after", "the latest in"."""
    if view.low[at] == "the" and view.low[at + 1 : at + 2] in (
        ("latest",),
        ("first",),
        ("second",),
        ("third",),
    ):
        return True
    first = at + (not view.is_word(at, "time_noun"))
    return view.is_word(first, "time_noun") and view.low[first + 1 : first + 2] in (("after",), ("before",))

"""Blame in several words: "put the blame for the raid on X", "pinned it on X", "put the raid down to X"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import people_nouns, word_class
from tasks.claims.cues.several_words.made import entry_of, made_of
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View

BLAMING = word_class("blaming")
_AT_DOOR = frozenset({("at", "the", "door", "of"), ("at", "the", "feet", "of")})
_PINS = frozenset({"pin", "pins", "pinned", "pinning"})
_PUTS = frozenset({"put", "puts", "putting"})
_OUTCOMES = frozenset(
    {"failure", "defeat", "loss", "losses", "collapse", "delay", "success", "crash", "sinking"}
)
_STOPS = frozenset({",", ";", "."})
_REACH = 16  # tokens of "the blame for the attack and what came of it"
_DEED = 7  # tokens of "the attack on the convoy"


def blame_laid(view: View, i: int, word: str) -> Occurrence | None:
    """Return the cue of "put the blame for the attack on X", which reaches to "on": what is said is X."""
    if word not in BLAMING:
        return None
    if "blame" not in view.low[i + 1 : i + 4]:
        end = _on_whom(view, i, word)
        return None if end is None else _cue(view, i, end, word)
    for k in range(i + 3, min(len(view.low) - 1, i + _REACH)):
        if view.finite[k] or view.low[k] in _STOPS:
            return None
        at_door = view.low[k : k + 4] in _AT_DOOR
        if view.low[k] == "on" or at_door:
            return _cue(view, i, k + 4 if at_door else k + 1, word)
    return None


def _on_whom(view: View, i: int, word: str) -> int | None:
    """Return where those begin on whom a deed is pinned or to whom it is put down."""
    for k in range(i + 2, min(len(view.low) - 1, i + _DEED)):
        if view.low[k - 1] in _STOPS or view.finite[k - 1]:
            return None
        deed = view.low[k - 1] == "it" or view.low[k - 1] in word_class("event_noun")
        deed = deed or (word in _PUTS and not _OUTCOMES.isdisjoint(view.low[i + 1 : k]))
        if word in _PUTS and deed and view.low[k : k + 2] == ("down", "to"):
            return k + 2
        if word in _PINS and deed and view.low[k] == "on":
            return k + 1 if _is_somebody(view, k + 1) else None
    return None


def _is_somebody(view: View, at: int) -> bool:
    """Say whether a name or people begin here: "on the X Front", "on rebels", not "on the wall"."""
    near = range(at, min(len(view.low), at + 4))
    return any(view.is_capital(k) or view.low[k] in people_nouns() for k in near)


def _cue(view: View, i: int, end: int, word: str) -> Occurrence | None:
    return made_of(view, i, end, entry_of(word, "blame", "accusation", "accusation", "blame"))

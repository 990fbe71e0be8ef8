"""Verbs that turn to somebody: "appealed to the public for help", "warned its citizens against it"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.contents.boundaries import clause_end, phrase_end
from tasks.claims.contents.one_clause import one_clause_end
from tasks.claims.cues.cue_words import people_nouns, source_heads
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View

_CALLED = frozenset({"crowd", "crowds", "crew", "crews", "mob", "garrison", "him", "her", "them"})
_NEW = frozenset({"newly", "recently"})
_AWAY = frozenset({"off", "up", "down", "out", "away"})
_WHEN = frozenset({"as", "when", "because", "since"})
_WHERE = frozenset({"into", "onto", "off", "aboard", "ashore", "overboard", "below", "home"})
_THING = 8  # tokens of "the entire village"


def appealed(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "appealed to the public for help": to somebody, for something."""
    if view.low[cue.end : cue.end + 1] != ("to",):
        return None
    for k in range(cue.end + 2, min(len(view.low), cue.end + 9)):
        if view.low[k] == "for":
            return phrase_end(view, cue.end, cuts)
        if view.finite[k] or view.low[k] in (",", ";", "to", "that"):
            return None
    return None


def warned(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "warned its citizens against travelling", "warned the council about the threat"."""
    full = clause_end(view, cue.end, cuts)
    for k in range(cue.end + 1, min(full, cue.end + 9)):
        if view.low[k] in ("against", "about", "of"):
            return full
        if view.finite[k] or view.low[k] in (",", ";", "that"):
            return None
    return None


def told_of(view: View, cue: Occurrence) -> bool:
    """Say whether a verb only tells of somebody: "NAME, who commanded the wing, to follow"."""
    return cue.start > 0 and view.low[cue.start - 1] == "who"


def ordered_done(view: View, cue: Occurrence, cuts: Sequence[int]) -> int | None:
    """Read "ordered the village burned", "ordered his men into the boats": what shall be done with it."""
    opens = view.is_word(cue.end, "determiner") or view.is_word(cue.end, "possessive")
    if cue.entry.lemma != "order" or not opens:
        return None
    known = view.low[cue.end] not in ("a", "an")  # "an inquiry into the loss" is a thing
    full = clause_end(view, cue.end, cuts)
    for k in range(cue.end + 2, min(full, cue.end + _THING)):
        if view.low[k].endswith("ed") or view.is_word(k, "irregular_participle"):
            is_last = k + 1 == full or view.is_word(k + 1, "preposition") or view.low[k + 1] in ("and", "to")
            done = is_last or view.low[k + 1] in _AWAY
            return _before_when(view, k, full) if done and view.low[k - 1] not in _NEW else None
        if view.low[k] in _WHERE and known and view.low[k - 1].isalpha():
            return one_clause_end(view, k, full)
        if view.finite[k] or view.is_word(k, "preposition") or view.low[k] in (",", ";", "that", "who"):
            return None
    return None


def are_people(view: View, at: int) -> bool:
    """Say whether a plural of people stands there: "directed his remarks to | reporters"."""
    return view.low[at].endswith("s") and (view.low[at] in people_nouns() or view.low[at] in source_heads())


def _before_when(view: View, done: int, end: int) -> int:
    """Return where an order ends before when and why it was given: "broken off | an hour later"."""
    for k in range(done + 1, end - 1):
        dated = view.is_word(k + 1, "time_noun") and view.low[k + 2 : k + 3] in (("later",), ("after",))
        if dated or (view.low[k] in _WHEN and view.has_finite(k + 1, end)):
            return k
    return end


def are_called(view: View, at: int) -> bool:
    """Say whether people who may be shouted at stand there: "called to the crowd to leave"."""
    return view.low[at] in people_nouns() or view.low[at] in _CALLED


def behind_relative_aside(view: View, start: int, end: int) -> int:
    """Return the comma that closes ", whose head had been shaven," before `end`; else `start`."""
    opens = next((k for k in range(start + 1, end - 2) if view.low[k] == ","), None)
    if opens is None or view.low[opens + 1] not in ("who", "whose", "which") or view.low[end - 1] != ",":
        return start
    return end - 1

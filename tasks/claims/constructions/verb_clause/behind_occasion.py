"""Where a clause begins behind the place or occasion of saying: "said in court | the men had"."""

from __future__ import annotations

from tasks.claims.contents.closing import is_last_time
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View

_FRONTED = frozenset({"after", "despite", "during", "unlike", "contrary"})
_CONDITIONS = frozenset({"with", "without", "until", "amid", "because", "given", "under", "unless"})
_SAYING = frozenset({"say", "add", "warn", "argue", "insist", "explain", "stress"})


def behind_hearing(view: View, start: int, end: int) -> int | None:
    """Return the pronoun behind "during his trial", "at a hearing": "claimed during his trial | he had"."""
    if view.low[start] not in ("during", "at", "after") or not view.is_word(start + 1, "determiner"):
        return None
    for k in range(start + 3, min(end - 1, start + 6)):
        if view.is_word(k, "personal"):
            return k if view.finite[k + 1] and not view.is_word(k - 1, "preposition") else None
        if view.finite[k] or view.low[k] == ",":
            return None
    return None


def behind_place(view: View, start: int) -> int:
    """Return where a clause begins behind "in Parliament", "in court": "said in court the men had"."""
    placed = view.low[start] in ("in", "at") and start + 2 < len(view.low)
    if not placed or not (view.is_capital(start + 1) or view.low[start + 1] in ("court", "parliament")):
        return start
    opens = view.is_word(start + 2, "determiner") or view.is_word(start + 2, "personal")
    return start + 2 if opens else start


def behind_night(view: View, at: int) -> int:
    """Return where a clause begins behind when it was said: "said last night | a vote would be held"."""
    last_day = view.low[at : at + 1] == ("last",) and view.is_word(at + 1, "weekday")
    if not last_day and not is_last_time(view, at):
        return at
    opens = view.is_word(at + 2, "determiner") or view.is_word(at + 2, "personal")
    return at + 2 if opens or view.is_capital(at + 2) else at


def fronted_clause(view: View, cue: Occurrence, start: int, end: int) -> bool:
    """Say whether a prepositional phrase with a comma opens what is said: "said in 2014, troops had"."""
    if "," not in view.low[start:end]:
        return False
    comma = view.low.index(",", start, end)
    if view.low[start] in _FRONTED:
        behind = view.low[comma + 1 : comma + 2]
        return behind not in (("and",), ("but",))  # "said after the raid, and repeated"
    if view.low[start] not in _CONDITIONS or cue.entry.lemma not in _SAYING or view.has_finite(start, comma):
        return False  # "said with the present shortage, it would be slow"
    opens = view.is_word(comma + 1, "determiner") or view.is_word(comma + 1, "personal")
    return opens and view.has_finite(comma + 2, min(end, comma + 9)) and not view.has_finite(0, cue.start)

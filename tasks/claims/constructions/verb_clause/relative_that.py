"""What stands between a verb of saying and its clause: relative clauses, a time, where listeners are."""

from __future__ import annotations

from tasks.claims.cues.cue_words import source_heads
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View

_TOLD = 5  # tokens of "a group of journalists"
_ASIDE = 20  # tokens of what is told of a listener between commas


def behind_relative(view: View, that: int) -> int | None:
    """Return where a clause begins behind "said in a statement that was sent to X that"; else None."""
    if that + 1 >= len(view.low) or not view.is_word(that - 1, "text_noun") or not view.finite[that + 1]:
        return None
    second = next(
        (k for k in range(that + 2, min(len(view.low) - 1, that + 12)) if view.low[k] == "that"), None
    )
    if second is None or any(view.finite[k] for k in range(that + 3, second)) or view.finite[second + 1]:
        return None
    return second + 1


def after_relative(view: View, comma: int) -> int | None:
    """Return where the clause begins behind what is told of a listener: "told NAME, who sat, that C"."""
    if view.low[comma + 1 : comma + 2] not in (("which",), ("who",), ("whose",)):
        return None
    for k in range(comma + 2, min(len(view.low) - 2, comma + _ASIDE)):
        if view.low[k : k + 2] == (",", "that"):
            return k + 2
        if view.low[k] in (";", ":") or view.quote[k] >= 0:
            return None
    return None


def behind_listeners(view: View, who: int) -> int | None:
    """Return where the clause begins behind listeners with a clause: "told men who had come that | C"."""
    if view.low[who] != "who" or not view.low[who - 1].isalpha() or view.quote[who] >= 0:
        return None
    for k in range(who + 2, min(len(view.low) - 2, who + _ASIDE)):
        if view.low[k] in (",", ";", ":") or view.quote[k] >= 0:
            return None
        if view.low[k] == "that":
            opens = view.is_word(k + 1, "personal") or view.is_word(k + 1, "determiner")
            return (
                k + 1 if opens and not view.is_word(k - 1, "preposition") and not view.finite[k - 1] else None
            )
    return None


def is_relative(view: View, that: int) -> bool:
    """Say whether "that" takes up a thing of which others tell: "burns that they said were fresh"."""
    told = view.is_word(that + 1, "personal") and view.is_word(that + 2, "saying_past")
    return told and that + 3 < len(view.low) and view.finite[that + 3]


def is_plural_noun(cue: Occurrence) -> bool:
    """Say whether a cue without helpers may be the noun of a relative: "mass protests that prompted it"."""
    return cue.entry.inflection == "third" and "noun" in cue.entry.guards and cue.start == cue.verb


def told_people_placed(view: View, start: int, at: int) -> bool:
    """Say whether a participle tells where those are who are told: "told men | gathered outside that"."""
    people = view.low[at - 1].endswith("s") and at - start < _TOLD and view.low[at - 1] in source_heads()
    return people and view.low[at].endswith("ed") and view.is_word(at + 1, "preposition")


def behind_time(view: View, at: int) -> int:
    """Return the token behind "two days later" before "that"; the token itself where no such time stands."""
    timed = view.is_word(at, "amount") or (at < len(view.low) and view.tokens[at].kind == "number")
    later = view.low[at + 2 : at + 4] in (("later", "that"), ("earlier", "that"))
    return at + 3 if timed and later and view.is_word(at + 1, "time_noun") else at

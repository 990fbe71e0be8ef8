"""Where a noun phrase ends that begins at a token: before its verb, a mark, a time, another phrase."""

from __future__ import annotations

from tasks.claims.cues.adverbial import is_circumstance
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.region import _MARKS
from tasks.claims.cues.verbs.shared_be import is_passive_verb
from tasks.claims.cues.view import View
from tasks.claims.speakers.next_phrase import opens_subject

_LISTENERS = frozenset({"reporters", "journalists", "correspondents"})
_SUFFIXES = (("jr",), ("jr.",), ("sr",), ("sr.",))
_SPEAKING = frozenset({"citing", "quoting", "saying", "stating", "claiming", "adding"})
_REASONS = (("revenge",), ("retaliation",), ("response",), ("reprisal",), ("return",), ("protest",))
_PARTS_OF_TIME = frozenset({"end", "beginning", "start", "middle", "time", "morning", "evening", "afternoon"})


def simple_end(view: View, start: int) -> int:
    """Return where the noun phrase from `start` ends, without apposition."""
    i, end = start, len(view.low)
    while i < end:
        word = view.low[i]
        if view.depth[i] or (view.quote[i] >= 0 and i > start and view.quote[i] == view.quote[i - 1]):
            i += 1
            continue
        if view.quote[i] >= 0 and view.low[i - 1] not in {
            "the",
            "a",
            "an",
            "itself",
            "himself",
            "called",
            "named",
        }:
            break
        ends = word in {",", ".", "?", "!"} and not (_is_of_ordinal(view, i) or before_suffix(view, i))
        if ends or word in _MARKS or view.finite[i]:
            break
        if word in word_class("subordinator") or word in {
            "due",
            "amid",
            "following",
            "who",
            "which",
            "whom",
            "whose",
        }:
            break
        if word in word_class("coordinator") and (
            _has_clause(view, i + 1)
            or view.has_finite(i + 1, min(len(view.low), i + 3))
            or _has_verb_soon(view, i + 1)
        ):
            break
        behind = view.low[i + 1] if i + 1 < end else ""
        if word == "to" and (behind in ("be", "have") or behind in _LISTENERS):
            break
        if word in _SPEAKING and i > start:
            break  # "was rejected by X | citing a report"
        if word in {"in", "on", "at", "via", "during", "by"} and i > start and is_circumstance(view, i):
            break
        if i > start and (opens_subject(view, i) or _is_time(view, i)):
            break
        if word == "in" and i > start and view.low[i + 1 : i + 2] in _REASONS:
            break  # "was claimed by X in revenge for the death of"
        i += 1
    return i


def _is_of_ordinal(view: View, at: int) -> bool:
    """Say whether a stop belongs to the number of a unit: "the 5 | . Coastal District"."""
    unit = view.low[at] == "." and at + 2 < len(view.low) and view.is_capital(at + 1)
    return unit and view.tokens[at - 1].kind == "number"


def before_suffix(view: View, at: int) -> bool:
    """Say whether a comma stands within a name: "Edwin Pell | , Jr."."""
    suffixed = view.low[at] == "," and view.low[at + 1 : at + 2] in _SUFFIXES
    return suffixed and at > 0 and view.is_capital(at - 1)


def is_mere_adverb(view: View, at: int) -> bool:
    """Say whether a token is an adverb and no name."""
    return view.is_adverb(at) and not view.is_capital(at)


def _is_time(view: View, at: int) -> bool:
    """Say whether "two weeks later" or "by the end of the day" begins at a token."""
    if view.is_word(at + 1, "time_noun"):
        return view.low[at + 2 : at + 3] in (("later",), ("earlier",), ("ago",), ("afterwards",))
    dated = view.low[at : at + 2] == ("by", "the") and at + 2 < len(view.low)
    return dated and view.low[at + 2] in _PARTS_OF_TIME


def _has_clause(view: View, start: int) -> bool:
    """Say whether a noun phrase with a verb of its own follows a coordinator, before any comma."""
    for k in range(start, min(len(view.low), start + 7)):
        if view.low[k] in (",", ".", "who", "which", "that") or view.is_word(k, "preposition"):
            return False
        if view.finite[k]:
            return True
    return False


def _has_verb_soon(view: View, start: int) -> bool:
    """Say whether a new clause or verb phrase seems to follow a coordinator."""
    i = start
    while i < len(view.low) and view.is_adverb(i):
        i += 1
    return i < len(view.low) and (
        view.finite[i]
        or is_passive_verb(view, i)
        or (view.low[i].endswith("ing") and view.low[i] not in word_class("noun_ing"))
    )

"""Adverbials in front of a subject: "On 27 October,", "In a statement", "Two days later", "However"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CLASSES, word_class
from tasks.claims.cues.view import DASHES, View

_OPENING_MARKS = frozenset({",", ";", ":", "*"})
_SAME = frozenset(
    {
        "next",
        "following",
        "same",
        "previous",
        "first",
        "second",
        "third",
        "last",
        "past",
        "very",
        "few",
        "other",
    }
)
PAIRS = (("at", "first"), ("at", "last"), ("in", "turn"), ("in", "response"), ("in", "reply"), ("at", "once"))
_OPENS_TIME = CLASSES["determiner"] | CLASSES["amount"] | {"last", "next"}
_LATER = (("later",), ("earlier",), ("afterwards",))
_AFTER_TIME = frozenset({"later", "earlier", "after", "before", "ago", "on"})
_IN_EXCESS = ("in", "excess", "of")


def skip_leading(view: View, start: int, end: int) -> int:
    """Return the first token of a stretch that is not part of a leading adverbial."""
    while start < end:
        after = _step(view, start, end)
        if after == start:
            return start
        start = after
    return end


def starts_adverbial(view: View, start: int, end: int) -> bool:
    """Say whether a stretch begins with a preposition, a subordinator, a participle or a time."""
    word = view.low[start]
    if word in word_class("preposition") or word in word_class("subordinator"):
        return True
    if word.endswith("ing") and word not in word_class("noun_ing") and not view.is_capital_inside(start):
        return True
    if word.endswith("ed") and end - start > 1 and view.is_word(start + 1, "preposition"):
        return True
    if view.is_adverb(start) and end - start <= 3:
        return True
    return _time(view, start, end) > start


def _step(view: View, start: int, end: int) -> int:
    """Return the token after one leading adverbial; `start` itself if there is none."""
    word = view.low[start]
    if word == "there" and view.is_word(start + 1, "auxiliary"):
        return start  # "on Monday there was"
    if view.low[start : start + 2] in PAIRS:
        return start + 2
    if word in {"after", "before", "since", "until"}:
        return max(_prepositional(view, start, end), start + 1)
    if word in word_class("opening") or word in DASHES or word in _OPENING_MARKS:
        return start + 1
    if word in {"first", "second", "third", "further", "early", "initial"} and view.low[
        start + 1 : start + 2
    ] != (",",):
        return start
    if view.is_adverb(start) and word not in word_class("determiner") and word not in ("one", "both"):
        return start + 1
    after = _time(view, start, end)
    if after > start:
        return after
    if word in word_class("preposition") and not counts(view, start):
        return _prepositional(view, start, end)
    return start


def is_circumstance(view: View, at: int) -> bool:
    """Say whether a prepositional phrase dates or places the act of speaking rather than the speaker."""
    rest = view.low[at + 1 : at + 5]
    return any(
        w.isdigit()
        or w in word_class("month")
        or w in word_class("weekday")
        or w in word_class("medium_noun")
        for w in rest[:3]
    )


def counts(view: View, at: int) -> bool:
    """Say whether a preposition belongs to a number: "at least four", "over 20", "between 35 and 70"."""
    after = view.low[at + 1 : at + 2]
    if (view.low[at] == "as" and after in (("many",), ("few",))) or view.low[at : at + 3] == _IN_EXCESS:
        return True
    if not after or view.low[at] not in {"at", "over", "about", "around", "between", "up", "under", "near"}:
        return False
    if after[0] in ("least", "most") or (after[0] == "to" and view.low[at] == "up"):
        return True
    return view.low[at] in ("over", "about", "around", "between") and _is_amount(view, at + 1)


def _is_amount(view: View, at: int) -> bool:
    """Say whether a token is a number of things: no year, no time of day, no date."""
    if view.tokens[at].kind != "number" and not view.is_word(at, "amount"):
        return False
    year = len(view.low[at]) == 4 and view.low[at].isdigit()
    near = range(at + 1, min(len(view.low), at + 4))
    return not year and not any(
        _names_time(view, k) or view.low[k] in ("am", "pm", "a.m", "p.m") for k in near
    )


def is_date_word(view: View, i: int) -> bool:
    """Say whether a token can stand in a date: a number, a month, a weekday, "the", "late"."""
    word = view.low[i]
    return (
        view.tokens[i].kind == "number"
        or word in word_class("month")
        or word in word_class("weekday")
        or word in word_class("time_noun")
        or word.rstrip("stndrh").isdigit()
        or word
        in {
            "early",
            "late",
            "mid",
            "mid-",
            "the",
            "of",
            "same",
            "following",
            "next",
            "and",
            ",",
            "around",
            "about",
            "–",
            "-",
        }
        or word[:2].isdigit()
    )


def _names_time(view: View, i: int) -> bool:
    """Say whether a token alone makes a phrase a date: a month, a weekday, "morning", a year, "3rd"."""
    word = view.low[i]
    return (
        view.is_word(i, "month")
        or view.is_word(i, "weekday")
        or view.is_word(i, "time_noun")
        or (word[:4].isdigit() and len(word) >= 4 and "," not in word)
        or (word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th"))
        or ":" in word
    )


def _prepositional(view: View, start: int, end: int) -> int:
    """Return the token after a prepositional phrase without a comma, where a second phrase follows."""
    i = start + 1
    while i < end and is_date_word(view, i):
        if i > start + 1 and view.low[i] == "the" and not (i + 1 < end and is_date_word(view, i + 1)):
            break
        i += 1
    dated = [k for k in range(start + 1, i) if _names_time(view, k)]
    if dated:
        return i
    if "," in view.low[start:end]:
        comma = view.low.index(",", start, end)
        return comma + 1
    i = start + 1
    while i < end and (view.is_word(i, "determiner") or view.low[i] in _SAME):
        i += 1
    for k in range(i + 1, end):
        if view.is_word(k, "personal"):
            return k
        if (
            view.is_word(k, "determiner")
            and view.low[k - 1] not in word_class("preposition")
            and view.low[k - 1] != "only"
        ):
            return k
        if (
            view.is_capital(k)
            and not view.is_capital(k - 1)
            and view.low[k - 1] not in word_class("preposition")
            and (view.low[k - 1] not in word_class("determiner"))
        ):
            return k
    return start


def _time(view: View, start: int, end: int) -> int:
    """Return the token after "the next day", "two days later", "that evening", "last week"; or `start`."""
    i = start
    if view.low[i].endswith("s") and view.is_word(i, "time_noun") and view.low[i + 1 : i + 2] in _LATER:
        return i + 2  # "Hours later"
    if i < end and (view.low[i] in _OPENS_TIME or view.tokens[i].kind == "number"):
        i += 1
    else:
        return start
    while i < end and view.low[i] in _SAME:
        i += 1
    if not (i < end and view.is_word(i, "time_noun")) or view.is_capital_inside(i):
        return start
    i += 1
    if i < end and view.low[i] in _AFTER_TIME:
        return _after_time(view, i, end)
    if i < end and view.low[i] in ("of", "in", "for", "from"):
        return start
    return i


def _after_time(view: View, i: int, end: int) -> int:
    """Return the token after "later", or after the phrase that "after" governs."""
    if view.low[i] in ("later", "earlier", "ago"):
        return i + 1
    after = _prepositional(view, i, end)
    return after if after > i else i + 1

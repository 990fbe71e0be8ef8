"""When a thing was said is not part of it: "denied the report within hours", "issued a denial that day"."""

from __future__ import annotations

from tasks.claims.cues.adverbial import is_date_word
from tasks.claims.cues.view import View

# Who denies, condemns or claims a deed is done with it; a demand or a promise may say by when.
_DATED = frozenset({"denial", "responsibility", "condemnation", "assessment", "condolence", "support"})
_COUNTED_FROM = frozenset({"next", "following", "same"})
_DETERMINERS = frozenset({"the", "that", "its", "a"})
_AT_ONCE = (("at", "the", "time"), ("at", "once"), ("soon", "after"), ("shortly", "after"))
_LATER_ON = (("later", "on"), ("late", "on"), ("early", "on"), ("earlier", "on"), ("later", "that"))
_REACH = 8  # tokens of the time at the end of what is said


def before_time(view: View, start: int, end: int, claim_type: str) -> int:
    """Return where a thing that is said ends before words that date the saying; `end` if none do.

    A date ("on 7 November") dates the saying only behind a quotation, a pronoun or "responsibility":
    "the killings on 7 November" are those of that day.
    """
    if end - start > 4 and _is_bare_date(view, end - 3):
        return end - 3  # "announced its withdrawal | 30 March 2025"
    if view.low[start] in ("it", "this") and end - start > 2 and _counts_from_it(view, start + 1, end):
        return start + 1  # "confirmed it | later that day"
    if claim_type not in _DATED or end - start < 2 or view.quote[end - 1] >= 0:
        return end
    if end - start > 1 and view.low[end - 1] in ("in", "on", "during"):
        return end - 1  # cut before the time: "claimed responsibility in | the days after"
    for k in range(max(start + 1, end - _REACH), end - 1):
        if view.quote[k] < 0 and (
            _counts_from_it(view, k, end) or (_is_bare(view, start, k) and _is_date(view, k, end))
        ):
            return k
    return end


def _is_bare_date(view: View, at: int) -> bool:
    """Say whether "30 March 2025" stands there with no preposition before it."""
    day, year = view.low[at], view.low[at + 2]
    plain = not view.is_word(at - 1, "preposition") and view.low[at - 1] not in ("and", "the", ",", "or")
    return day.isdigit() and view.is_word(at + 1, "month") and len(year) == 4 and year.isdigit() and plain


def _counts_from_it(view: View, at: int, end: int) -> bool:
    """Say whether "on the same evening", "the next day", "within hours", "in the first days" stand there."""
    words = view.low[at:end]
    if words in _AT_ONCE:
        return True
    if words[:2] in _LATER_ON and all(is_date_word(view, k) for k in range(at + 2, end)):
        return True  # "condemned the attack | later on Sunday"
    if words[0] == "within":
        return view.is_word(end - 1, "time_noun")
    first = at + 1 if words[0] in ("on", "in", "during", "by") else at
    if first >= end - 1 or view.low[first] not in _DETERMINERS:
        return False
    if view.low[first + 1] in _COUNTED_FROM:
        return view.is_word(end - 1, "time_noun") and end - first <= 4
    return first > at and _is_first_days(view, first + 1, end)


def _is_first_days(view: View, at: int, end: int) -> bool:
    """Say whether "first days" or "days after the bombing" stand there."""
    if view.low[at] == "first":
        return end - at == 2 and view.is_word(at + 1, "time_noun")
    followed = view.low[at + 1 : at + 2] in (("after",), ("following",))
    return followed and view.low[at].endswith("s") and view.is_word(at, "time_noun")


def _is_bare(view: View, start: int, at: int) -> bool:
    """Say whether a thing has no date: a quotation, a pronoun, "responsibility"."""
    return view.quote[at - 1] >= 0 or view.low[start:at] in (
        ("responsibility",),
        ("it",),
        ("this",),
        ("that",),
    )


def _is_date(view: View, at: int, end: int) -> bool:
    """Say whether "on 7 November", "in May 2013" stand there."""
    rest = range(at + 1, end)
    named = any(view.is_word(k, "month") or view.is_word(k, "weekday") for k in rest)
    return view.low[at] in ("on", "in") and named and all(is_date_word(view, k) for k in rest)

"""What stands at the edges of the words for who speaks and is none of them: marks, days, the medium."""

from __future__ import annotations

from tasks.claims.contents.boundaries import is_medium
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.view import Range, View

_CLOSING = {'"': '"', "“": "”", "(": ")", "‘": "’"}
_OPENING = frozenset(_CLOSING)
_OFFICES = frozenset({"ministry", "department", "minister", "secretary", "bureau", "directorate"})
_NO_NOUN = ("determiner", "personal", "preposition", "coordinator", "subordinator", "possessive", "adverb")
_JUDGED = frozenset({"confirmed", "denied", "rejected", "dismissed", "disputed", "refuted", "supported"})
_LONGEST_NAME = 4  # tokens of a name that opens a sentence


def bare_speaker(view: View, part: Range) -> Range:
    """Return who speaks without what only stands beside: "officials | at a press conference".

    A bracket or quotation mark that has no other half goes, a comma behind, and the "something" of
    ", something X denied".
    """
    start, end = part
    if (
        end - start > 1
        and view.low[start] in _OPENING
        and _CLOSING[view.low[start]] not in view.low[start + 1 : end]
    ):
        start += 1
    if end - start > 1 and view.low[end - 1] == ",":
        end -= 1
    if end - start > 2 and view.low[start] in _JUDGED and view.low[start - 1 if start else 0] != "the":
        start += 1  # "confirmed | opposition group claims that"
    account = view.is_word(start, "account_noun") and view.low[start].endswith("s") and start
    summed = account and view.low[start - 1] == "," and view.is_capital(start + 1)
    if end - start > 1 and (view.low[start] == "something" or summed):
        start += 1  # ", accusations X denies"
    if end - start > 2 and view.low[start] in ("late", "early") and view.is_word(start + 1, "weekday"):
        start += 2
    if end - start > 1 and view.low[start] in ("midnight", "noon") and view.is_capital(start + 1):
        start += 1
    return (_whole_office(view, _with_name(view, start, end)), _before_medium(view, start, end))


def _with_name(view: View, start: int, end: int) -> int:
    """Return where "NAME, consultant to the ministry" begins, of which only the end was read."""
    comma = start - 1
    if not 2 <= comma <= _LONGEST_NAME or view.low[comma] != "," or view.is_capital(start):
        return start
    if any(view.is_word(start, name) for name in _NO_NOUN) or view.low[start] in ("who", "which"):
        return start
    of_body = any(view.low[k] in ("to", "of", "for", "at") for k in range(start + 1, min(end, start + 3)))
    return 0 if of_body and all(view.is_capital(k) for k in range(comma)) else start


def _whole_office(view: View, start: int) -> int:
    """Return where "the Ministry of Health and Family Welfare" begins, of which "Family Welfare" was read."""
    if start < 4 or view.low[start - 1] != "and" or not view.is_capital(start):
        return start
    k = start - 2
    while k > 1 and view.is_capital(k):
        k -= 1
    if k == start - 2 or k < 1 or view.low[k] != "of" or view.low[k - 1] not in _OFFICES:
        return start
    return k - 2 if k > 1 and view.is_word(k - 2, "determiner") else k - 1


def _before_medium(view: View, start: int, end: int) -> int:
    """Return where "officials at a press conference" ends before the medium; a text is not its place."""
    if view.low[end - 1] not in word_class("medium_noun"):
        return end
    for k in range(start + 1, end - 2):
        if view.low[k] in ("at", "in", "during") and view.low[k + 1] in ("a", "an"):
            named = view.low[k - 1] in word_class("text_noun") or "," in view.low[start:k]
            return k if not named and is_medium(view, k, end) else end
    return end

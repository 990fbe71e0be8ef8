"""Lists that are said: "two pilots, | a mechanic and three guards", "for hiding them, | feeding them and"."""

from __future__ import annotations

from itertools import pairwise

from tasks.claims.cues.adverbial import counts
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.view import View

_JOINTS = frozenset({"and", "or"})
_OPENS_NO_MEMBER = ("preposition", "subordinator", "relative", "personal", "coordinator")
_DETERMINED = ("determiner", "amount", "possessive")
_LONGEST = 10  # tokens of a member before the last one


def lists_members(view: View, comma: int, end: int, *, asks: bool) -> bool:
    """Say whether a comma parts things of a list that ends in "and" and one more thing.

    Two nouns behind a comma may also say who somebody is ("NAME, a guard and father of two"): the members
    must be alike, each with a number, an article or neither, unless the list is one of demands.

    Args:
        view: the sentence.
        comma: the comma.
        end: the token after the last one that can be said; no verb stands between.
        asks: a verb of demanding governs the list.
    """
    joint = _joint(view, comma, end)
    if joint is None or view.is_capital(comma - 1):
        return False
    starts = [comma + 1, *(k + 1 for k in range(comma + 1, joint) if view.low[k] == ","), joint + 1]
    if starts[-2] == joint:
        del starts[-2]  # "X, Y, and Z"
    if len(starts) < 2 or any(not _may_begin(view, k) for k in starts):
        return False
    if any(after - before > _LONGEST for before, after in pairwise(starts)):
        return False
    if asks:
        return True
    if not _is_determined(view, starts[0]) and "of" not in view.low[comma + 1 : comma + 3]:
        return True  # "on overtime, | poor brakes and a lack of men"
    counted = [_is_counted(view, k) for k in starts]
    alike = len({_is_determined(view, k) for k in starts}) == 1
    return alike and (counted[0] or counted[-1])


def lists_deeds(view: View, comma: int, end: int) -> bool:
    """Say whether gerunds follow one behind a preposition: "praised them for hiding men, | feeding and"."""
    before = range(comma - 1, max(0, comma - _LONGEST), -1)
    governed = any(_is_deed(view, k) and view.is_word(k - 1, "preposition") for k in before)
    if not governed:
        return False
    joints = (k for k in range(comma + 2, end - 1) if view.low[k] in _JOINTS and view.is_free(k))
    return any(_is_deed(view, k + 1) or (view.is_adverb(k + 1) and _is_deed(view, k + 2)) for k in joints)


def _is_deed(view: View, at: int) -> bool:
    return 0 < at < len(view.low) and view.low[at].endswith("ing") and not view.is_word(at, "noun_ing")


def _joint(view: View, comma: int, end: int) -> int | None:
    """Return the "and" before the last member: the one behind the last comma, the first one behind it."""
    last = next((k for k in range(end - 1, comma - 1, -1) if view.low[k] == "," and view.is_free(k)), comma)
    first = last + 1
    return next((k for k in range(first, end - 1) if view.low[k] in _JOINTS and view.is_free(k)), None)


def _may_begin(view: View, at: int) -> bool:
    """Say whether a thing of a list may begin at a token: no preposition, participle, name or pronoun."""
    if counts(view, at):
        return True
    if any(view.is_word(at, name) for name in _OPENS_NO_MEMBER) or view.is_capital(at):
        return False
    word = view.low[at]
    bare = word.endswith("ing") and word not in word_class("noun_ing")
    return word.isalnum() and not bare and not word.endswith("ed")


def _is_determined(view: View, at: int) -> bool:
    return any(view.is_word(at, name) for name in _DETERMINED) or _is_counted(view, at)


def _is_counted(view: View, at: int) -> bool:
    """Say whether a member begins with a number or with "the"."""
    if view.tokens[at].kind == "number" or view.is_word(at, "amount"):
        return True
    return view.low[at] == "the" or counts(view, at)  # "about sixty men"

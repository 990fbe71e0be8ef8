"""Where what is asked or ordered ends before another clause that the writer adds."""

from __future__ import annotations

from tasks.claims.cues.view import View

_OUTCOMES = (("resulting", "in"), ("leading", "to"), ("sparking", "a"), ("prompting", "a"), ("causing", "a"))


_SEEMED = frozenset({"seemed", "was", "had", "appeared"})
_NONE = frozenset({"nothing", "anything", "all", "nobody", "anybody", "none"})
_GOES_ON = frozenset({"not", "to", "only", "rather", "also", "never", "that"})
_DEEDS = frozenset({"shot", "fired", "opened", "fled", "left"})


def one_clause_end(view: View, start: int, end: int) -> int:
    """Return the end of what is asked, before what the writer tells behind a semicolon.

    What had happened before ("ordered them to leave, after they had shot a guard"), what came of it
    (", resulting in a boycott", "but they stayed") and what spoke against it ("despite the treaty") as well.
    """
    for k in range(start, end):
        if view.quote[k] < 0 and k > start + 1 and view.is_free(k) and _leaves(view, k, end):
            return k
        if view.low[k] == "but" and view.is_free(k) and _turns(view, start, k, end):
            return k - (view.low[k - 1] == ",")
        if view.low[k] == ";" and view.quote[k] < 0:
            return end if view.low[k + 1] in ("to", "and", "not") or not view.has_finite(k, end) else k
    return end


def _turns(view: View, start: int, but: int, end: int) -> bool:
    """Say whether "but" tells what came of it: "to leave | but they stayed"; not "do nothing but wait"."""
    if view.low[but - 1] in _NONE or view.low[but + 1] in _GOES_ON or "that" in view.low[start:but]:
        return False
    return but > start + 1 and view.has_finite(but + 1, end)


def _leaves(view: View, at: int, end: int) -> bool:
    """Say whether ", after" or ", when" opens a clause of its own at a token, or "despite" stands there."""
    later = view.low[at] == "," and view.low[at + 1 : at + 2] in (("after",), ("when",))
    if view.low[at] == "," and view.low[at + 1 : at + 3] in _OUTCOMES:
        return True
    beside = view.low[at : at + 2] == (",", "and") and at + 4 < end
    if beside and view.is_word(at + 2, "personal") and view.low[at + 3] in _SEEMED:
        return True  # "shouted for them to go, | and it seemed"
    if view.low[at] == "and" and view.low[at + 1] in _DEEDS:
        return True  # "shouted for them to come closer | and shot one"
    return (later and view.has_finite(at + 2, end)) or view.low[at] == "despite"

"""Where a thing that is said ends: "suspected a gas leak, but tests showed", ", making it the worst"."""

from __future__ import annotations

from tasks.claims.cues.view import View

# What its speaker does: "admitted that C and apologised", "found that C and sentenced him".
_MAKING_UP = frozenset({"apologised", "apologized", "thanked", "sentenced", "fined", "acquitted", "resigned"})
_OPENS_CLAUSE = frozenset({"to", "not", "how", "whether", "in", "on", "at", "after", "by", "with", "for"})
_SUBJECT = 12  # tokens of the subject of a clause that goes on
_BESIDE = frozenset({"but", "while", "whereas", "although", "though"})  # "and" may go on with a list
_IT = frozenset({"it", "this", "them", "him"})


def leaves_thing(view: View, start: int, at: int, end: int) -> bool:
    """Say whether the article goes on at a token, behind a thing that is said or with what its speaker did.

    Args:
        view: the sentence.
        start: first token of what is said.
        at: the mark or connector that may end it.
        end: the token after the last one that can be said.
    """
    if not view.is_free(at) or at <= start:
        return False
    if view.low[at] == "and":
        return view.low[at + 1] in _MAKING_UP
    if view.low[at] != "," or view.low[start] in _OPENS_CLAUSE or view.has_finite(start, at):
        return False
    if view.low[at + 1 : at + 2] == ("making",):
        return not _IT.isdisjoint(view.low[at + 2 : at + 3])
    if view.low[at + 1] not in _BESIDE or view.is_word(at + 2, "preposition"):
        return False
    verb = next((k for k in range(at + 2, min(end, at + 2 + _SUBJECT)) if view.finite[k]), None)
    aside = (
        view.low[at + 1] in ("although", "though") and "," in view.low[at + 2 : verb]
    )  # ", though new, may"
    return verb is not None and verb > at + 2 and not aside

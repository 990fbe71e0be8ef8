"""Who calls out what, one beside the other: 'footage shows three men, one yelling "C", another "D"'."""

from __future__ import annotations

from tasks.claims.cues.view import Range, View

_ONE = frozenset({"one", "another", "two", "three", "several", "some", "others", "many"})
_MEN = 3  # tokens of "one of them", "another police officer"


def one_of_several(view: View, verb: int) -> Range | None:
    """Return "one officer" of ', one officer | yelling "C"', which a quotation follows; else None."""
    if verb + 1 >= len(view.low) or view.quote[verb + 1] < 0:
        return None
    for first in range(max(1, verb - _MEN), verb):
        if view.low[first] not in _ONE:
            continue
        beside = view.low[first - 1] == "and" and (view.low[first - 2] == "," or view.has_finite(0, first))
        opens = view.low[first - 1] == "," or beside
        return (first, verb) if opens and not view.has_finite(first, verb) else None
    return None

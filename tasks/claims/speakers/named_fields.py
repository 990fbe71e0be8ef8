"""A body called after several fields: "the Committee on Justice, Defence and Equality"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import source_heads
from tasks.claims.cues.view import Range, View

_ON = frozenset({"on", "of", "for"})


def names_field(view: View, before: Range, last: Range) -> bool:
    """Say whether a stretch between commas goes on with the fields of the body that the one before names.

    Args:
        view: the sentence.
        before: the stretch before the comma, with a body that has a field of its own: "Committee on Justice".
        last: the stretch behind it: "Defence and Equality".
    """
    on = next((k for k in range(before[0] + 1, before[1] - 1) if view.low[k] in _ON), None)
    if on is None or view.low[on - 1] not in source_heads() or not view.is_capital(on - 1):
        return False
    words = range(on + 1, before[1])
    fields = all(view.is_capital(k) for k in words) and all(
        view.is_capital(k) or view.low[k] == "and" for k in range(*last)
    )
    return fields and last[1] - last[0] == 3 and view.low[last[0] + 1] == "and"

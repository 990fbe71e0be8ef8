"""The line with which a report opens, which nobody says: "OSK, Norland (AP) — | Four men died, he said"."""

from __future__ import annotations

from tasks.claims.cues.view import DASHES, View

_REACH = 11  # tokens
_MARKS = frozenset({",", "(", ")", "/", "."})
_DASHES = DASHES | {"-", "--"}


def behind_dateline(view: View) -> int:
    """Return the token behind a sentence's dateline, 0 without one: names before a dash with spaces.

    Or before a colon or a dash without them, where the first name is in capitals: "OSK: Four men died".
    """
    if not view.is_capital(0):
        return 0
    in_capitals = view.tokens[0].text.isupper() and len(view.low[0]) > 2
    for k in range(1, min(len(view.low) - 1, _REACH)):
        if in_capitals and (view.low[k] == ":" or view.low[k] in _DASHES) and view.is_capital(k + 1):
            return k + 1
        if view.low[k] in _DASHES:
            is_apart = (
                view.tokens[k - 1].end < view.tokens[k].start
                and view.tokens[k].end < view.tokens[k + 1].start
            )
            return k + 1 if is_apart and view.is_capital(k + 1) else 0
        if not (view.is_capital(k) or view.low[k] in _MARKS or view.low[k].isdigit()):
            return 0
    return 0

"""Whether "calls" gives a thing a name: "calls the attack a crime", not "phone calls the day before"."""

from __future__ import annotations

from tasks.claims.cues.view import View


def calls_it(view: View, at: int) -> bool:
    """Say whether a thing and what it is called stand there: "the attack a crime", 'the report "a lie"'."""
    if not (view.is_word(at, "determiner") or view.is_word(at, "personal")):
        return False
    return any(
        view.low[k] in ("a", "an", "another") or view.quote[k] >= 0
        for k in range(at + 1, min(len(view.low) - 1, at + 8))
    )

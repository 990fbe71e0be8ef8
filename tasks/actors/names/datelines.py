"""Where a report's sentence begins behind its place: "KARVEL, Denmark (XYZ) – Gunmen attacked"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.model.document import Token

_DASHES = frozenset(("–", "—", "-", "--"))
_LONGEST = 9  # tokens


def is_behind_dateline(tokens: Sequence[Token], position: int) -> bool:
    """Return whether a token is the first behind a dateline, where a capital says as little as at a start."""
    if not 1 < position <= _LONGEST or tokens[position - 1].text not in _DASHES:
        return False
    before = tokens[: position - 1]
    return before[0].text.isupper() and all(t.kind != "word" or t.text[:1].isupper() for t in before)

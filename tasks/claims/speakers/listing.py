"""Lists of names between commas that belong to one subject."""

from __future__ import annotations

from tasks.claims.cues.adverbial import starts_adverbial
from tasks.claims.cues.view import Range, View


def lists_names(view: View, parts: list[Range]) -> bool:
    """Say whether a list of names behind a preposition ends a subject: "experts from X, Y and Z"."""
    start, end = parts[-1]
    if "and" not in view.low[start:end] or not all(is_plain(view, part) for part in parts):
        return False
    first = parts[0]
    at = next((k for k in range(first[1] - 1, first[0], -1) if not view.is_capital(k)), first[0])
    at -= view.low[at] == "the"
    if view.low[at] not in ("from", "of", "between", "including") or at == first[0]:
        return False
    words = [k for part in parts[1:] for k in range(*part) if view.low[k] not in ("and", "the")]
    return all(view.is_capital(k) for k in words)


def lists(view: View, parts: list[Range]) -> bool:
    """Say whether the last parts are a list that "as well as" opens: "X, as well as Y, Z and W"."""
    added = any(view.low[p[0] : p[0] + 3] == ("as", "well", "as") for p in parts[1:])
    return added and all(is_plain(view, p) or view.low[p[0]] == "as" for p in parts)


def is_plain(view: View, part: Range) -> bool:
    """Say whether a part is nothing but a noun phrase."""
    return not starts_adverbial(view, *part) and not view.has_finite(*part) and view.quote[part[0]] < 0

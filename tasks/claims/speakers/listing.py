"""Lists of names between commas that belong to one subject."""

from __future__ import annotations

from tasks.claims.cues.adverbial import starts_adverbial
from tasks.claims.cues.apposition import is_name, is_title_phrase
from tasks.claims.cues.source import is_source
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
    closed = view.low[parts[-1][0]] == "as" or "and" in view.low[slice(*parts[-1])]
    return added and closed and all(is_plain(view, p) or view.low[p[0]] == "as" for p in parts)


def lists_equals(view: View, parts: list[Range]) -> int | None:
    """Return the first part of "the X, the Y and the Z" or "X, Y and Z", a subject of several; else None.

    A person's name with what the person is ("NAME, the mayor and head of X") is none.
    """
    start, end = parts[-1]
    joint = next((k for k in range(start + 1, end - 1) if view.low[k] == "and" and view.is_free(k)), None)
    if joint is None or not is_plain(view, parts[-1]):
        return None
    definite = view.low[start] == "the" and view.low[joint + 1] == "the"
    if not definite and is_title_phrase(view, (start, joint)):
        return None
    if not definite and not (_is_named(view, (start, joint)) and _is_named(view, (joint + 1, end))):
        return None
    k = len(parts) - 1
    while k and is_plain(view, parts[k - 1]) and is_source(view, parts[k - 1]):
        before = parts[k - 1]
        same = view.low[before[0]] == "the" if definite else _is_named(view, before)
        if not same or (not definite and is_title_phrase(view, before)):
            break
        k -= 1
    return k if k < len(parts) - 1 else None


def _is_named(view: View, part: Range) -> bool:
    """Say whether a part is a name, or a body's with "for" or "of" in it: "Teachers for Human Rights"."""
    if view.low[part[0]] == "the" and part[1] - part[0] > 1:
        part = (part[0] + 1, part[1])  # "X, Y and the Z Union said"
    if view.low[part[1] - 1] in ("all", "both") and part[1] - part[0] > 1:
        part = (part[0], part[1] - 1)  # "X and Y all | said"
    inner = [k for k in range(*part) if not view.is_capital(k)]
    joined = all(view.low[k] in ("for", "of", "the") for k in inner)
    return is_name(view, part) or (joined and view.is_capital(part[0]) and view.is_capital(part[1] - 1))


def is_plain(view: View, part: Range) -> bool:
    """Say whether a part is nothing but a noun phrase."""
    return not starts_adverbial(view, *part) and not view.has_finite(*part) and view.quote[part[0]] < 0

"""Where a subordinate or relative clause that holds a cue ends, and the main clause goes on."""

from __future__ import annotations

from tasks.claims.cues.view import DASHES, View

_OPENING = frozenset(
    {
        "while",
        "although",
        "though",
        "after",
        "when",
        "as",
        "since",
        "because",
        "before",
        "if",
        "once",
        "whereas",
        "until",
    }
)


_OF_PLACE = 8  # tokens of "In a hill town of Norland where"


def subordinate_end(view: View, at: int) -> int | None:
    """Return the comma that ends a clause which opens the sentence with "While" and holds token `at`."""
    if (where := _behind_where(view, at)) is not None:
        return where
    participial = at <= 2 and view.low[0].endswith("ing")  # "Describing them as heroes, he said"
    if view.low[0] not in _OPENING and view.low[1:2] != ("after",) and not participial:
        return None
    for i in range(at):
        main = view.low[i] == "," and view.is_free(i) and not view.low[i + 1].endswith("ing")
        if main and (view.has_finite(i + 1, at - 1) or _opens_main(view, i, at) or _is_told(view, i)):
            return None
    last = None
    for i in range(at, len(view.low) - 1):
        if view.low[i] != "," or not view.is_free(i):
            continue
        first = i + 1
        if view.low[first] in ("and", "but", "which", "who", "or") or view.low[first].endswith("ing"):
            continue
        if view.has_finite(first, len(view.low)):
            return i
        if _may_be_subject(view, first):
            last = i
    return None if participial else last


def _behind_where(view: View, at: int) -> int | None:
    """Return the comma that ends "In a town where the mayor said C," for a cue that ends at a token."""
    opens = view.low[0] in ("in", "at", "on", "from") and "where" in view.low[1 : min(at, _OF_PLACE)]
    if not opens or "," in view.low[:at]:
        return None
    for i in range(at, len(view.low) - 2):
        if view.low[i] == "," and view.is_free(i) and view.low[i + 1] not in ("and", "but", "which", "who"):
            return i if view.has_finite(i + 1, len(view.low)) else None
    return None


def _may_be_subject(view: View, at: int) -> bool:
    """Say whether a main clause may begin there whose verb no list knows: ", Brandt himself lingers"."""
    opens = view.is_capital(at) or view.is_word(at, "personal") or view.is_word(at, "determiner")
    return opens and at + 3 <= len(view.low)


def relative_end(view: View, at: int) -> int | None:
    """Return the comma that ends ", who said C," before the main verb, for a cue that begins at a token."""
    if at < 2 or view.low[at - 1] not in ("who", "which", "while", "whilst"):
        return None
    comma = at - 3 if view.low[at - 2] == "in" and at > 2 else at - 2  # "a speech, in which he said"
    if view.low[comma] != ",":
        return None
    first = next((k for k in range(comma, 0, -1) if view.low[k - 1] in (";", "but")), 0)
    if view.has_finite(first, comma):
        return None
    for i in range(at + 1, len(view.low) - 2):
        if (view.low[i] != "," and view.low[i] not in DASHES) or not view.is_free(i):
            continue
        verb = i + 1
        while verb < len(view.low) - 1 and view.is_adverb(verb):
            verb += 1
        if view.finite[verb] or (view.low[verb].endswith("ed") and view.low[verb] not in ("armed", "united")):
            return i
    return None


def _is_told(view: View, comma: int) -> bool:
    """Say whether the clause that opens the sentence has its verb before a comma: then it ends there."""
    verb = next((k for k in range(2, comma) if view.finite[k] and view.is_free(k)), None)
    if verb is None or any(view.is_word(k, "relative") for k in range(1, verb)):
        return False
    return view.low[comma + 1] not in ("and", "but", "or", "which", "who", "where", "as", "nor")


def _opens_main(view: View, comma: int, at: int) -> bool:
    """Say whether a comma closes "After the end of the battle" and the subject of the main clause follows."""
    return (
        view.low[0] in ("after", "before", "since", "until")
        and not view.has_finite(0, comma)
        and comma + 2 < at
        and "," not in view.low[comma + 1 : at]
    )

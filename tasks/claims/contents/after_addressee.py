"""A clause without "that" behind those who are told: "told the court he had", "told reporters men had"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import source_heads
from tasks.claims.cues.view import View

_TOLD = frozenset({"her", "him", "them", "us", "me"})
_OPENS = frozenset({"there", "all", "both", "most", "many", "none", "nobody", "everyone", "everybody"})


def _told_of_many(view: View, start: int, verb: int) -> bool:
    """Say whether the subject of a clause begins right behind people who are told, both plurals."""
    told = view.low[start].endswith("s") and view.low[start] in source_heads()
    noun = (
        verb - start > 1 and view.low[verb - 1].endswith("s") and not view.is_word(start + 1, "preposition")
    )
    helped = view.is_word(verb, "auxiliary") or view.is_word(verb, "modal")
    plain = all(view.low[k].isalpha() and not view.is_word(k, "coordinator") for k in range(start, verb))
    return told and noun and helped and plain and not view.is_word(start + 1, "determiner")


def after_addressee(view: View, start: int, end: int) -> int | None:
    """Return where a clause without "that" begins after the one who is told: "told the inquest he"."""
    opens = view.is_word(start + 1, "determiner") or view.is_capital(start + 1)
    if opens and view.low[start] in _TOLD and view.low[start + 1] != "all":
        return start + 1 if view.has_finite(start + 2, end) else None  # "told her | the mill would close"
    for k in range(start + 1, min(end, start + 10)):
        if view.finite[k] and _told_of_many(view, start, k):
            return start + 1  # "told reporters victims would be"
        if view.finite[k] or view.low[k] in (",", ";", "to"):
            return None
        if view.low[k - 1] in ("why", "how", "what", "if", "whether"):
            return None
        follows_noun = not any(
            view.is_word(k - 1, name) for name in ("preposition", "determiner", "coordinator")
        )
        counted = view.tokens[k].kind == "number" or (view.is_word(k, "amount") and view.low[k] != "one")
        counted = counted and not view.is_word(k + 1, "determiner") and not view.is_word(k + 1, "personal")
        opens = view.is_word(k, "personal") or view.is_word(k, "determiner") or view.low[k] in _OPENS
        if follows_noun and (opens or counted):  # "told the radio | two men were"
            return k if view.has_finite(k + 1, end) else None
        named = view.is_capital(k) and not view.is_capital(k - 1) and view.low[k - 1] in source_heads()
        if named and k == start + 1 and view.low[k - 1].endswith("s"):
            return k if view.has_finite(k + 1, end) else None  # "told survivors NAME was better armed"
    return None

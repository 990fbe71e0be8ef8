"""Whether a token can begin what is said."""

from __future__ import annotations

from tasks.claims.cues.adverbial import counts
from tasks.claims.cues.view import CONTRACTED, View

_OPENS = frozenset(
    (
        "the",
        "he",
        "they",
        "she",
        "it",
        "a",
        "an",
        "some",
        "many",
        "there",
        "his",
        "its",
        "their",
        "those",
        "these",
    )
)
_PARTICLES = frozenset({"bin", "ibn", "abu", "de", "van", "von", "el", "al"})  # small words of names
_SEEN = frozenset({"seeing", "hearing"})
_NOBODY = frozenset({"nobody", "no-one", "everyone", "everybody", "nothing", "somebody", "someone"})


def _lacks_subject(view: View, at: int) -> bool:
    """Say whether a finite verb at a token lacks the subject that "which" before the speaker is."""
    if not view.finite[at]:
        return False
    which = next((k for k in range(at - 2, max(0, at - 6), -1) if view.low[k] == "which"), None)
    return which is not None and which < at - 2 and not view.has_finite(which, at - 1)


def opens_clause(view: View, at: int, strict: bool) -> bool:
    """Say whether a token can begin what is said."""
    if at >= len(view.low):
        return False
    if view.low[at] == "that" or view.quote[at] >= 0 or view.low[at] == ":" or view.low[at] in CONTRACTED:
        return True
    if view.low[at] in _SEEN and view.low[at + 1 : at + 2] not in ((), (",",), (".",)):
        return True  # "witnesses report | seeing them"
    if strict:
        opens = view.low[at] in _OPENS or view.tokens[at].kind == "number" or counts(view, at)
        wants = view.is_word(at, "personal") and at + 1 < len(view.low) and view.low[at + 1].endswith("s")
        return opens and (wants or view.has_finite(at + 1, at + 12))
    numbered = view.tokens[at].kind == "number" or counts(view, at)
    if numbered or (view.is_word(at, "amount") and view.low[at] != "a"):
        return view.has_finite(at + 1, at + 8)
    if view.low[at] in _NOBODY:
        return True
    if view.low[at : at + 2] == ("there", "has") or _lacks_subject(view, at):
        return True  # "a tape which officials say | shows them"
    if view.low[at] in _PARTICLES and view.is_capital(at + 1):
        return True  # "elders believe bin Osk had left"
    return view.is_word(at, "determiner") or view.is_word(at, "personal") or view.is_capital(at)

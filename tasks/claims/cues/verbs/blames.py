"""Verbs of blame that are nouns too, told by what follows: "blame the rebels for", "suspects X of"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CueEntry, source_heads, word_class
from tasks.claims.cues.region import subject_region
from tasks.claims.cues.view import View

_LINKS = {"blame": "for", "suspect": "of"}
_PLURALS = frozenset({"police", "media", "people"})
_SOME = frozenset({"some", "many", "most", "several", "others", "few"})
_WHOM = 9  # tokens of who is blamed


def blames(view: View, start: int, end: int, entry: CueEntry) -> bool:
    """Say whether a source, somebody and a deed stand around it: "officials blame X for the attack"."""
    link = _LINKS.get(entry.lemma)
    if link is None or not start or end >= len(view.low) or not _is_subject(view, start - 1, entry):
        return False
    if not (view.is_word(end, "determiner") or view.is_capital(end)):
        return False
    for k in range(end + 1, min(len(view.low) - 1, end + _WHOM)):
        if view.low[k] == link:
            return _is_deed(view, k + 1) and not view.has_finite(end, k)
        if view.low[k] in (",", ";", ".", ":"):
            return False
    return False


def _is_subject(view: View, at: int, entry: CueEntry) -> bool:
    source = view.low[at] in source_heads() or view.is_capital(at)
    plural = view.low[at].endswith("s") or view.low[at] in _PLURALS or _is_plural(view, at)
    return plural and (source or _is_plural(view, at)) if entry.inflection == "base" else source


def _is_plural(view: View, at: int) -> bool:
    """Say whether a plural with a preposition is the subject that ends here: "some in the army"."""
    first = subject_region(view, at + 1)
    of = next((k for k in range(first + 1, at) if view.is_word(k, "preposition")), None)
    if of is None or view.has_finite(first, at + 1):
        return False
    return view.low[of - 1] in _SOME or (
        view.low[of - 1].endswith("s") and view.low[of - 1] in source_heads()
    )


def _is_deed(view: View, at: int) -> bool:
    deed = any(w in word_class("event_noun") for w in view.low[at : at + 5])
    return deed or view.low[at].endswith("ing")

"""A subject that holds a verb of which no list is sure: "A report alleged officials | told"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import cue_entries, source_heads, word_class
from tasks.claims.cues.view import Range, View

_CLASSES = frozenset({"report", "belief", "finding", "assessment", "accusation", "stance"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def behind_report(view: View, phrase: Range) -> Range:
    """Return who speaks within what another reports: "officials" of "A report alleged officials | told"."""
    verb = _verb_within(view, phrase)
    return phrase if verb is None else (verb + 1, phrase[1])


def before_report(view: View, phrase: Range) -> Range:
    """Return the subject of a verb that a phrase holds: "NAME" of "NAME stresses the turn, | blaming"."""
    verb = _verb_within(view, phrase)
    return phrase if verb is None else (phrase[0], verb)


def _verb_within(view: View, phrase: Range) -> int | None:
    """Return the last verb of saying in a phrase that has a subject before it and a noun phrase behind it."""
    start, end = phrase
    if end - start < 3 or "," in view.low[start:end] or not _RELATIVES.isdisjoint(view.low[start:end]):
        return None
    for k in range(end - 2, start, -1):
        entries = cue_entries().get(view.low[k], ())
        if not entries or entries[0].cue_class not in _CLASSES or view.is_capital(k) or not view.is_free(k):
            continue
        if entries[0].is_gerund or entries[0].frames.isdisjoint({"that", "zero"}) or not _follows(view, k):
            continue
        if "noun" in entries[0].guards and not view.is_word(k + 1, "determiner"):
            continue  # "a report released Thursday"
        if _has_subject(view, start, k, entries[0].inflection):
            return k
    return None


def _follows(view: View, at: int) -> bool:
    """Say whether a noun phrase of its own follows a verb: no "officials quoted by", "a report that"."""
    if view.is_word(at + 1, "preposition") or view.is_word(at + 1, "coordinator"):
        return False
    opens = view.is_word(at + 1, "determiner") or view.is_capital(at + 1)
    if view.low[at] in ("say", "says"):
        return view.low[at + 1] != "to"
    return view.low[at + 1] != "to" and (opens or view.low[at + 1].endswith("s") or view.is_capital(at + 2))


def _has_subject(view: View, start: int, at: int, inflection: str) -> bool:
    """Say whether the words before a verb are its subject: a name or a noun for one who speaks."""
    before = view.low[at - 1]
    if view.is_word(start, "preposition") or before.endswith(("'s", "s'", "’s")):
        return False
    if any(view.is_word(at - 1, name) for name in ("preposition", "determiner", "coordinator", "auxiliary")):
        return False
    spoken = before in source_heads() or before in word_class("text_noun") or view.is_capital(at - 1)
    plural = before.endswith("s")
    return spoken and (inflection != "base" or plural) and (inflection != "third" or not plural)

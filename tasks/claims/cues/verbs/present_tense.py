"""Present tenses that plural nouns look like, told by their objects: "calls on Norland to"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CueEntry, cue_entries, source_heads
from tasks.claims.cues.view import View

_AS = frozenset({"as"})
_STATING = frozenset({"state", "note", "claim", "report"})
_NEAR = 5  # tokens from a name to its verb
_WHOM = 10  # tokens of who is called on


def is_present(view: View, start: int, end: int, entry: CueEntry) -> bool:
    """Say whether a form such as "calls" or "advocates" is a verb, by what stands before and behind."""
    if entry.inflection != "third" or not start or end >= len(view.low):
        return False
    if _has_gap(view, start, end) or (entry.lemma in _STATING and _tells_of_name(view, start, end)):
        return True
    if entry.lemma == "claim" and view.low[start - 1] in source_heads() and _counts_losses(view, end):
        return True  # "The army claims 300 enemy dead"
    logged = view.is_word(end, "determiner") or view.low[end] == "no" or view.low[end].endswith("ing")
    if entry.lemma == "record" and logged and _is_text(view, start):
        return True  # "The log records a hit", "records firing two torpedoes"
    if entry.frames == _AS and view.is_capital(start - 1) and view.is_word(end, "determiner"):
        return "as" in view.low[end : end + _WHOM]  # "Toller regards the raid as a failure"
    asked = entry.particle in (("on",), ("upon",)) and _is_asked(view, end)
    judged = entry.cue_class == "stance" or entry.lemma in ("advocate", "lament")
    judged = judged and (view.is_word(end, "determiner") or view.is_word(end, "possessive"))
    source = view.low[start - 1] in source_heads() or view.is_capital_inside(start - 1)
    joined = view.low[start - 1] in ("and", ",") and _has_present(view, start - 1)
    return (asked or judged) and (source or joined or view.low[start] == "also")


def _is_text(view: View, end: int) -> bool:
    """Say whether a text ends before a token: "the log", "the log of the Petrel"."""
    of_ship = view.is_capital(end - 1) and "of" in view.low[max(0, end - 4) : end]
    return any(view.is_word(k, "text_noun") for k in range(max(0, end - (5 if of_ship else 1)), end))


def _has_gap(view: View, start: int, end: int) -> bool:
    """Say whether a verb lacks the subject that "which" is: ", which Norland estimates | could"."""
    which = next((k for k in range(start - 1, max(0, start - 6), -1) if view.low[k] == "which"), None)
    if which is None or which + 1 >= start or view.low[which - 1] != "," or view.has_finite(which, start):
        return False
    return view.finite[end] and (view.is_word(end, "modal") or view.is_word(end, "auxiliary"))


def _tells_of_name(view: View, start: int, end: int) -> bool:
    """Say whether a name tells of another: "Toller states Osk was lost", "Toller (after X) states"."""
    at = start - 1
    if view.low[at] == ")":
        at = next((k - 1 for k in range(at, 0, -1) if view.low[k] == "("), 0)
    while at > 0 and view.is_adverb(at):
        at -= 1
    opens = view.is_capital(end) or (at < start - 1 and view.is_word(end, "determiner"))
    verb = next((k for k in range(end + 1, min(len(view.low) - 1, end + _NEAR)) if view.finite[k]), None)
    told = verb is not None and not view.finite[verb + 1]  # "land claims Osk made were refused"
    return opens and told and view.is_capital(at)


def _is_asked(view: View, at: int) -> bool:
    """Say whether somebody who shall do something stands there: "Norland to withdraw"."""
    if not (view.is_word(at, "determiner") or view.is_capital(at)) or view.is_word(at, "weekday"):
        return False
    for k in range(at + 1, min(len(view.low) - 1, at + _WHOM)):
        if view.low[k] == "to":
            return not view.is_word(k + 1, "determiner")
        if view.finite[k] or view.low[k] in (",", ";"):
            return False
    return False


def _has_present(view: View, end: int) -> bool:
    """Say whether a cue in the present stands before: "The motion commends the medics, | calls on"."""
    return any(
        one.inflection == "third" and ("noun" not in one.guards or view.low[k - 1] in source_heads())
        for k in range(1, end)
        for one in cue_entries().get(view.low[k], ())
    )


def _counts_losses(view: View, at: int) -> bool:
    """Say whether a number and a word for losses stand there."""
    counted = view.tokens[at].kind == "number" or view.is_word(at, "amount")
    return counted and any(view.is_word(k, "toll_noun") for k in range(at + 1, at + 4))

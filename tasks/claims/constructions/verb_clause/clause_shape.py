"""Whether words are a clause and no thing with a relative clause: "claimed 200 men, women and boys had"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View

_BREAKS = frozenset(
    {
        "though",
        "although",
        "while",
        "but",
        "who",
        "which",
        "that",
        "whose",
        "when",
        "where",
        "after",
        "as",
        "before",
        ";",
    }
)
_NAMING = frozenset({"called", "named", "dubbed", "nicknamed"})
_THINGS_DECLARED = frozenset({"war", "independence", "victory"})


def _breaks(between: Sequence[str]) -> bool:
    """Say whether a clause of its own begins between a noun phrase and a verb; not "as well as"."""
    return any(
        word in _BREAKS and not (word == "as" and "well" in between[max(0, k - 1) : k + 2])
        for k, word in enumerate(between)
    )


def is_clause(view: View, start: int, verb: int, end: int) -> bool:
    """Say whether a noun phrase and the finite verb after it are a clause, not a thing with a relative."""
    first = view.low[start]
    if (view.is_word(verb - 1, "personal") and verb - 1 > start) or first in _THINGS_DECLARED:
        return False
    if first.endswith(("self", "selves")) or first in ("him", "them", "her", "his"):
        return False
    paired = view.low[start + 1 : start + 2] in (("and",), ("or",))
    if verb + 1 >= end or (view.is_word(start, "personal") and verb > start + 2 and not paired):
        return False
    first_word = start
    if view.is_word(start + 1, "time_noun") and view.low[start + 2] in (
        "after",
        "before",
        "later",
        "earlier",
    ):
        first_word = start + 3  # "claim two days after the fire 90 men came"
    between = view.low[first_word:verb]
    if any(
        between[k : k + 2] == (",", "and") and view.is_word(first_word + k + 2, "preposition")
        for k in range(verb - first_word)
    ):
        return False  # "estimating five million, and on 6 June the mayor apologised"
    if view.low[verb - 1] in ("and", "but") or _breaks(between):
        return False
    last = max((k for k, word in enumerate(between) if word == ","), default=None)
    if last is not None and "and" in between[last + 2 :]:
        return True  # "claimed 200 men, women and children had"
    if last is not None and between.count(",") == 1 and between[last + 1 : last + 2] == ("and",):
        return False  # "admitted its mistake, and the council accused it"
    return "," not in between or _closes_aside(view, start, verb) or view.is_capital(verb - 1)


def _closes_aside(view: View, start: int, verb: int) -> bool:
    """Say whether the commas between a noun phrase and its verb enclose an aside."""
    return view.low[start:verb].count(",") >= 2


def gives_name(view: View, at: int) -> bool:
    """Say whether a participle gives the name of a thing: "a group | called the Osk Circle"."""
    named = view.low[at] in _NAMING and at > 1 and not view.is_capital(at - 1)
    opens = at + 1 < len(view.low) and (view.is_capital(at + 1) or view.low[at + 1] == "the")
    return named and opens and (view.is_word(at - 2, "determiner") or view.is_word(at - 3, "determiner"))


def keeps_thing(view: View, cue: Occurrence, start: int) -> bool:
    """Say whether a thing is maintained, no clause: "maintains its fleet", not "its ships never left"."""
    if cue.entry.lemma != "maintain" or not view.is_word(start, "possessive"):
        return False
    near = range(start + 2, min(len(view.low), start + 4))
    return not any(view.low[k] == "never" or view.is_word(k, "auxiliary") for k in near)

"""No statement: "refused to comment", "did not respond to requests", "could not be reached for comment"."""

from __future__ import annotations

from tasks.claims.cues.cue_words import act_verbs, word_class
from tasks.claims.cues.several_words.made import entry_of, made_of
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import View

_QUESTIONS = frozenset({"who", "what", "whether", "how", "if", "where", "when", "why", "which", "more"})
_NEITHER = frozenset({("confirm", "nor", "deny"), ("confirmed", "nor", "denied")})
_COMMENTS = (("comment",), ("comments",), ("statement",))
_ASKED = frozenset({"why", "how", "whether"})  # "asked why the army had remained silent"
_MAKING = frozenset({"made", "make", "gave", "offered", "had", "provided", "issued"})
_GIVING = frozenset(  # "did not offer any comment", "has not issued a statement"
    {"make", "give", "offer", "provide", "issue", "made", "given", "offered", "provided", "issued"}
)
_NO, _ANY = frozenset({"no"}), frozenset({"a", "an", "any"})
_WITHHELD = word_class("withheld")
_TELLING = frozenset({"say", "discuss", "elaborate", "speculate", "disclose", "reveal", "confirm"})
_COMMENTING = frozenset({"comment", "commented", "respond", "responded", "reply", "replied"})
SILENCES = (
    _MAKING | _GIVING | _TELLING | _COMMENTING | {"confirmed", "reached", "remained"}
)  # of which one begins each


def no_comment(view: View, i: int, word: str) -> Occurrence | None:
    """Read "refused to comment", "did not immediately respond", "made no comment"."""
    after = view.low[i + 1 : i + 5]
    ends = 0
    if word in act_verbs("refusal") and after[:1] == ("to",) and after[1:2] and after[1] in _WITHHELD:
        ends = i + 3 if _is_refused(view, i + 2) else 0
    elif word in _COMMENTING and _is_silent(view, i):
        start, _, _ = verb_group(view, i)
        return _made_silent(view, start, i + 1)
    elif word in _MAKING and _comment_at(after, _NO):
        ends = i + 1 + _comment_at(after, _NO)
    elif word in _GIVING and _comment_at(after, _ANY) and _did_not(view, i):
        start, _, _ = verb_group(view, i)
        return _made_silent(view, start, i + 1 + _comment_at(after, _ANY))
    elif word in _TELLING and _would_not(view, i):
        start, _, _ = verb_group(view, i)
        return _made_silent(view, start, i + 1)
    elif word == "reached" and after[:2] == ("for", "comment"):
        start, _, _ = verb_group(view, i)
        return _made_silent(view, start, i + 3) if "not" in view.low[start:i] else None
    elif word == "remained" and after[:1] == ("silent",):
        ends = 0 if _ASKED.intersection(view.low[max(0, i - 12) : i]) else i + 2
    elif view.low[i - 1] == "neither" and (word, *after[:2]) in _NEITHER:
        start, _, _ = verb_group(view, i - 1)
        return _made_silent(view, start, i + 3)
    if not ends:
        return None
    return made_of(view, i, ends, entry_of(word, word, "no_comment", "no_comment", "itself"))


def _comment_at(after: tuple[str, ...], quantity: frozenset[str]) -> int:
    """Return how many words "no comment", "no immediate comment" take; 0 for others."""
    noun = 2 if after[1:2] in (("immediate",), ("further",), ("official",), ("public",)) else 1
    return noun + 1 if after[:1] and after[0] in quantity and after[noun : noun + 1] in _COMMENTS else 0


def _did_not(view: View, i: int) -> bool:
    _, helpers, negated = verb_group(view, i)
    return negated and bool(helpers - word_class("negation"))


def _would_not(view: View, i: int) -> bool:
    """Say whether somebody would not tell: "would not say who", "would not discuss"; not "had not said"."""
    _, helpers, negated = verb_group(view, i)
    asked = view.low[i] != "say" or view.low[i + 1] in _QUESTIONS if i + 1 < len(view.low) else True
    return negated and bool(helpers & {"would", "wouldn"}) and asked


def _is_refused(view: View, i: int) -> bool:
    """Say whether a verb after "refused to" is one of saying: "give details", not "give up the town"."""
    after = view.low[i + 1 : i + 4]
    if view.low[i] in ("give", "provide"):
        return any(
            w in ("details", "detail", "information", "comment", "figures", "statement") for w in after
        )
    if view.low[i] == "be":
        return after[:1] in (("drawn",), ("named",), ("interviewed",), ("identified",))
    return True


def _is_silent(view: View, i: int) -> bool:
    if not _did_not(view, i):
        return False
    if view.low[i].startswith("comment"):
        return True
    return view.low[i + 1 : i + 2] == ("to",) and any(
        w.startswith(("request", "quer", "question")) for w in view.low[i + 2 : i + 6]
    )


def _made_silent(view: View, start: int, end: int) -> Occurrence:
    entry = entry_of(view.low[end - 1], "comment", "no_comment", "no_comment", "itself")
    return Occurrence(start, start, end, entry, "active", True, frozenset())

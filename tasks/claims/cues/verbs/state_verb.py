"""Forms of cues that tell a state of mind or an error and say nothing."""

from __future__ import annotations

from tasks.claims.cues.cue_words import CueEntry, source_heads, word_class
from tasks.claims.cues.verbs.opens_clause import opens_clause
from tasks.claims.cues.view import View

_WEIGHING = word_class("weighing")
_IN_ERROR = frozenset({"mistakenly", "wrongly", "erroneously", "incorrectly", "falsely"})
_NAME = 9  # tokens of a name with its marks
_LIVES = frozenset({"life", "lives"})


def is_state(view: View, start: int, i: int, entry: CueEntry) -> bool:
    """Say whether a form tells a state of mind: "a neighbour, worried that", "mistakenly identified it"."""
    if (
        entry.lemma == "claim"
        and not _LIVES.isdisjoint(view.low[i + 1 : i + 5])
        and view.low[i + 1] != "that"
    ):
        return True  # "After the bombings claimed the lives of 144 people"
    if entry.is_gerund and start == i and i and view.low[i - 1] in _WEIGHING:
        return True  # "would consider charging him"
    if entry.lemma == "consider" and entry.is_gerund and start < i:
        return True  # "was considering this"
    if entry.lemma in ("tell", "inform") and start == i and view.low[i + 1 : i + 2] == ("that",):
        noun = entry.lemma == "inform" and (view.is_capital(i - 1) or view.low[i - 1] in source_heads())
        return entry.is_participle and not noun  # "was handed a case and told that it held a recorder"
    if entry.lemma == "allege" and entry.is_participle and view.low[i - 1 if i else 0] == "and":
        return not opens_clause(view, i + 1, False)  # "his descent and alleged greed"
    if entry.lemma == "find" and start == i and view.low[i + 1 : i + 2] == ("dead",):
        return True  # "a woman found dead in the house was his sister"
    if entry.cue_class == "label" and any(word in _IN_ERROR for word in view.low[start:i]):
        return True
    if entry.lemma == "call" and start == i > 0 and view.low[i - 1] == "," and _is_named(view, i + 1):
        return True  # "the unit, called the Guard, took the town"
    named = entry.lemma in {"name", "dub", "identify"} and start == i and view.is_capital(i + 1)
    if entry.lemma == "identify" and "as" in view.low[i + 2 : i + _NAME]:
        return False  # "a guard identified X as the gunman"
    if named and any(word in ("a", "an") for word in view.low[max(0, i - 4) : i]):
        return True  # "a member named X"
    return entry.lemma == "worry" and start == i and view.low[i - 1 if i else 0] in (",", entry.form)


def _is_named(view: View, at: int) -> bool:
    """Say whether a name between commas stands here: "the Guard", 'the "Osk Division"'."""
    at += view.low[at : at + 1] == ("the",)
    quoted = at < len(view.low) and view.quote[at] >= 0
    name = at + (quoted and not view.low[at][:1].isalnum())
    close = next((k for k in range(name, min(len(view.low), name + _NAME)) if view.low[k] == ","), None)
    if close is None or close <= name:
        return False
    return view.is_capital(name) and all(view.is_capital(k) or view.quote[k] >= 0 for k in range(name, close))

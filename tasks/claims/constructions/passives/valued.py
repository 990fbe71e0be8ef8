"""Amounts that an agent gives: "damage, estimated by X at $4 million", "the loss was put at 31 by X"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from tasks.claims.contents.boundaries import clause_end
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.antecedent import antecedent
from tasks.claims.speakers.noun_phrase import phrase_after, phrase_before

VALUED = frozenset(
    {"estimated", "put", "placed", "valued", "assessed", "reckoned", "calculated", "set", "given", "listed"}
)
_BY = frozenset({"by"})
_ESTIMATED = frozenset({"estimated", "valued", "assessed", "calculated", "reckoned"})
_LOST = frozenset({"loss", "losses", "damage", "cost", "crowd", "population", "garrison", "toll"})
_LINKS = frozenset({"at", "as"})
_CURRENCIES = frozenset("$£€¥")
_NEAR = 5  # tokens between "at" and the number behind it
_REACH = 9  # tokens of "put at more than 31 men | by"
_ENDS = frozenset({",", ";", "and", "but", "while", "(", "who", "which", "that", "in", "when", "after", "by"})


def may_value(words: Set[str]) -> bool:
    """Say whether a sentence's words hold what an amount by somebody needs."""
    return "by" in words and not VALUED.isdisjoint(words)


def amounts_given(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return what is put at a number by whom "by" names, before that number or behind it."""
    if not may_value(view.sentence.words):
        return []
    found = []
    for by in view.places(_BY):
        if by < 2 or not view.is_free(by):
            continue
        verb = by - 1 if view.low[by - 1] in VALUED else _valued_before(view, by)
        second = _second_of(view, by) if verb is None else None
        verb = second if verb is None else verb
        if verb is None or any(d.cue[0] <= verb < d.cue[1] for d in drafts):
            continue
        phrase = _agent(view, by)
        if phrase is None or not is_source(view, phrase):
            continue
        behind = verb == by - 1 or second is not None
        amount = _amount(view, phrase[1], cuts) if behind else (verb + 1, by)
        thing = _thing(view, verb)
        if amount is None or thing is None or not _is_counted(view, verb, thing, amount):
            continue
        found.append(
            Draft(
                content=(thing, amount),
                cue=(verb, verb + 1),
                cue_class="assessment",
                claimant=phrase,
                claim_type="assessment" if view.low[verb] == "estimated" else "statement",
                rule="passive_by",
                lemma="estimate",
            )
        )
    return found


def _valued_before(view: View, by: int) -> int | None:
    """Return the participle of "put at 31 men | by"; None where no amount stands between."""
    for k in range(by - 2, max(0, by - _REACH), -1):
        if view.low[k] in (",", ";") or (view.finite[k] and view.low[k] not in VALUED):
            return None
        if view.low[k] in VALUED:
            return k if view.low[k + 1] in _LINKS and _counts(view, k + 2, by) else None
    return None


def _second_of(view: View, by: int) -> int | None:
    """Return the participle of "put by X at 12 and | by Y at 40"; None where no other agent stands before."""
    if view.low[by - 1] != "and":
        return None
    for k in range(by - 2, max(0, by - _REACH), -1):
        if view.low[k] in (",", ";") or (view.finite[k] and view.low[k] not in VALUED):
            return None
        if view.low[k] in VALUED:
            return k if view.low[k + 1] == "by" else None
    return None


def _agent(view: View, by: int) -> Range | None:
    """Return X of "by X at $4 million"."""
    phrase = phrase_after(view, by + 1)
    if phrase is None:
        return None
    at = next((k for k in range(phrase[0] + 1, phrase[1]) if view.low[k] in _LINKS), phrase[1])
    return (phrase[0], at)


def _amount(view: View, at: int, cuts: Sequence[int]) -> Range | None:
    """Return "at $4 million" behind the agent; None where no number follows."""
    if view.low[at : at + 1] == () or view.low[at] not in _LINKS:
        return None
    end = clause_end(view, at, cuts)
    number = next((k for k in range(at + 1, min(end, at + _NEAR)) if _counts(view, k, k + 1)), None)
    if number is None:
        return None
    close = next((k for k in range(number + 1, end) if view.low[k] in _ENDS), end)
    if view.low[close : close + 1] == ("(",):  # "at $4 million (about 6 million today)"
        close = next((k + 1 for k in range(close, min(end, close + _REACH)) if view.low[k] == ")"), close)
    return (at, close)


def _counts(view: View, start: int, end: int) -> bool:
    """Say whether a number or an amount of money stands between tokens."""
    return any(
        view.tokens[k].kind == "number"
        or view.low[k][:1] in _CURRENCIES
        or (view.is_word(k, "amount") and not view.is_word(k, "determiner"))
        for k in range(start, min(end, len(view.low)))
    )


def _thing(view: View, verb: int) -> Range | None:
    """Return what is put at a number: the subject of "was put", or the noun that a participle follows."""
    start, helpers, _ = verb_group(view, verb)
    if helpers & word_class("be"):
        return phrase_before(view, start)
    thing = antecedent(view, verb)
    if thing is not None and view.is_word(thing[0] - 1, "be"):
        return phrase_before(view, thing[0] - 1)  # "Losses were high, estimated by"
    return thing


def _is_counted(view: View, verb: int, thing: Range, amount: Range) -> bool:
    """Say whether a thing is one that is counted: not "the flag was placed by soldiers at two gates"."""
    if view.low[verb] in _ESTIMATED or any(view.low[k][:1] in _CURRENCIES for k in range(*amount)):
        return True
    words = view.low[slice(*thing)]
    nouns = any(w in word_class("toll_noun") or w in word_class("size_noun") for w in words)
    return nouns or any(view.tokens[k].kind == "number" for k in range(*thing)) or words[-1] in _LOST

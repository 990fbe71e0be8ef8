"""A second speaker whose verb is the first one's: "The army said that A, and the rebels that B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.contents.boundaries import clause_end
from tasks.claims.cues.cue_words import cue_entries, word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import Range, View

_THAT = frozenset({"that"})
_JOINS = frozenset({"and", "while", "but", "whereas"})
_OTHERS = frozenset({"others", "another"})
_LONGEST = 7  # words of the second speaker
_NEW_VERB = frozenset(
    {"and", "or", "but", "while", "who", "which", "that", "when", "where", "as", "after", "before"}
    | {"because", "if", "whether", "than", "what", "since", "although", ",", ";"}
)


def verb_shared(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the statements of speakers behind ", and" whose verb of saying stands only before.

    Args:
        view: the sentence.
        cuts: where other statements begin.
        drafts: the statements found by verbs.
    """
    others = not _OTHERS.isdisjoint(view.sentence.words)
    if not drafts or view.low.count("that") < (1 if others else 2):
        return []
    found = []
    begun = {part[0] for draft in drafts for part in draft.content}
    for k in view.places(_THAT):
        if k + 1 in begun:
            continue  # "but Quist's account states that": a verb of its own
        join = _join_before(view, k) if view.is_free(k) and k + 2 < len(view.low) else None
        first = _sayer(view, join, drafts) if join is not None else None
        if join is None or first is None or not _speaks(view, (join + 1, k)):
            continue
        end = clause_end(view, k + 1, cuts)
        if not view.finite[k + 1] and _is_whole(view, k + 1, end):
            found.append(
                replace(
                    first,
                    content=((k + 1, end),),
                    claimant=(join + 1, k),
                    rule="verb_shared",
                    left=join - 1 if view.low[join] in _JOINS else join,
                    inherited=False,
                    addressee=None,
                    medium=None,
                )
            )
    return found


def _join_before(view: View, that: int) -> int | None:
    """Return the "and" of ", and the rebels that"; None if anything but a noun phrase stands between."""
    for k in range(that - 2, max(0, that - _LONGEST - 2), -1):
        if view.low[k] in _JOINS:
            return k if view.low[k - 1] == "," else None
        if view.low[k] == "," and view.low[k + 1] in _OTHERS and k + 2 == that:
            return k  # "some say that A, others that B"
        if view.finite[k] or view.low[k] in (",", ";") or not view.is_free(k):
            return None
    return None


def _sayer(view: View, join: int, drafts: Sequence[Draft]) -> Draft | None:
    """Return the statement with "that" and a subject of its own that the second one stands beside."""
    near = [
        d
        for d in drafts
        if d.rule == "said_that"
        and d.content[0][0] < join <= d.content[0][1] + 1
        and (view.low[d.content[0][0] - 1] == "that" or view.low[join + 1] in _OTHERS)
        and not d.inherited
    ]
    return near[-1] if near else None


def _speaks(view: View, phrase: Range) -> bool:
    """Say whether a phrase names somebody: no account, fact or text, with which "that" goes as well."""
    nouns = ("claim_noun", "account_noun", "fact_noun", "text_noun", "report_noun", "time_noun")
    end = phrase[1]
    last = view.low[end - 1]
    if end - phrase[0] > 1 and last in cue_entries() and view.low[end - 2].endswith("s"):
        return False  # "while other reports state that": a verb of their own
    if not view.is_capital(end - 1) and not is_source(view, (end - 1, end), by_noun=True):
        return False  # "and Osman adds that": a verb that no list holds
    return is_source(view, phrase) and not any(last in word_class(name) for name in nouns)


def _is_whole(view: View, start: int, end: int) -> bool:
    """Say whether each verb has a clause: not "the men that the army had captured were shot"."""
    seen = False
    for k in range(start, end):
        if view.low[k] in _NEW_VERB:
            seen = False
        elif view.finite[k] and not _is_helped(view, k):
            if seen:
                return False
            seen = True
    return view.has_finite(start, end)


def _is_helped(view: View, at: int) -> bool:
    """Say whether a verb goes on with an auxiliary before it: "had captured", "had also been shot"."""
    k = at - 1
    while view.is_adverb(k) or view.low[k] == "been":
        k -= 1
    return view.is_word(k, "auxiliary") or view.is_word(k, "modal")

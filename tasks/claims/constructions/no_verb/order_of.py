"""Orders that a noun attributes: "received orders from X to leave", "the order that X's staff gave to"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.no_verb.noun_claim import may_speak
from tasks.claims.contents.boundaries import clause_end, trim_end
from tasks.claims.contents.one_clause import one_clause_end
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.antecedent import antecedent
from tasks.claims.speakers.noun_phrase import phrase_after

ORDERS = frozenset({"order", "orders", "instruction", "instructions", "directive", "directives"})
_GIVEN = frozenset({"given", "issued", "sent", "received", "relayed", "signalled"})
_GIVING = frozenset({"that", "which", "had", "was", "were", "been", "just", "earlier"}) | _GIVEN
_FROM = frozenset({"from", "by"})
_DEED = 12  # tokens of "to abandon the ship was finally given"
_LONGEST = 5  # tokens of "that had just been given"


def order_of(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return what somebody's orders are to do, outside what the other statements say.

    Args:
        view: the sentence.
        cuts: where other statements begin.
        drafts: the statements found before.
    """
    found = []
    for i in view.places(ORDERS):
        if not i or not view.is_free(i) or any(a <= i < b for d in drafts for a, b in (*d.content, d.cue)):
            continue
        author = _author(view, i + 1)
        claimant = author or _owner(view, i) or _giver(view, i + 1)
        at = i + 1 if author is None else author[1]
        if claimant is None or not _opens_deed(view, at):
            continue
        end = _before_verb(view, at, one_clause_end(view, at, clause_end(view, at, cuts)))
        found.append(
            Draft(((at, end),), (i, i + 1), "directive", claimant, "demand", "noun_that", "order", left=None)
        )
    return found


def _author(view: View, at: int) -> Range | None:
    """Return X of "from X", "given by X" and "that had been issued by X" behind the noun."""
    k = at
    while k < min(len(view.low) - 2, at + _LONGEST) and view.low[k] in _GIVING:
        k += 1
    if view.low[k] not in _FROM or (view.low[k] == "by" and k == at):
        return None
    phrase = phrase_after(view, k + 1)
    if phrase is None:
        return None
    phrase = (phrase[0], next((to for to in range(*phrase) if _opens_deed(view, to)), phrase[1]))
    return phrase if phrase[0] < phrase[1] and is_source(view, phrase) else None


def _giver(view: View, at: int) -> Range | None:
    """Return X of "the order to leave was given by X"."""
    if not _opens_deed(view, at):
        return None
    by = next((k for k in range(at + 2, min(len(view.low) - 1, at + _DEED)) if view.low[k] == "by"), None)
    if by is None or view.low[by - 1] not in _GIVEN or not view.is_word(by - 2, "be"):
        return None
    phrase = phrase_after(view, by + 1)
    if phrase is None or not is_source(view, phrase):
        return None
    hour = (k for k in range(phrase[0] + 1, phrase[1] - 1) if view.low[k] in ("at", "on"))
    return (phrase[0], next((k for k in hour if view.low[k + 1][0].isdigit()), phrase[1]))


def _owner(view: View, at: int) -> Range | None:
    """Return "the admiral" of "the admiral's orders"."""
    if not view.low[at - 1].endswith(("'s", "’s", "s'", "s’")):
        return None
    owner = antecedent(view, at)
    return owner if owner is not None and may_speak(view, owner) else None


def _before_verb(view: View, at: int, end: int) -> int:
    """Return where a deed ends before the sentence's verb: "to attack | came late", "to leave | and left"."""
    for k in range(at + 2, end):
        if any(view.is_word(k, name) for name in ("relative", "subordinator", "personal")):
            return end
        if view.finite[k]:
            return trim_end(view, at, k)
    return end


def _opens_deed(view: View, at: int) -> bool:
    """Say whether "to" and a verb stand there: "to leave", not "to the fleet"."""
    if view.low[at : at + 1] != ("to",) or at + 2 >= len(view.low):
        return False
    noun = view.is_word(at + 1, "determiner") or view.is_capital(at + 1) or view.is_word(at + 1, "possessive")
    return not noun and view.tokens[at + 1].kind != "number"

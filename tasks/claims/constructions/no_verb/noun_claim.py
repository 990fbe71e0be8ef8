"""Nouns that attribute a clause: "his insistence that C", "testimony from X that C", "the view was that"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.contents.boundaries import clause_end
from tasks.claims.cues.cue_words import cue_entries, people_nouns, source_heads, word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.antecedent import antecedent
from tasks.claims.speakers.noun_phrase import phrase_after
from tasks.model.claim import ClaimType

_TYPES: dict[str, ClaimType] = {
    "accusation": "accusation", "accusations": "accusation", "admission": "admission",
    "allegation": "accusation", "allegations": "accusation",
    "confession": "admission", "denial": "denial", "denials": "denial", "threat": "threat",
    "threats": "threat", "prediction": "assessment", "predictions": "assessment",
    "estimate": "assessment", "assessment": "assessment", "theory": "assessment",
}  # fmt: skip
_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_MAIN = frozenset({"was", "were", "is", "are", "has", "have", "had", "could", "cannot", "can", "remains"})
_WEIGHED = word_class("weighed")
_BY = frozenset({"by"})
_ALSO_NOUNS = frozenset({"claim", "report", "charge"})
_MADE_BY = (("made", "by"), ("voiced", "by"), ("raised", "by"), ("spread", "by"))
_REACH = 12  # tokens from "that" back to the noun of "claims by X that"
_ASIDE = 24  # tokens between commas that may stand between the noun and its "that"


def claim_nouns() -> frozenset[str]:
    """Return nouns of which a sentence must hold one for a statement that a noun attributes or sums up."""
    return word_class("claim_noun") | word_class("account_noun")


def noun_claims(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the statements that a noun of saying attributes, outside what the others say.

    Args:
        view: the sentence.
        cuts: where other statements begin.
        drafts: the statements found by verbs and prepositions.
    """
    found = _judged(view, drafts) + _made_and_judged(view, drafts)
    nouns = word_class("claim_noun")
    for i in view.places(nouns):
        if i >= len(view.low) - 2 or not view.is_free(i) or _is_said(i, drafts):
            continue
        start = _clause(view, i + 1)
        claimant = _owner(view, i) or _author(view, i, start) if start is not None else None
        if start is None or claimant is None or any(d.content[0][0] == start for d in drafts):
            continue  # "warned in its statement that C"
        end = clause_end(view, start, cuts)
        if _is_subject(view, i):
            end = _before_main_verb(view, start, end)
        end = next((k for k in range(start, end) if _closes(view, k)), end)
        if end > start:
            kind = _TYPES.get(view.low[i], "statement")
            found.append(replace(_draft(((start, end),), i, claimant), claim_type=kind))
    return found


def as_judged(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the statements, those of "Rebel claims that C were denied by Y" without the verb behind C."""
    if len(drafts) < 2:  # it takes a claim and what judges it
        return list(drafts)
    judged = {d.content[0][0]: d for d in drafts if d.rule == "passive_by" and d.cue_class == "denial"}
    found = []
    for d in drafts:
        may_be_noun = d.rule == "said_that" and d.lemma in _ALSO_NOUNS  # not "said an offer was refused"
        by = judged.get(d.content[0][0]) if may_be_noun else None
        holds = by is not None and by.cue[0] < d.content[-1][1]
        found.append(replace(d, content=by.content[:1], rule="noun_that") if by and holds else d)
    return found


def _judged(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Read ", an allegation denied by X": what sums up the statement before, and who judges it."""
    found = []
    for by in view.places(_BY):
        i = by - 1
        if not 2 <= i < len(view.low) - 2 or view.low[i - 1] not in word_class("account_noun"):
            continue
        entry = next((e for e in cue_entries().get(view.low[i], ()) if e.cue_class == "denial"), None)
        start = next((k for k in range(i - 1, max(0, i - 5), -1) if view.low[k] in ("a", "an")), None)
        if entry is None or start is None or view.low[start - 1] != "," or _is_said(i, drafts):
            continue
        phrase = phrase_after(view, i + 2)
        if phrase is not None and is_source(view, phrase):
            one = _draft(((start, i),), i, phrase)
            found.append(
                replace(one, cue_class="denial", claim_type="denial", lemma=entry.lemma, left=start - 1)
            )
    return found


def _made_and_judged(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Read who claimed it in "Claims by X that C were rejected by Y": X says what Y judges."""
    found = []
    for d in drafts:
        start, end = d.content[0]
        if d.rule != "passive_by" or d.cue_class != "denial" or view.low[start - 1] != "that":
            continue
        for i in range(start - 2, max(-1, start - _REACH), -1):
            if view.low[i] not in claim_nouns() or not view.is_free(i) or _clause(view, i + 1) != start:
                continue
            claimant = _owner(view, i) or _author(view, i, start)
            if claimant is not None:
                found.append(_draft(((start, end),), i, claimant))
            break
    return found


def _is_said(at: int, drafts: Sequence[Draft]) -> bool:
    """Say whether a token lies within a statement or its cue."""
    return any(start <= at < end for d in drafts for start, end in (*d.content, d.cue, d.claimant or d.cue))


def _is_subject(view: View, at: int) -> bool:
    """Say whether a noun opens the sentence as its subject: "His claim that C gave hope" has a verb in C."""
    opens = view.low[0] in {"despite", "with", "after", "following"}
    that = next((k for k in range(at + 1, min(len(view.low), at + _ASIDE)) if view.low[k] == "that"), at)
    copula = any(word in {"was", "is", "remains", "remained"} for word in view.low[at + 1 : that])
    return not opens and not view.has_finite(0, at) and not copula


def _before_main_verb(view: View, start: int, end: int) -> int:
    """Return where C ends in "The army's claim that C was disputed"; `start` if no such verb is known."""
    verbs = [k for k in range(start + 2, end) if view.low[k] in _MAIN and not view.is_word(k - 1, "relative")]
    for k in reversed(verbs):
        near = view.low[k + 1 : min(len(view.low), k + 5)]
        if not _WEIGHED.isdisjoint(near) and view.has_finite(start, k) and view.is_free(k):
            return k
    return start


def _clause(view: View, at: int) -> int | None:
    """Return where the clause after "that" begins: right behind a noun, behind its author, or an aside."""
    k = at + (view.low[at : at + 2] in _MADE_BY)
    if view.low[k] in ("from", "by"):
        phrase = _named_after(view, k + 1)
        if phrase is None:
            return None
        k = phrase[1]
    elif view.low[k] == ",":
        k = next((j + 1 for j in range(k + 1, min(len(view.low) - 1, k + _ASIDE)) if view.low[j] == ","), k)
    if view.low[k : k + 1] in (("was",), ("is",), ("remains",), ("remained",)):
        k += 1
    if view.low[k : k + 1] != ("that",) or k + 2 >= len(view.low):
        return None
    return k + 1 if not view.finite[k + 1] and view.has_finite(k + 1, len(view.low)) else None


def _owner(view: View, at: int) -> Range | None:
    """Return "his" of "his insistence", "the minister's" without its mark of "the minister's claim"."""
    k = at - 1
    while k > 0 and not view.low[k].endswith(("'s", "’s", "s'")) and view.low[k] not in _POSSESSIVES:
        if view.is_word(k, "preposition") or view.finite[k] or view.low[k] == "," or at - k > 3:
            return _of_position(view, at, k)
        k -= 1
    if view.low[k] in _POSSESSIVES:
        return (k, k + 1)
    owner = antecedent(view, k + 1) if view.low[k].endswith(("'s", "s'")) else None
    return owner if owner is not None and may_speak(view, owner) else _of_position(view, at, -1)


def may_speak(view: View, owner: Range) -> bool:
    """Say whether "the army's" is somebody's who can claim something: a name, an office, a body, people."""
    noun = view.low[owner[1] - 1].removesuffix("'s").removesuffix("'")
    if noun in source_heads() or noun in people_nouns():
        return True
    named = range(owner[0], owner[1])
    return any(view.is_capital(k) and not (k == 0 and view.is_word(k, "determiner")) for k in named)


def _of_position(view: View, at: int, before: int) -> Range | None:
    """Return the phrase of "The official army position was that C"; None for other nouns."""
    if view.low[at] not in ("position", "line", "view", "version") or "was" not in view.low[at + 1 : at + 18]:
        return None
    start = 0 if before <= 0 or not view.has_finite(0, before) else before + 1
    return (start, at + 1) if start < at else None


def _author(view: View, at: int, start: int) -> Range | None:
    """Return X of "testimony from X that C"."""
    at += view.low[at + 1 : at + 3] in _MADE_BY  # "the allegation made by X that C"
    if view.low[at + 1] not in ("from", "by"):
        return None
    phrase = _named_after(view, at + 2)
    return phrase if phrase is not None and phrase[1] < start and is_source(view, phrase) else None


def _named_after(view: View, at: int) -> Range | None:
    """Return the noun phrase at a token; a name in quotation marks is one."""
    end = at
    while end < len(view.low) and view.quote[end] >= 0 and view.quote[end] == view.quote[at]:
        end += 1
    return (at, end) if end > at else phrase_after(view, at)


def _closes(view: View, at: int) -> bool:
    """Say whether a comma ends the clause, which opens a sentence whose main clause follows."""
    opens = view.low[0] in ("despite", "with", "after", "following")
    return opens and view.low[at] == "," and view.is_free(at)


def _draft(content: tuple[Range, ...], cue: int, claimant: Range) -> Draft:
    return Draft(
        content=content,
        cue=(cue, cue + 1),
        cue_class="noun",
        claimant=claimant,
        claim_type="statement",
        rule="noun_that",
        lemma="claim",
    )

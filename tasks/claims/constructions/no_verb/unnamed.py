"""Statements that nobody is named for: "Reportedly, C", "there were reports that C"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.contents.boundaries import clause_end
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_before

_ALLEGEDLY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})


def unnamed_words() -> frozenset[str]:
    """Return words of which a sentence must hold one for a statement whose source is not named."""
    return _ALLEGEDLY | word_class("report_noun")


def unnamed(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the statements of a sentence whose source is not named."""
    return [d for d in (_reportedly(view, cuts, drafts), *_report_nouns(view, cuts)) if d is not None]


def _reportedly(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> Draft | None:
    """Read "Reportedly, C" and "X reportedly did Y" where no other claim holds the sentence."""
    if drafts:
        return None
    at = next((i for i in view.places(_ALLEGEDLY) if view.is_free(i)), None)
    if at is None:
        return None
    if at == 0:
        start = 2 if view.low[1:2] == (",",) else 1
        end = clause_end(view, start, cuts)
        return _draft(((start, end),), (0, 1), None, "reportedly") if end > start else None
    if not (
        view.finite[at - 1] or (at + 1 < len(view.low) and view.finite[at + 1] and view.low[at - 1] != ",")
    ):
        return None
    end = clause_end(view, at + 1, cuts)
    verb = at - 1 if view.finite[at - 1] else at
    subject = phrase_before(view, verb)
    if subject is None or view.has_finite(0, subject[0]) or end <= at + 1:
        return None
    return _draft((subject, (at + 1, end)), (at, at + 1), None, "reportedly")


def _report_nouns(view: View, cuts: Sequence[int]) -> list[Draft]:
    """Read "There were reports that C" (nobody) and "First reports were that C" (the reports)."""
    found: list[Draft] = []
    for i in view.places(word_class("report_noun")):
        if i >= len(view.low) - 2 or not view.is_free(i):
            continue
        after = view.low[i + 1]
        opening = view.low[max(0, i - 5) : i]
        claimed = view.low[i + 2] in word_class("claim_noun") and view.low[i + 3 : i + 4] == ("that",)
        if claimed:
            continue  # "there were reports that claim that C"
        if after == "that" and "there" in opening and view.has_finite(0, i):
            end = clause_end(view, i + 2, cuts)
            one = _draft(((i + 2, end),), (i, i + 1), None, "report_noun")
            there = i - 1 - opening[::-1].index("there")
            told = there > 0 and view.low[there - 1] != "," and view.has_finite(0, there)
            found.append(replace(one, left=None) if told else one)  # "said there were indications that C"
        elif after in ("were", "was", "are", "is") and view.low[i + 2] == "that":
            end = clause_end(view, i + 3, cuts)
            end = _before_but(view, i + 3, end)
            found.append(_draft(((i + 3, end),), (i, i + 2), phrase_before(view, i + 1), "report_noun"))
    return [d for d in found if d.content[0][0] < d.content[0][1]]


def _before_but(view: View, start: int, end: int) -> int:
    """Return where what the reports say ends: before the writer's "but"."""
    return next((k for k in range(start, end) if view.low[k] == "but" and view.is_free(k)), end)


def _draft(content: tuple[Range, ...], cue: Range, claimant: Range | None, rule: str) -> Draft:
    return Draft(
        content,
        cue,
        "noun" if rule == "report_noun" else "adverb",
        claimant,
        "statement",
        rule,
        "report",
        left=content[0][0],
    )

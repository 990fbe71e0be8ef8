"""Which statements of a sentence are kept: none of nobody, none that only says again what another says."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.cues.draft import Draft
from tasks.claims.cues.view import View

_PROVING = frozenset({"demonstrate", "show", "prove"})
_OF_THINGS = frozenset({"stated_thing", "figure_update", "told_of", "light_verb"})
_HEARSAY = frozenset({"allegedly", "reportedly", "supposedly", "purportedly"})


def kept(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that are statements of their own."""
    return [
        d
        for d in drafts
        if not _is_article(view, d)
        and not ((_is_nobody(view, d) or _is_thought(view, d)) and _is_within(d, drafts))
        and not _is_restated(view, d, drafts)
        and not _says_again(view, d, drafts)
        and not is_hearsay(view, d, drafts)
    ]


def _is_article(view: View, draft: Draft) -> bool:
    """Say whether a draft's claimant is an article without its noun: nobody can tell who speaks."""
    return draft.claimant is not None and view.low[slice(*draft.claimant)] in (("the",), ("a",), ("an",))


def _is_nobody(view: View, draft: Draft) -> bool:
    """Say whether a draft has no claimant, or "no group" as one."""
    return draft.claimant is None or view.low[draft.claimant[0]] in {"no", "nobody", "none"}


def _is_thought(view: View, draft: Draft) -> bool:
    """Say whether a draft is what "he" or "they" believe: within what they say it is no statement apart."""
    if draft.cue_class == "belief" and draft.claimant is not None:
        return view.is_word(draft.claimant[0], "personal") or draft.lemma in _PROVING
    return draft.lemma in _PROVING


def _is_within(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a statement that nobody is named for is part of one that somebody makes."""
    return any(
        other is not draft
        and other.claimant is not None
        and any(start <= draft.content[0][0] and draft.cue[1] <= end for start, end in other.content)
        for other in drafts
    )


def _is_restated(view: View, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a draft says once more what another does: "read it condemns the attack"."""
    phrase = draft.claimant
    unsure = draft.is_negated and draft.rule == "said_that"  # "said it could not confirm that C"
    named = draft.rule == "described_as" and view.low[draft.cue[0] - 1] == "had"  # "said it had identified"
    if phrase is None or not (unsure or named or draft.rule in _OF_THINGS):
        return False
    if not view.is_word(phrase[0], "personal") and draft.cue_class != "stance":
        return False
    if draft.rule == "light_verb" and view.low[phrase[0] - 1] == "that":
        return any(d is not draft and d.content[0][0] < phrase[0] < d.content[0][1] for d in drafts)
    return any(d is not draft and d.content[0][0] == phrase[0] for d in drafts)


def is_hearsay(view: View, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a statement is only part of another: "said he met X, who allegedly told him", a poll's."""
    if draft.claimant is None or not _is_within(draft, drafts):
        return False
    if "%" in view.low[slice(*draft.claimant)] or "percent" in view.low[slice(*draft.claimant)]:
        return draft.cue_class == "belief"
    return view.low[draft.cue[0] - 1] in _HEARSAY


def _says_again(view: View, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a verb behind a quotation repeats the one before it: 'Quist said, "C," Quist said'."""
    if draft.rule != "postposed" or draft.claimant is None:
        return False
    start, end = draft.content[0]
    return any(
        d.lemma == draft.lemma
        and d.claimant is not None
        and d.claimant[0] == start
        and d.content[-1][1] == end
        and view.low[slice(*d.claimant)] == view.low[slice(*draft.claimant)]
        for d in drafts
    )

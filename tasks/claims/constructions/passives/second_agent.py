"""Two agents of one passive: "was described by X as A and by Y, the mayor, as B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.contents.boundaries import phrase_end
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_after

_BY = frozenset({"by"})
_LONGEST = 9  # tokens of the second agent


def with_second_agents(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the statements, those of a passive with two agents as two."""
    if view.low.count("by") < 2 or not any(d.rule == "passive_by" for d in drafts):
        return list(drafts)
    found: list[Draft] = []
    for draft in drafts:
        by = _second_by(view, draft) if draft.rule == "passive_by" else None
        second = None if by is None else _second(view, cuts, draft, by)
        if by is None or second is None or draft.claimant is None:
            found.append(draft)
            continue
        content = tuple((a, min(b, by - 1)) for a, b in draft.content if a < by - 1)
        found.append(
            replace(draft, claimant=(draft.claimant[0], min(draft.claimant[1], by - 1)), content=content)
        )
        found.append(second)
    return found


def _second_by(view: View, draft: Draft) -> int | None:
    """Return the "by" of "and by Y" behind the first agent; None where another verb stands between."""
    if draft.claimant is None or draft.claimant[0] < draft.cue[1]:
        return None
    for by in view.places(_BY):
        if by <= draft.claimant[0] + 1 or not view.is_free(by) or view.low[by - 1] != "and":
            continue
        between = range(draft.claimant[0], by)
        return None if any(view.finite[k] and view.quote[k] < 0 for k in between) else by
    return None


def _second(view: View, cuts: Sequence[int], draft: Draft, by: int) -> Draft | None:
    """Return what the second agent says of the same subject."""
    phrase = phrase_after(view, by + 1)
    if phrase is None:
        return None
    phrase, as_what = _with_label(view, phrase, cuts)
    if not is_source(view, phrase) or view.low[phrase[0]].endswith("ing"):
        return None
    first_label = any(a > draft.claimant[0] for a, _ in draft.content) if draft.claimant else False
    if first_label and as_what is None:
        return None  # "described by X as a crime committed by A and by B"
    parts = tuple(p for p in draft.content if p[1] <= (draft.claimant[0] if draft.claimant else 0))
    content = parts if as_what is None else (draft.content[0], as_what)
    return replace(draft, claimant=phrase, content=content, left=None) if content else None


def _with_label(view: View, phrase: Range, cuts: Sequence[int]) -> tuple[Range, Range | None]:
    """Return Y and "as B" of "by Y, the mayor, as B"; None for the label where there is none."""
    at = next(
        (k for k in range(phrase[0] + 1, min(len(view.low), phrase[0] + _LONGEST)) if view.low[k] == "as"),
        None,
    )
    if at is None or any(view.finite[k] for k in range(phrase[0], at)):
        return phrase, None
    end = at - 1 if view.low[at - 1] == "," else at
    return (phrase[0], end), (at, phrase_end(view, at, cuts))

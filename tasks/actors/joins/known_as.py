"""Names that nothing decides but what they are other names of: "the Xenda Brigade, known as Los Xendas"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from tasks.actors.context.sightings import Form
from tasks.actors.joins.equated_beside import KNOWN_AS, OTHERWISE
from tasks.actors.kinds.decision import Decision, decided

_BODIES = frozenset(("armed_group", "media", "military", "monitor", "organisation", "party", "person"))
_FARTHEST = 60  # code points between two names of one actor


def as_known(forms: Mapping[str, Form], decisions: dict[str, Decision], text: str) -> None:
    """Let a name that an actor "is known as" be what the actor is."""
    due = [k for k, form in forms.items() if decisions[k].rule == "no_evidence" and form.count("named")]
    if not due:
        return
    ends = sorted(
        (seen.span.end, decisions[key].kind)
        for key, form in forms.items()
        if decisions[key].kind in _BODIES
        for seen in form.sightings
    )
    offsets = [end for end, _ in ends]
    for key in due:
        for seen in forms[key].sightings:
            at = bisect_left(offsets, seen.span.start) - 1
            if at < 0 or offsets[at] < seen.span.start - _FARTHEST or "named" not in seen.evidence:
                continue
            if KNOWN_AS.fullmatch(text, offsets[at], seen.span.start) or OTHERWISE.fullmatch(
                text, offsets[at], seen.span.start
            ):
                decisions[key] = decided(ends[at][1], "known_as")
                break

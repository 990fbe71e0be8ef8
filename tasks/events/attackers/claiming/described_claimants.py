"""Groups that a described claimant of an attack names: "the militant groups X and Y", "the branch X"."""

from __future__ import annotations

from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook, Mention
from tasks.model.claim import Claim

_OF_WHOM = late_pattern(r", (?:an?|the|one of) .*\bof (?:the )?$")
_FACTION = late_pattern(r"(?:[\"”]? \([^()]*\))?[^,]{0,20}, (?:an?|the|one of) ")
_ENDS_NAME = late_pattern(r"[\"”]?(?: \([^()]*\)|\))?,")
_BEHIND = late_pattern(
    r"(?: [A-Z]\w+)?[- ](?:linked|affiliated|aligned|allied|backed|inspired|trained|sponsored)\b"
    r"| (?:offshoot|affiliate|branch)\b"
)


def groups_named(claim: Claim, actors: ActorBook, text: str) -> list[Mention]:
    """Return the groups that a described claimant names: "the militant groups X and Y", "the branch X"."""
    assert claim.claimant is not None
    inside = [
        m
        for m in actors.beginning_in(claim.claimant)
        if claim.claimant.contains(m.span) and len(m.span) < len(claim.claimant) and m.method != "claimant"
    ]
    is_pair = text.startswith(("both ", "Both "), claim.claimant.start)
    is_quoted = text.startswith(('"', "“", 'the "', "the “"), claim.claimant.start)  # no state's army is
    more = (("unknown",) if is_pair else ()) + (("military",) if is_quoted else ())
    kinds = ("armed_group", "organisation", "party", *more)
    is_group = any(actors.actors[m.actor].kind == "armed_group" for m in inside)
    inside = [
        m
        for m in inside
        if (kind := actors.actors[m.actor].kind) in kinds
        or (is_group and kind == "military" and text.endswith((" and ", " and the "), 0, m.span.start))
    ]  # "X and the Y Brigade"
    inside = [m for m in inside if not _BEHIND.match(text, m.span.end)]
    lead = text[claim.claimant.start : min((m.span.start for m in inside), default=0)]
    if _OF_WHOM.search(lead):  # "the X group, a faction of Y"
        return []
    cut = min((m.span.end for m in inside), default=claim.claimant.end)
    if _FACTION.match(text, cut):  # "X, a faction of Y": X alone
        inside = [m for m in inside if m.span.end <= cut]
    outer = [m for m in inside if not any(o is not m and o.span.contains(m.span) for o in inside)]
    last = max((m.span.end for m in outer), default=0)
    is_list = len(outer) > 1 or (len(outer) == 1 and last == claim.claimant.end)
    is_list = is_list or (
        len(outer) == 1 and _FACTION.match(text, cut) is not None and _ENDS_NAME.match(text, last) is not None
    )
    return outer if is_list else []

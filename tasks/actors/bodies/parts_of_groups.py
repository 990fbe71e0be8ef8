"""Brigades and units of an armed group: "the XYZ's Osk Brigade", "a Service Unit (SU) of the XYZ"."""

from __future__ import annotations

from tasks.actors.known.entries import Entries
from tasks.lexicons.late_pattern import late_pattern

_OF = late_pattern(r"(?: \([A-Z]{2,6}\))? of (?:the )?")
_OWNER = ("'s ", "’s ")


def as_groups(entries: Entries, text: str) -> None:
    """Let a unit of no state, of which the text says that an armed group's it is, be of the group's kind."""
    due = [
        e for e in entries.values() if e.kind == "military" and e.method == "head" and e.country is None
    ]  # few
    if not due:
        return
    groups = [
        place.span
        for entry in entries.values()
        if entry.kind == "armed_group" and not entry.is_collective
        for place in entry.places
    ]
    starts, ends = {span.start for span in groups}, {span.end for span in groups}
    for entry in due:
        for place in entry.places:
            behind = _OF.match(text, place.span.end)
            is_owned = place.span.start - 3 in ends and text.startswith(_OWNER, place.span.start - 3)
            if is_owned or (behind is not None and behind.end() in starts):
                entry.kind = "armed_group"
                break

"""Brigades and units of an armed group: "XYZ Osk Brigade", "the XYZ's", "a Service Unit (SU) of the XYZ"."""

from __future__ import annotations

from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.armed_groups import is_armed_group
from tasks.actors.known.folded_names import fold
from tasks.lexicons.late_pattern import late_pattern

_OF = late_pattern(r"(?: \([A-Z]{2,6}\))? of (?:the )?")
_OWNER = ("'s ", "’s ")


def as_groups(entries: Entries, text: str) -> None:
    """Let a unit of no state, of which its name or the text says whose it is, be of its group's kind."""
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
    named = {e.key for e in entries.values() if e.kind == "armed_group" and not e.is_collective}
    starts, ends = {span.start for span in groups}, {span.end for span in groups}
    for entry in due:
        if _begins_with_group(entry, named):
            entry.kind = "armed_group"
            continue
        for place in entry.places:
            behind = _OF.match(text, place.span.end)
            is_owned = place.span.start - 3 in ends and text.startswith(_OWNER, place.span.start - 3)
            if is_owned or (behind is not None and behind.end() in starts):
                entry.kind = "armed_group"
                break


def _begins_with_group(entry: Entry, named: set[str]) -> bool:
    """Say whether a unit's name begins with that of an armed group, of the article or of the world."""
    for size in range(len(entry.words) - 1, 0, -1):
        front = " ".join(entry.words[:size])
        if (size > 1 or front.isupper()) and (fold(front) in named or is_armed_group(fold(front), front)):
            return True
    return False

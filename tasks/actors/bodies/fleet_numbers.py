"""Parts of a fleet with a number that are written in full and in letters.

"Task Force 16" is "TF 16", "Torpedo Squadron 8" is "VT-8", "Convoy PQ 17" is "PQ 17", "5th Marines" are the
"5th Marine Regiment".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.actors.known.actor_entries import Entries
from tasks.actors.known.merging import Join

_TASK = re.compile(r"(?:commander )?task (force|group|unit) (\d+)")
_SQUADRON = re.compile(r"([a-z ]+) squadron (\d+)")
_BOAT = re.compile(r"(?:motor |patrol )?torpedo boat (?:number |no )?(?:pt )?(\d+)|pt boat (\d+)")
_MARINES = re.compile(r"(\d+(?:st|nd|rd|th|d)) marines")


def fleet_numbers(entries: Entries) -> Iterator[Join]:
    """Yield the two names of each part of a fleet that an article writes in both ways."""
    for key in entries:
        short = _short(key)
        if short is not None and short != key and short in entries:
            yield key, short, "number"


def _short(key: str) -> str | None:
    """Return the folded short name of a part of a fleet, None for any other name."""
    if key.startswith("convoy "):
        return key.removeprefix("convoy ")
    task = _TASK.fullmatch(key)
    if task is not None:
        return f"t{task[1][0]} {task[2]}"
    boat = _BOAT.fullmatch(key)
    if boat is not None:
        return f"pt {boat[1] or boat[2]}"
    marines = _MARINES.fullmatch(key)
    if marines is not None:
        return f"{marines[1]} marine regiment"
    squadron = _SQUADRON.fullmatch(key)
    if squadron is None:
        return None
    return f"v{''.join(word[0] for word in squadron[1].split())} {squadron[2]}"

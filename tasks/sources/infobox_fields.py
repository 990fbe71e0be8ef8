"""Which canonical field an infobox key means, whatever the template and the writing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from tasks.lexicons.load import load

_SEPARATORS = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"(\D+?)(\d{1,2})([a-f]|deg|size)?")


def canonical_name(key: str) -> str | None:
    """Return the canonical name of an infobox key ("Executed By" -> "perpetrator"), None if unknown.

    Case and punctuation do not matter: "Executed By", "executed_by" and "executed-by" are one key.
    The number of a side is kept, a letter after it is not: "combatant2a" -> "combatant_2". Keys that
    say nothing of the event (images, maps, layout) have the name "ignore".
    """
    folded = folded_key(key)
    name = _entries().get(folded, ("", ""))[0]
    if name:
        return name
    match = _NUMBERED.fullmatch(folded)
    if not match:
        return None
    group = _entries().get(match.group(1), ("", ""))[1]
    if group == "ignore":
        return group
    return f"{group}_{int(match.group(2))}" if group and int(match.group(2)) else None


def folded_key(key: str) -> str:
    """Return the key in lower case without blanks and punctuation."""
    return _SEPARATORS.sub("", key).casefold()


@cache
def _entries() -> Mapping[str, tuple[str, str]]:
    return {folded_key(entry["key"]): (entry["name"], entry["numbered"]) for entry in load("infobox_fields")}

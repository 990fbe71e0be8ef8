"""Who speaks of figures and is none: "injuring 29, an official said", "one expert said they were killed"."""

from __future__ import annotations

from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line

_SAYS = frozenset({"said", "says", "say", "told", "stated", "announced", "added", "insisted"})
_REACH = 9  # words between "an army spokesman" and "said"


def speaks(line: Line, group: Group) -> bool:
    """Say whether a group behind a comma tells what comes before it: ", an army spokesman in Osk said"."""
    if line.word(group.first - 1) != "," or group.quantity.kind not in ("article", "number"):
        return False
    for at in range(group.last, min(len(line.words), group.last + _REACH)):
        if line.word(at) in _SAYS:
            return True
        if line.word(at) in {"and", ";", "or"} or line.word(at) in v.AUX or line.trigger_at(at) is not None:
            return False
        if line.group_at(at) is not None:
            return False
    return False


def says_clause(line: Line, at: int, end: int) -> bool:
    """Say whether a clause with its own subject begins behind "said": "one expert said they were killed"."""
    if line.word(at) not in _SAYS or line.word(at - 1) in v.AUX:
        return False
    return at + 1 < end and line.word(at + 1) not in {",", "to", "by"}

"""A body that shows that its bearer was killed: "his bullet-riddled body", "with two bullets in the head".

A body alone may be that of one who drowned or was ill.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.quantity import Quantity, read_quantity

SLAIN = v.role("slain")
_WOUNDS = v.role("wound")
SIGNS = SLAIN | _WOUNDS
_BODIES = frozenset(("body", "corpse", "remains"))
_SEVERAL = frozenset(("bodies", "corpses"))
_OF_ONE = frozenset(("his", "her"))
_DETERMINERS = _OF_ONE | {"the", "a", "an"}
_POSSESSIVE = ("'s", "’s")
_SHOWS = frozenset(("with", "bearing", "bore", "showing", "showed", "shot", "riddled"))
_REACH_BACK = 4  # tokens of "the badly mutilated, headless body"
_REACH = 14  # tokens from the body to its wounds: "was found in a ditch near Osk with two bullets"
_WOUND_REACH = 5  # tokens of "with at least two bullets"
_ENDS = frozenset((";", ":", "but", "while", "when", "who"))


def slain_body_bindings(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield one person for the first such body, where nothing else counts those killed."""
    if SIGNS.isdisjoint(line.words) or any(b.property == "killed" for b in bound):
        return
    yield from _several(line)
    for at in (i for i, word in enumerate(line.words) if word in _BODIES):
        start = _start(line, at)
        if start is None or not (_is_slain(line, start, at) or _has_wounds(line, at)):
            continue
        quantity = Quantity(start, start, at + 1, "article", 1, 1, "exact")
        group = Group(start, at + 1, quantity, "person", (start, at + 1), "unknown")
        yield Binding(
            group, "killed", (at, at + 1), "passive" if line.word(start) in ("a", "an") else "named"
        )
        return


def _several(line: Line) -> Iterator[Binding]:
    """Yield the number before such bodies: "three bullet-riddled bodies"."""
    for at in (i for i, word in enumerate(line.words) if word in _SEVERAL):
        end = at
        while end and (line.word(end - 1) in SLAIN or line.word(end - 1) in (",", "and", "badly")):
            end -= 1
        quantity = read_quantity(line.words, end - 1) if 0 < end < at else None
        if quantity is not None and quantity.kind == "number" and quantity.last == end:
            group = Group(quantity.first, at + 1, quantity, "person", (end, at + 1), "unknown")
            yield Binding(group, "killed", (at, at + 1), "count")


def _start(line: Line, at: int) -> int | None:
    """Return where the words for a single body begin: "his", "the headless", "the mayor's"."""
    for i in range(at - 1, max(-1, at - 1 - _REACH_BACK), -1):
        if line.word(i) in _DETERMINERS or line.word(i).endswith(_POSSESSIVE):
            return i
        if line.tokens[i].kind != "word" and line.word(i) != ",":
            return None
    return None


def _is_slain(line: Line, start: int, at: int) -> bool:
    return not SLAIN.isdisjoint(line.words[start:at])


def _has_wounds(line: Line, at: int) -> bool:
    """Whether wounds of a killing stand behind a body: "with two bullets", "with his throat cut"."""
    for i in range(at + 1, min(at + _REACH, len(line.words))):
        if line.words[i] in _ENDS:
            return False
        if line.words[i] in _SHOWS and not _WOUNDS.isdisjoint(line.words[i : i + _WOUND_REACH]):
            return True
    return False

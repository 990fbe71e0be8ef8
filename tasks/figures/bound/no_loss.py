"""Numbers that only look like losses of people: aircraft, men who came too late, what is merely assumed."""

from __future__ import annotations

import re

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.line import Line

_AIRCRAFT = frozenset(("fighter", "fighters", "bomber", "bombers"))
_TYPE = re.compile(r"[a-z]{1,4}-?\d{1,3}[a-z]{0,2}")  # "f-16", "mig-21bis"
_OF_AIRCRAFT = frozenset(("jet", "stealth", "nighthawk", "falcon"))
_SUPPOSED = frozenset(("assumption", "possibility", "hypothesis", "premise", "chance", "event", "case"))
_WHO = frozenset(("that", "who", "which"))
_ABSENT = frozenset(("never", "missed", "arrived", "failed", "could"))


def is_no_loss(line: Line, binding: Binding) -> bool:
    """Say whether the words of a binding tell of no loss of people.

    "Even if two men were killed"; "an F-16 fighter was lost"; "at the cost of 3,000 men that never reached
    the field"; "under the assumption that the gunman was injured".
    """
    group = binding.group
    if line.word(group.first - 1) == "if":
        return True
    if line.word(group.last - 1) in _AIRCRAFT:
        before = line.word(group.last - 2)
        if before in _OF_AIRCRAFT or _TYPE.fullmatch(before):
            return True
    if line.word(group.first - 1) == "that" and line.word(group.first - 2) in _SUPPOSED:
        return True
    is_price = "cost" in line.words[binding.predicate[0] : binding.predicate[1]]
    return is_price and line.word(group.last) in _WHO and line.word(group.last + 1) in _ABSENT

"""The days on which people set out for a place, or left it: "landed on 3 May and withdrew on the 5th"."""

from __future__ import annotations

import re

from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern

_RAID = late_pattern(
    rf"\b(?:{deed('attack', 'one')}|raids|expedition|occupation|landings?|sortie|operation|descent)\b",
    re.IGNORECASE,
)
_LEFT = late_pattern(
    r"\b(?:and|but|before|until (?:they|it)) (?:\w+ly )?(?:\w+ )?"
    r"(?:return(?:ed|ing)|left|leaving|withdr(?:ew|awing)|retir(?:ed|ing)|depart(?:ed|ing)|"
    r"re-?embark(?:ed|ing)|sail(?:ed|ing) (?:away|off|back|home)|march(?:ed|ing) (?:away|off|back|home)|"
    r"pull(?:ed|ing) (?:out|back)|"
    r"evacuat(?:ed|ing)|retreat(?:ed|ing)|went back)\b[^.;]{0,50}$"
)

_SETS_OUT = late_pattern(  # behind the day
    r",?\s(?:[\w’'-]+\s){1,7}?(?:shipped\s(?:off|out)|(?:had\s)?set\s(?:sail|out|off)|embarked)\s(?:from|for)\b"
)


def set_out(text: str, behind: int) -> bool:
    """Whether the words behind a day say that somebody set out: "On 4 May the marines set sail for"."""
    return _SETS_OUT.match(text, behind) is not None


def went_away(title: str, between: str) -> bool:
    """Whether the words between the first day and a later one say that the raiders went away again."""
    return _LEFT.search(between) is not None and _RAID.search(title) is not None

"""What a text holds that dates are made of: a cheap look that spares most patterns most sentences."""

from __future__ import annotations

import re
from collections.abc import Set

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_SHORT = tuple(name[:3] for name in MONTH_NAMES)
_MONTH = rf"(?:{'|'.join(MONTH_NAMES)})|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
_YEAR = r"[12]\d{3}"
# Each mark's name, the mark that must be there for it to be looked for, and how it looks.
_MARKS = (
    ("digit", "", re.compile(r"\d")),
    ("month", "short", re.compile(_MONTH)),
    ("months", "month", re.compile(rf"(?:{_MONTH}).*?(?:{_MONTH})", re.DOTALL)),
    ("year", "digit", re.compile(_YEAR)),
    ("years", "year", re.compile(rf"{_YEAR}.*?{_YEAR}", re.DOTALL)),
    ("era", "digit", re.compile(r"\d\s?(?:AD|CE|BC|A\.D|B\.C)|(?:AD|A\.D\.)\s\d")),
    ("iso", "year", re.compile(r"-[01]\d-")),
    ("season", "year", re.compile(r"[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter")),
    ("decade", "year", re.compile(r"0['’]?s\b")),
    ("part", "month", re.compile(r"[Ee]arly|[Mm]id|[Ll]ate")),
    ("part", "year", re.compile(r"[Ee]arly|[Mm]id|[Ll]ate|(?:beginning|start|middle|end)\sof")),
    ("about", "digit", re.compile(r"[Aa]round|[Cc]irca|ca?\.")),
    ("dash", "year", re.compile(r"\d\s?[–—/-]\s?\d")),
)


def marks_of(text: str) -> Set[str]:
    """Return the names of the marks that a text holds; a form is tried only where all its marks are there.

    "digit", "month" and "months" (at least two), "year" and "years" (four digits that may be one), "era",
    "iso", "season", "decade", "part" ("early"), "about" and "dash" (between digits); "" always, "short"
    where letters stand that begin a month's name.
    """
    held = {"", "short"} if any(map(text.__contains__, _SHORT)) else {""}
    for name, needs, mark in _MARKS:
        if needs in held and mark.search(text):
            held.add(name)
    return held

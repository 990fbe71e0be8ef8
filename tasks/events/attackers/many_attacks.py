"""Whether responsibility is for other attacks than the article's own.

"Since then it has claimed responsibility, or been blamed, for numerous attacks": what a group is known for;
"claimed responsibility for that attack": for the one that was just told of.
"""

from __future__ import annotations

import re

from tasks.lexicons.late_pattern import late_pattern

_FOR_MANY = late_pattern(
    r"responsib\w+\b[^.;()]{0,40}?\bfor,? (?:the |its |their )?"
    r"(?:numerous|countless|many|most|various|other|previous|earlier|past|similar"
    r"|(?:dozens|scores|hundreds) of)\b(?! people| civilians| soldiers| deaths)"
    r"|responsib\w+ for that (?:\w+ )?"
    r"(?:attack|bombing|blast|killing|raid|massacre|assault|murder|shooting)\b",
    re.IGNORECASE,
)


def is_for_many(text: str, start: int, end: int) -> bool:
    """Return whether the responsibility that stretch `start` to `end` tells of is for attacks in general."""
    return _FOR_MANY.search(text, start, end) is not None

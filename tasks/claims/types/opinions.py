"""Whether a content only says what somebody thinks, or what seems to be."""

from __future__ import annotations

import re

from tasks.claims.cues.cue_words import type_words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of

_THINKS = late_pattern(
    r"^[\"“‘']?(?:i|we|he|she|it|they) (?:\w+ly |still |also |had )?"
    rf"(?:{any_of(type_words('opinion'))})\b",
    re.IGNORECASE,
)
_SEEMS = late_pattern(
    r"\b(?:seem(?:s|ed)?|appear(?:s|ed)?) (?:to|that|like|as)\b|\blook(?:s|ed)? (?:like|as if|as though)\b"
    r"|^[\"“‘']?(?:i|we|he|she) (?:\w+ly )?(?:think|thinks|thought|guess|guessed|suppose[ds]?) ",
    re.IGNORECASE,
)


def thinks(content: str) -> bool:
    """Tell whether a content begins with who thinks or fears it ("she thought the army would attack")."""
    return _THINKS.match(content) is not None


def only_seems(content: str) -> bool:
    """Tell whether a content says what seems to be ("it looked like the work of rebels") or "I think"."""
    return _SEEMS.search(content) is not None

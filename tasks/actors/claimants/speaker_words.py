"""The words for who speaks, without what stands around them."""

from __future__ import annotations

from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.months import MONTH_NAMES
from tasks.model.span import Span

_LEFT = late_pattern(r"[\s\"“”'‘’,_]*")
_RIGHT = late_pattern(r"(?:\s+(?:itself|himself|herself|themselves|all|both|each|jointly))?[\s\"“”,_]*$")
_BEHIND = ("self", "selves", " all", " both", " each", " jointly")
_LEAD = late_pattern(
    rf"(?:(?:{'|'.join(MONTH_NAMES)})(?:,? \d{{4}})?, (?=[a-z])"
    r"|(?:[Ww]ith|while|as well as|as|and|but|that|when) )"
)


def trimmed(text: str, span: Span) -> Span:
    """Return the words for a speaker without marks, and without the small words that bring them."""
    words = span.of(text)
    left = _LEFT.match(words).end()  # type: ignore[union-attr]  # it matches nothing as well
    lead = _LEAD.match(words, left)
    left = lead.end() if lead else left
    is_plain = words[-1:].isalnum() and not words.endswith(_BEHIND)  # nearly all
    right = 0 if is_plain else len(words) - len(_RIGHT.sub("", words))
    return Span(span.start + left, max(span.start + left, span.end - right))

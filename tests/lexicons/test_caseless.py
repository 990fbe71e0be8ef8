"""Patterns that do not tell capitals from small letters."""

import pytest

from tasks.lexicons.caseless import Caseless


@pytest.mark.parametrize(
    ("pattern", "text", "is_there"),
    [
        (r"\bclaimed (?:the|an) attack\b", "It CLAIMED the Attack", True),
        (r"\bclaimed (?:the|an) attack\b", "It claimed two attacks", False),
        (r"^it denied", "It denied it", True),
        (r"^it denied", "They said it denied it", False),
        (r"\bthe (?-i:[A-Z]{3})\b", "The XYZ", True),
        (r"\bthe (?-i:[A-Z]{3})\b", "The xyz", False),
        (r"\bbombed\b|\bby (?-i:[A-Z])", "They BOMBED it", True),
        (r"\bbombed\b|\bby (?-i:[A-Z])", "It was done BY Norlanders", True),
        (r"\bbombed\b|\bby (?-i:[A-Z])", "It was done by others", False),
        (r"^it (?:bombed|hit)|(?:by|of) (?-i:[A-Z]|[0-9])", "It HIT them", True),
        (r"\b\w+ denied\b", "İzmir DENIED it", True),
        (r"^\w+ denied\b", "İzmir DENIED it", True),  # in lower case its first letter is two, one no letter
    ],
)
def test_a_pattern_is_found_whatever_the_capitals(pattern: str, text: str, is_there: bool) -> None:
    """Only what a pattern asks of capitals itself counts."""
    assert Caseless(pattern).is_in(text, text.lower()) == is_there

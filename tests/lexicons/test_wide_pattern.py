"""Patterns that find at least what others find: those are searched for where these are found."""

import re

import pytest

from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.wide_pattern import Wide, lowered, wide

TEXT = "A rebombing. The Bombers came, bombers left; DIYARBAKIR and Diyarbakır, bombs."
PATTERNS = (
    (r"\bbomb(?:er|ing)?s?\b", 0),
    (r"\b(?:bomb|came)\w*", re.IGNORECASE),
    (r"\b(?P<who>Bombers|bombs)\b|\bleft\b", 0),
    (r"\bdiyarbak[a-z]r\b", re.IGNORECASE),
    (r"\b(?:\w+ )?came\b", 0),
    (r"nothing of it", re.IGNORECASE),
)


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
@pytest.mark.parametrize("text", [TEXT, TEXT * 40])
def test_a_pattern_is_found_behind_its_wider_one(pattern: str, flags: int, text: str) -> None:
    """Whether it was widened or not, and between any two places."""
    late, soon = late_pattern(pattern, flags), re.compile(pattern, flags)
    for _ in range(60):
        assert [m.span() for m in late.finditer(text)] == [m.span() for m in soon.finditer(text)]
    for start in range(len(TEXT)):
        for end in (start + 8, len(TEXT)):
            one, other = late.search(text, start, end), soon.search(text, start, end)
            assert (one and one.span()) == (other and other.span())


def test_a_wider_pattern_begins_with_letters() -> None:
    """One that begins otherwise gains nothing, and one that tells capitals is no pattern of small letters."""
    assert wide(r"\b(?:a|b)c|\bd", 0) == Wide("(?:a|b)c|d", in_lower=False)
    assert wide(r"\b(?:\w+ )?c", 0) is wide("ac", 0) is wide(r"\b[^a]c", 0) is wide(r"\ba?c", 0) is None
    assert wide(r"\b(?P<who>a)\B", re.IGNORECASE) == Wide(r"(?P<who>a)\B", in_lower=True)
    assert wide(r"\b(?-i:A)b", re.IGNORECASE) is wide("[A-Z]b", re.IGNORECASE) is wide("a", re.DOTALL) is None


def test_letters_keep_their_places_in_lower_case() -> None:
    """A text whose letters move, or are equal to others where capitals are not told from them, has none."""
    assert lowered("Bomb") == "bomb"
    assert lowered("İzmir") is lowered("Diyarbakır") is None
    assert lowered(TEXT.replace("ı", "i") * 40) == TEXT.replace("ı", "i").lower() * 40

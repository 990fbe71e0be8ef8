"""Patterns that are tried where a text holds what they need find what they would find anyway."""

from __future__ import annotations

import re

import pytest

from tasks.lexicons.sifted import Sifted, Signs

_TEXTS = (
    "nine died of wounds in hospital",
    "they succumbed to burns",
    "Three (INCLUDING the gunman) died",
    "the march went on",
    "",
)


@pytest.mark.parametrize(
    "pattern", [r"\b(?:died|succumbed)\b.*\b(?:wounds|burns)\b", r"\w+ch\b", r"^\w*", r"ing\b"]
)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_a_sifted_pattern_finds_what_the_pattern_finds(pattern: str, flags: int) -> None:
    """Whatever stands in the text, and where the match must begin as well."""
    plain, sifted = re.compile(pattern, flags), Sifted(pattern, flags)
    for text in _TEXTS:
        for one, other in (
            (plain.search(text), sifted.search(text)),
            (plain.match(text, 5), sifted.match(text, 5)),
        ):
            assert (one and one.span()) == (other and other.span())


def test_what_stands_before_a_match_is_looked_for_too() -> None:
    """A pattern may look back from where it must begin."""
    assert Sifted(r"(?<=said )nothing").match("said nothing", 5)


def test_each_way_of_each_pattern_has_its_signs() -> None:
    """Who adds a way to match needs to add nothing else."""
    signs = Signs(r"\b(?:in total|altogether)\b", r"(?:death|final) toll")
    assert [text for text in ("70 IN TOTAL", "altogether", "the final toll", "the totals", "deaths")
            if signs.stand_in(text)] == ["70 IN TOTAL", "altogether", "the final toll"]  # fmt: skip
    more = Signs(r"\b(?:in total|altogether)\b", r"(?:death|final) toll", r"\d+ (?:deaths|dead)")
    assert more.stand_in("9 deaths")


def test_a_pattern_that_needs_nothing_is_always_tried() -> None:
    """Beside others as well."""
    assert Signs(r"in total", r"\d+").stand_in("9")

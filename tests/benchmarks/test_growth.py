"""The work of the extraction grows with the text and no faster, counted line by line."""

from __future__ import annotations

import pytest

from benchmarks.counted import growing
from benchmarks.hostile_text import SHAPES

UNITS = 40
# Where a rule looks back a fixed number of mentions, work is linear from there on.
MORE_UNITS = {"sections": 160}


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_line_runs_more_than_its_share_when_the_text_is_twice_as_long(shape: str) -> None:
    """Of a text of any shape, twice as much makes no line of the extraction run three times as often."""
    found = growing(shape, MORE_UNITS.get(shape, UNITS))
    assert [f"{file}:{line} {once} -> {twice}" for (file, line), once, twice in found] == []


def test_a_line_that_compares_all_with_all_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The count sees what it is there for: it is not blind to a loop within a loop."""
    from tasks import extract as stages

    real = stages.find_dates

    def slow(document):  # what this file's lines do is counted as the extraction's
        sentences = document.sentences
        assert sum(1 for a in sentences for b in sentences if a.span < b.span) >= 0
        return real(document)

    monkeypatch.setattr("benchmarks.counted.TASKS", __file__)
    monkeypatch.setattr(stages, "find_dates", slow)
    assert growing("sentences", 60)

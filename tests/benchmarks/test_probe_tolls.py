"""The probe of plain sentences about tolls: it is the same each time, and most of them are read right."""

from __future__ import annotations

import pytest

from benchmarks.probe_tolls import Probe, is_right, sample, shares

_SIZE = 40  # articles of each family
_FLOORS = {"dead": 0.9, "dead and injured": 0.97, "trap": 0.97, "other event": 0.9}


def test_most_sentences_are_read_right() -> None:
    """Each family of a small fixed sample stays above the share that it had when the probe was made."""
    found = shares(sample(_SIZE))
    reached = {family: right / asked for (family, kind, _), (right, asked) in found.items() if kind == "all"}
    assert reached.keys() == _FLOORS.keys()
    assert {family for family, share in reached.items() if share < _FLOORS[family]} == set()


def test_the_same_seed_gives_the_same_sample() -> None:
    """A sample depends on its size and its seed alone."""
    assert sample(5) == sample(5)
    assert sample(5) != sample(5, seed=6)


@pytest.mark.parametrize(
    ("deaths", "figures", "others"),
    [((13, 13), None, None), ((12, 12), (("killed", 13, 13),), None), ((12, 12), None, (("1974", 7),))],
)
def test_what_a_probe_says_wrong_is_not_right(
    deaths: tuple[int, int],
    figures: tuple[tuple[str, int, int], ...] | None,
    others: tuple[tuple[str, int], ...] | None,
) -> None:
    """A toll, a figure or another event that the article does not tell is missed, and so counts as wrong."""
    text = "= 1982 Veldrin bombing =\n\nOn 3 May 1982, a bomb exploded in Veldrin. Twelve people were killed."
    assert is_right(Probe("dead", (), text, (12, 12), figures=(("killed", 12, 12),), others=()))
    assert not is_right(Probe("dead", (), text, deaths, figures=figures, others=others))

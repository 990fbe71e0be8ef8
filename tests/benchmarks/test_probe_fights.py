"""The probe of plain sentences about fights: it is the same each time, and most of them are read right."""

from __future__ import annotations

from benchmarks.probe_fights import Probe, read, sample, shares

_FLOORS = (0.8, 0.85)  # attackers, attacked


def test_most_sentences_are_read_right() -> None:
    """A small fixed sample stays above the shares that it had when the probe was made."""
    one, other, asked = shares(sample(100))[("all", "")]
    assert asked == 100
    assert one / asked >= _FLOORS[0]
    assert other / asked >= _FLOORS[1]


def test_the_same_seed_gives_the_same_sample() -> None:
    """A sample depends on its size and its seed alone."""
    assert sample(5) == sample(5)
    assert sample(5) != sample(5, seed=6)


def test_who_is_told_the_other_way_round_is_not_right() -> None:
    """An attacker who was attacked, and who is not told of at all, count as missed."""
    text = "= Battle of Veldrin =\n\nDanish troops attacked Polish troops near Veldrin on 3 May 1982."
    assert read(Probe((), text, "danish", "polish")) == (True, True)
    assert read(Probe((), text, "polish", "danish")) == (False, False)
    assert read(Probe((), text, "danish", "norwegian")) == (True, False)

"""The probe of plain sentences on attacks: it is the same each time, and most of them are read right."""

from __future__ import annotations

import pytest

from benchmarks.probe_attacks import TABLE, Case, cases_of, read, sample

_FLOORS = (0.93, 0.89)  # perpetrators, targets
_SMALL = """
perpetrators group
members of the Red Lantern Movement | red lantern movement | p
targets site
the Hotel Meridan | hotel meridan
attack bombing | 2016 Karvel bombing | group | site
On 3 May 2016, {p} bombed {t} in Karvel.
~On 3 May 2016, {t} in Karvel {were} bombed. {P} claimed responsibility.
-On 3 May 2016, {t} in Karvel {were} bombed.
"""


@pytest.fixture(scope="module")
def every() -> list[Case]:
    """Return all cases of the table."""
    return cases_of(TABLE.read_text(encoding="utf-8"))


def test_most_sentences_are_read_right(every: list[Case]) -> None:
    """A small fixed sample, one case of each construction, stays above what it reached when it was made."""
    reads = read(sample(every, 1))
    assert sum(r.is_perpetrator_right for r in reads) / len(reads) >= _FLOORS[0]
    assert sum(r.is_target_right for r in reads) / len(reads) >= _FLOORS[1]


def test_a_sample_is_the_same_each_time(every: list[Case]) -> None:
    """A sample depends on its size alone and has each construction."""
    assert sample(every, 400) == sample(every, 400)
    assert len({(c.attack, c.construction) for c in sample(every, 1)}) == len(sample(every, 1))


def test_forms_are_put_into_constructions() -> None:
    """A table's forms stand in its constructions, in the number that they have."""
    texts = [case.text for case in cases_of(_SMALL)]
    assert texts == [
        "On 3 May 2016, members of the Red Lantern Movement bombed the Hotel Meridan in Karvel.",
        "On 3 May 2016, the Hotel Meridan in Karvel was bombed. "
        "Members of the Red Lantern Movement claimed responsibility.",
        "On 3 May 2016, the Hotel Meridan in Karvel was bombed.",
    ]


def test_an_allegation_is_right_only_as_one() -> None:
    """What is told outright, claimed and left open is right as such, and wrong where another is asked for."""
    reads = read(cases_of(_SMALL))
    assert all(r.is_perpetrator_right and r.is_target_right for r in reads)
    wrong = read(cases_of(_SMALL.replace("~On", "On").replace("-On", "~On")))
    assert [r.is_perpetrator_right for r in wrong] == [True, False, False]
    other = read(cases_of(_SMALL.replace("| hotel meridan", "| osk market")))
    assert not any(r.is_target_right for r in other)

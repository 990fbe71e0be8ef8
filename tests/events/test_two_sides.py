"""Parties of wars and long battles: those of the whole, not of single incidents."""

from __future__ import annotations

import pytest

from tests.events.articles import extracted


@pytest.mark.parametrize(("asides", "targets"), [(5, {"Melton Guard", "Osk Guard"}), (80, {"Osk Guard"})])
def test_a_long_story_of_a_war_names_its_parties_at_its_head(asides: int, targets: set[str]) -> None:
    """Of those who are hit far down in a long article, in single incidents, the one it speaks of most stands.

    In a short one each is the war's target.
    """
    told = " ".join(f"The {n}th company waited at the bridge." for n in range(4, 4 + asides))
    extraction = extracted(
        "= Karvel skirmishes (2016) =\n\nThe Karvel skirmishes began on 3 May 2016.\n\n== Fighting ==\n"
        f"{told} The Northland Army attacked the Melton Guard near the mill. The Northland Army attacked the "
        "Osk Guard. The Osk Guard fled."
    )
    parties = extraction.events.events[0].actors
    names = {extraction.actors.actors[p.actor].name for p in parties if p.role == "target"}
    assert names == targets

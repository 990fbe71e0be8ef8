"""When, where and by whom a ship was lost or hit, whose name is the title of an article."""

from __future__ import annotations

import pytest

from tests.case_files import Case, load_cases
from tests.events.articles import extracted


@pytest.mark.parametrize("case", load_cases("ships.txt"), ids=str)
def test_what_became_of_a_ship(case: Case) -> None:
    """The article's own event has the day, the place and the parties that its words tell."""
    extraction = extracted(case.text)
    event, text = extraction.events.events[0], extraction.document.text
    place = event.place
    names = {
        role: [extraction.actors.actors[a.actor].name for a in event.actors if a.role == key]
        for role, key in (("attacker", "perpetrator"), ("target", "target"))
    }
    given = {
        "day": ["-" if event.date is None else event.date.edtf],
        "place": ["-" if place is None or place.raw is None else place.raw.of(text)],
        "country": ["-" if place is None or place.country is None else place.country],
        **{role: found or ["-"] for role, found in names.items()},
    }
    asked = {key for key, _ in case.expected}
    assert {key: sorted(given[key]) for key in asked} == {key: sorted(case.all(key)) for key in asked}

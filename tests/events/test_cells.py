"""Cells of events that the text tells: weapon, larger conflict, kind."""

import pytest

from tasks.model.place import Place
from tests.case_files import Case, load_cases
from tests.events.articles import extracted


@pytest.mark.parametrize("case", load_cases("event_cells.txt"), ids=str)
def test_cells_of_events(case: Case) -> None:
    """Each event has what its words say, and NULL where they say nothing."""
    events = extracted(case.text).events.events
    given = {
        "weapon": [event.weapon or "-" for event in events],
        "part_of": [event.part_of or "-" for event in events],
        "kind": [f"{event.sub_event_type} | {event.plover_mode or '-'}" for event in events],
        "time": [event.time_local or "-" for event in events[:1]],
        "place": [_place(event.place) for event in events],
    }
    for key in {key for key, _ in case.expected}:
        assert given[key] == case.all(key)


def _place(place: Place | None) -> str:
    cells = (None,) * 4 if place is None else (place.location, place.adm_2, place.adm_1, place.where_prec)
    return " | ".join("-" if cell is None else str(cell) for cell in cells)

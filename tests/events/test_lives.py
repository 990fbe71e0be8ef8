"""Lives of people who were killed: the death is the article's event, whatever words tell of it."""

from __future__ import annotations

import pytest

from tests.case_files import Case, load_cases
from tests.events.articles import extracted, tolls


@pytest.mark.parametrize("case", load_cases("lives.txt"), ids=str)
def test_death_of_the_one_whose_life_it_is(case: Case) -> None:
    """The person is target and victim, the death is counted, and who did it is told as anywhere."""
    extraction = extracted(case.text)
    main, toll = extraction.events.events[0], tolls(extraction)[0]
    names = {key: actor.name for key, actor in extraction.actors.actors.items()}
    given = {
        "event": [
            f"{main.sub_event_type} | {main.date.edtf if main.date else '-'} | {toll.deaths_low or '-'}"
        ]
    }
    for role in ("perpetrator", "target", "victim"):
        parties = [p for p in main.actors if p.role == role]
        given[role] = [names[p.actor] + (" (alleged)" if p.is_alleged else "") for p in parties] or ["-"]
    violent = [e.name for e in extraction.events.events[1:] if e.sub_event_type == "Attack"]
    given["others"] = violent or ["-"]
    given["place"] = [main.place.location if main.place and main.place.location else "-"]
    assert case.expected, "a case without expectation"
    assert {key: sorted(given[key]) for key, _ in case.expected} == {
        key: sorted(case.all(key)) for key, _ in case.expected
    }

"""Who did what to whom in the events that an article tells besides its own."""

from __future__ import annotations

import pytest

from tasks.extract import extract
from tasks.model.event import Role
from tests.case_files import Case, load_cases
from tests.events.articles import article


@pytest.mark.parametrize("case", load_cases("parties_others.txt"), ids=str)
def test_parties_of_other_events(case: Case) -> None:
    """Each other event has exactly the expected perpetrators and targets."""
    extraction = extract(article(case.text))
    actors = extraction.actors.actors

    def names(role: Role, at: int) -> str:
        found = [p for p in extraction.events.events[at].actors if p.role == role]
        return ", ".join(actors[p.actor].name for p in found) or "-"

    told = [
        f"{event.date.edtf if event.date else '-'} | {names('perpetrator', at)} | {names('target', at)}"
        for at, event in enumerate(extraction.events.events)
        if not event.is_main
    ]
    assert told == case.all("other")

"""Articles about a person, a company or a film have a main event, but nobody who did it and no dead."""

from __future__ import annotations

import pytest

from tests.events.articles import extracted, tolls

_PERSON = "Ada Quist (born 3 May 1954) is a Danish politician, head of government from 2005 to 2021."
_LATER = (
    "\n\n== Career ==\nIn 2016 Sorrel Front militants attacked a market in Karvel, killing 12 people. "
    "Quist appointed Adam Benda. Two writers were killed by soldiers."
)


def _parts(text: str) -> list[str]:
    event = extracted(text).events.events[0]
    return [p.role for p in event.actors if p.role in ("perpetrator", "target", "victim")]


@pytest.mark.parametrize(
    "head",
    [
        f"= Ada Quist =\n\n{_PERSON}",
        "= Karvel Stores =\n\nKarvel Stores is a chain of supermarkets in Denmark, founded in 1949.",
        "= Osk (film) =\n\nOsk is a 2011 Danish film directed by Ada Quist. It tells of three families.",
        "= Karvel Council =\n\nThe Karvel Council was a body during the Sorrel Revolution. It drew up a law.",
        "= Karvel =\n\nKarvel is a town in Denmark. It is surrounded by hills and has 3,000 inhabitants.",
    ],
)
def test_what_is_no_event_has_no_attackers(head: str) -> None:
    """What is told further down is told of other events."""
    assert _parts(head + _LATER) == []
    toll = tolls(extracted(head + _LATER))[0]
    assert (toll.deaths_low, toll.deaths_high, toll.injured_low) == (None, None, None)


@pytest.mark.parametrize(
    "head",
    [
        "= Ada Quist =\n\nAda Quist was a politician. She was shot dead by Sorrel Front militants in 2016.",
        "= 2016 Osk plot =\n\nThe Osk plot was a plan of a group in Denmark.",
        f"= Ada Quist =\n\n{_PERSON}\n\n== Death ==\nOn 3 May 2016, Quist was shot dead by a gunman in Osk.",
    ],
)
def test_what_is_one_has_them(head: str) -> None:
    """A lead that tells of violence, a title that names an event, a section on how a person was killed."""
    assert _parts(head + _LATER) != []

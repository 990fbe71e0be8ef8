"""Who "they" are in an accusation: nobody accuses himself."""

from __future__ import annotations

import pytest

from tests.events.articles import extracted


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Orland Council blamed the Xenda Front. They accused the council of lying.", "Xenda Front"),
        ("The Orland army blamed the rebels. They accused the army of lying.", "rebels"),
        ("The Orland Council blamed the Xenda Front. They accused the Front of lying.", "Orland Council"),
    ],
)
def test_they_who_accuse(text: str, speaker: str) -> None:
    """The one whom the accusation names does not make it."""
    extraction = extracted(text)
    found = extraction.actors.claimants[1]
    assert found is not None and found.actor is not None
    assert extraction.actors.actors[found.actor].name == speaker

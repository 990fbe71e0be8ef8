"""Which names are put before a human as perhaps one actor's."""

import pytest

from tasks.actors.known.folded_names import fold
from tasks.actors.proposals import proposals
from tasks.model.actor import Actor
from tests.claims.build import document_of


@pytest.mark.parametrize(
    ("one", "other", "is_proposed"),
    [
        ("Jaysh al-Karim", "Jaish al-Karim", True),
        ("5th Karst Battalion", "5th Karsk Battalion", True),
        ("8th Amphibian Tractor Battalion", "Eighth Amphibian Tractor Battalion", True),
        ("1st Karst Battalion", "7th Karst Battalion", False),
        ("81st Infantry Division", "14th Infantry Division", False),
        ("Jaysh al-Karim", "Karst Front", False),
    ],
)
def test_names_that_differ_by_a_few_letters(one: str, other: str, is_proposed: bool) -> None:
    """Letters may be a slip; another number is another unit."""
    actors = [Actor(fold(name), name, "military") for name in (one, other)]
    issues = proposals(document_of("Two men died."), actors)
    assert [issue.value for issue in issues] == ([f"{one} | {other}"] if is_proposed else [])

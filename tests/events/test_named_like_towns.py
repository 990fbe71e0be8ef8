"""Ships and rivers that bear the names of towns."""

from __future__ import annotations

import pytest

from tests.events.articles import extracted


@pytest.mark.parametrize(
    ("title", "text", "location"),
    [
        (
            "Mutiny on the Vienna",
            "The mutiny on the Vienna was a revolt of sailors aboard the cruiser Vienna at Split.",
            "Split",
        ),
        (
            "HMS Heron Bay incident",
            "The HMS Heron Bay incident was an attack on minesweepers on 27 January 1944, in the week "
            "following the Allied landing at Anzio.",
            "Anzio",
        ),
        (
            "1978 Río Santiago incident",
            "The Río Santiago incident was a skirmish on 21 January 1978 in the disputed Osk Hills.",
            "Osk Hills",
        ),
    ],
)
def test_names_of_ships_and_rivers_are_no_towns(title: str, text: str, location: str) -> None:
    """A ship that bears a town's name, and a river's second word, are not where it happened."""
    place = extracted(f"= {title} =\n\n{text}").events.events[0].place
    assert place is not None
    assert place.location == location


def test_a_building_named_like_a_town_elsewhere_gives_no_country() -> None:
    """A mall or a hotel may be called like a town of another country; the text says where it stands."""
    place = (
        extracted(
            "= Westport shopping centre shooting =\n\n"
            "On 21 September 2013, four gunmen attacked the Westport shopping centre in Nairobi, Kenya. "
            "Ireland said that two of its citizens had been killed."
        )
        .events.events[0]
        .place
    )
    assert place is not None
    assert (place.location, place.country) == ("Nairobi", "Kenya")

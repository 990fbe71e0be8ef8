"""Where a report's event was: not where somebody spoke of it, sat in court or came from."""

import pytest

from tests.events.articles import extracted


@pytest.mark.parametrize(
    ("title", "text", "location", "country"),
    [
        (
            "Army says nine rebels killed",
            "Troops killed nine rebels in the town of Mocoa in Colombia, a general told reporters in Bogotá.",
            "Mocoa",
            "Colombia",
        ),
        (
            "Baghdad judge clears two",
            "A judge in Baghdad, Iraq has cleared two men. The killings in Karvel followed a dispute.",
            "Karvel",
            "Iraq",
        ),
        (
            "Hijackers divert jet to Malta",
            "Two hijackers seized a Libyan jet from Sabha, diverting it to Malta.",
            None,
            "Malta",
        ),
        (
            "Bomber at base in Afghanistan was a spy",
            "A bomber who attacked a base near Khost was a doctor from Zarqa, Jordan with links to al-Qaeda.",
            "Khost",
            "Afghanistan",
        ),
        (
            "Government condemns raid",
            "A statement of the Yemeni embassy in Washington condemned the raid in Marib in Yemen.",
            "Marib",
            "Yemen",
        ),
    ],
)
def test_where_it_happened(title: str, text: str, location: str | None, country: str) -> None:
    """A speaker's town, a court, a man's home and a group are no place; where a jet was diverted to is."""
    place = extracted(f"= {title} =\n\nTuesday, October 27, 2009\n\n{text}").events.events[0].place
    assert place is not None
    assert (place.location, place.country) == (location, country)


def test_an_embassy_that_was_attacked_is_the_place() -> None:
    """A title that names the embassy says that it was the target."""
    text = "= Attack on embassy =\n\nA mob stormed the Libyan embassy in Cairo on 3 May 2012."
    place = extracted(text).events.events[0].place
    assert place is not None
    assert place.location == "Cairo"


def test_the_name_of_a_titles_site() -> None:
    """What the headline calls a hotel has its name in the text."""
    extraction = extracted(
        "= Bomb at Somali hotel =\n\nThursday, December 3, 2009\n\n"
        "A bomb in Mogadishu killed two people. The Heron Hotel was hosting a wedding."
    )
    place = extraction.events.events[0].place
    assert place is not None
    assert place.raw is not None
    assert (place.location, place.raw.of(extraction.document.text)) == ("Mogadishu", "Heron Hotel")

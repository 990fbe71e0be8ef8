"""How exact the article's own place is: the infobox's town, or near it."""

import pytest

from tests.events.articles import extracted

BOX = "= 2016 Kut attack =\n\nKut attack\n- Date: 3 May 2016\n- Location: Kut, Iraq\n\n"


@pytest.mark.parametrize(
    ("prose", "precision"),
    [
        ("On 3 May 2016 a camp near the town of Kut was bombed.", 2),
        ("On 3 May 2016 a market in Kut was bombed. Shots fell near Kut.", 1),
    ],
)
def test_near_the_town_of_the_infobox(prose: str, precision: int) -> None:
    """What the text says first of the infobox's town decides."""
    place = extracted(BOX + prose).events.events[0].place
    assert place is not None
    assert (place.location, place.where_prec) == ("Kut", precision)

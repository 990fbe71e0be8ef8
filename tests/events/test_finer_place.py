"""Where a box has the town alone, the first sentences name the smaller place in it."""

from __future__ import annotations

import pytest

from tests.events.articles import extracted


@pytest.mark.parametrize(
    ("box", "told", "place"),
    [
        (
            "Mogadishu, Somalia",
            "at the Hotel Sorrel in Mogadishu, Somalia",
            "Hotel Sorrel in Mogadishu, Somalia",
        ),
        ("Gorizia, Italy", "in Velm, a hamlet of Gorizia in Italy", "Velm, a hamlet of Gorizia"),
        ("Mogadishu, Somalia", "in Mogadishu", "Mogadishu, Somalia"),
    ],
)
def test_smaller_place(box: str, told: str, place: str) -> None:
    """The words for the place are the lead's where they name a smaller one, else the box's."""
    text = (
        "= 2012 Sorrel bombing =\n\n2012 Sorrel bombing\n- Date: 3 May 2012\n"
        f"- Location: {box}\n\nThe 2012 Sorrel bombing was an attack {told} on 3 May 2012."
    )
    extraction = extracted(text)
    found = extraction.events.events[0].place
    assert found is not None and found.raw is not None
    assert place in found.raw.of(extraction.document.text)


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (
            "On 3 May 2012 gunmen opened fire on the Sorrel Bakery in Wyvern district.",
            "Sorrel Bakery in Wyvern district",
        ),
        (
            "On 3 May 2012 a bomber hit the entrance of Quist Park, one of the oldest parks of Mogadishu.",
            "Quist Park",
        ),
        (
            "On 3 May 2012 a bomb exploded on the campus of Quist Hale University (QHU) in Mogadishu.",
            "Quist Hale University",
        ),
        ("On 3 May 2012 a bomb exploded at the Hotel Sorrel in Gorizia.", "Mogadishu"),
    ],
)
def test_site_that_was_hit(told: str, place: str) -> None:
    """A title's town is told with the site in it that the lead says was hit, not with one elsewhere."""
    extraction = extracted(f"= 2012 Mogadishu attack =\n\n{told} The attack in Mogadishu killed nine.")
    found = extraction.events.events[0].place
    assert found is not None and found.raw is not None
    assert place in found.raw.of(extraction.document.text)


def test_town_of_a_buildings_name() -> None:
    """A mosque is called by a name that is no town's; the town is the one that it stands in."""
    text = "= 2012 attack =\n\nOn 3 May 2012 a bomb exploded at the Quorvel mosque in Mogadishu, Somalia."
    found = extracted(text).events.events[0].place
    assert found is not None and found.location == "Mogadishu"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "2012 Wyvern airstrike",
            "On 3 May 2012 in Sorrel Province, Afghanistan, jets struck a wedding in the village of Dorgan.",
        ),
        (
            "Dorgan massacre",
            "- Place: Sorrel Province, Afghanistan\n- Date: 3 May 2012\n\nThe massacre took place in Sorrel "
            "Province on 3 May 2012. Police killed 14 workers in the oil town of Dorgan.",
        ),
    ],
)
def test_town_in_region(title: str, told: str) -> None:
    """A mere region gives way to the title's town, or to what its sentence calls a village."""
    place = extracted(f"= {title} =\n\n{told}").events.events[0].place
    assert place is not None
    assert (place.location, place.adm_1) == ("Dorgan", "Sorrel Province")

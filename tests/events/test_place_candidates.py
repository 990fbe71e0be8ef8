"""Which places may be where an event happened: towns taken, regions told first, no hospitals."""

import pytest

from tests.events.articles import extracted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a landform of the title, in the region where it lies
            "= Osk gorge ambush =\n\nThe Osk gorge ambush was a rout of a column in Dagestan on 9 May 1996. "
            "A shell hit the first tank in the narrowest part of the gorge.",
            ("Osk gorge", None, "Dagestan", "Russia"),
        ),
        (  # what was captured, where the gazetteer has it, and not where others died
            "= Army takes rebel capital =\n\nSaturday, January 3, 2009\n\nSri Lankan troops captured "
            "Kilinochchi on Friday. Hours later two airmen died in Colombo.",
            ("Kilinochchi", None, None, "Sri Lanka"),
        ),
        (  # who is captured is no town
            "= Karvel raid =\n\nOn 9 May 2009 troops captured Anton Day at a house in Kandy, Sri Lanka.",
            ("Kandy", None, None, "Sri Lanka"),
        ),
        (  # the region of the first sentence is that of the place which it names as well
            "= 2006 Shendam clashes =\n\nThe clashes were fights between farmers in the south of Plateau "
            "State, Nigeria, above all in the town of Shendam. They began on 9 May 2006.",
            ("Shendam", None, "Plateau State", "Nigeria"),
        ),
        (  # a town with its country needs no preposition
            "= Sorrel bombing =\n\nThe Sorrel bombing was one of those that earned Barcelona, Spain, its "
            "fame. A bomb burst among the stalls of the Sorrel on 9 May 1908.",
            ("Barcelona", None, None, "Spain"),
        ),
        (  # those who were hurt were treated elsewhere
            "= Karvel bombing =\n\nA doctor at a hospital in Herat, Afghanistan, treated men hurt on 9 May "
            "2009. A jet had hit them in the Bala Baluk village.",
            ("Bala Baluk", None, None, "Afghanistan"),
        ),
        (  # a road between two towns
            "= Osk Pass ambush =\n\nA British column was destroyed in the Osk Pass, on the road between "
            "Kabul and Jalalabad, on 9 May 1842.",
            ("Osk Pass", None, None, "Afghanistan"),
        ),
        (  # a fort with the name of a governor of elsewhere
            "= Osk revolt =\n\nThe Osk revolt was a rising in the colony of Berbice on 9 May 1749. The "
            "planters fled to Fort Nassau.",
            (None, None, "Berbice", "Guyana"),
        ),
    ],
)
def test_where_the_event_was(
    text: str, expected: tuple[str | None, str | None, str | None, str | None]
) -> None:
    """The place has the levels that the text gives it."""
    place = extracted(text).events.events[0].place
    assert place is not None
    assert (place.location, place.adm_2, place.adm_1, place.country) == expected


def test_the_location_of_a_box_says_more_than_its_venue() -> None:
    """An infobox that has both names the building first and the town below."""
    place = (
        extracted(
            "= Dalmo kidnapping =\n\nDalmo kidnapping\n- Date: 19 February 2018\n"
            "- Venue: Girls' Science and Technical College\n- Location: Dalmo, Yobe State, Nigeria\n\n"
            "On 19 February 2018, ten pupils were kidnapped from the Girls' Science and Technical College."
        )
        .events.events[0]
        .place
    )
    assert place is not None
    assert (place.location, place.country) == ("Dalmo", "Nigeria")

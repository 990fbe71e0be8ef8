"""Where the own event is not: where others are held or told of, and what a church is called after."""

from tests.events.articles import extracted

PRISON = (
    "= Karvel kidnapping =\n\nOn 5 September 1977 the banker Ado Moss was seized by the Sorrel Front, also "
    "known as the Heron Gang, in Cologne, West Germany. They wanted three members who were being held at the "
    "Hale Prison near the city of Stuttgart. It was the worst such attack in Germany."
)


def test_a_town_in_a_state_of_history_comes_before_where_others_were_held() -> None:
    """A town with a state of history is in no gazetteer; a prison in which others sit is not the place."""
    place = extracted(PRISON).events.events[0].place
    assert place is not None
    assert (place.location, place.country) == ("Cologne", "West Germany")


def test_hospital_workers_tell_no_place_within_the_town() -> None:
    """Whoever speaks for a hospital that is called after the town was not where it happened."""
    text = (
        "= 2001 Jos riots =\n\nThe riots in Jos, Nigeria, began on 7 September 2001.\n\n"
        "== Toll ==\nAttendants from the Jos Teaching Hospital said that many were dead."
    )
    extraction = extracted(text)
    place = extraction.events.events[0].place
    assert place is not None
    assert place.raw.of(extraction.document.text) == "Jos, Nigeria"


def test_a_church_is_called_after_a_land_in_which_it_is_not() -> None:
    """The land of "Church of England" is no region of where its church stands."""
    text = (
        "= Saint Ada massacre =\n\nSaint Ada massacre\n- Location: Kenilworth, Cape Town, South Africa\n\n"
        "The massacre was perpetrated on St Ada Church of England in South Africa in Kenilworth, Cape Town, "
        "South Africa, on 25 July 1993."
    )
    place = extracted(text).events.events[0].place
    assert place is not None
    assert (place.adm_1, place.country) == (None, "South Africa")

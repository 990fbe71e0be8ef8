"""Where the article's own event is: not where a part of it was, nor where a lost ship was built."""

from tests.events.articles import extracted

EXERCISE = (
    "= Exercise Heron =\n\nBattle of Sorrel Bay\n- conflict: Battle of Sorrel Bay\n- Date: 28 April 1944\n"
    "- Place: off Weymouth, England\n\n"
    "Exercise Heron was a rehearsal which took place in April 1944 in Slapton in Devon.\n\n"
    "== Landing ==\nThe troops landed on 27 April.\n\n"
)


def test_the_infobox_of_a_section_gives_no_place() -> None:
    """An infobox with the title of a section is about that section; the lead tells where the event was."""
    apart = extracted(EXERCISE + "== Battle of Sorrel Bay ==\nOn 28 April a convoy was attacked.")
    own = extracted(EXERCISE + "== Attack ==\nOn 28 April a convoy was attacked.")
    places = [e.events.events[0].place for e in (apart, own)]
    assert [p.location for p in places if p is not None] == ["Slapton", "Weymouth"]


def test_a_lost_ship_was_lost_where_the_day_is_told() -> None:
    """The place of a ship's loss is what sentences of that day say, not where she was laid down."""
    place = (
        extracted(
            "= HMS Heron =\n\nHMS Heron was a submarine.\n\n"
            "== Construction ==\nHeron was laid down at Barrow-in-Furness, England in March 1925.\n\n"
            "== Loss ==\nOn 10 September 1939, Heron was sunk by a mine. At 1955 on 10 September 1939, "
            "another submarine had surfaced off the Sorrel Light."
        )
        .events.events[0]
        .place
    )
    assert place is not None
    assert place.location == "Sorrel Light"

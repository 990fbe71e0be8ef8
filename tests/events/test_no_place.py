"""What the article's own event is called is no place where it was."""

import pytest

from tests.events.articles import extracted


@pytest.mark.parametrize(
    "title, text, location",
    [
        # what happened is no place, whatever stands before its name
        ("Long Fear", "The Long Fear was a panic. Fifty people died in the Long Fear in France.", None),
        ("Long Fear of 1789", "During the Long Fear of 1789 fifty people died in Paris, France.", "Paris"),
        # a place that an article is called after is where its event was
        ("Palermo", "Twelve people were killed by a bomb in Palermo, Italy, on 3 May 1992.", "Palermo"),
    ],
)
def test_name_of_the_event_is_no_place(title, text, location):
    """The article's own name is a place only where the gazetteer has it."""
    place = extracted(f"= {title} =\n\n{text}").events.events[0].place
    assert (None if place is None else place.location) == location

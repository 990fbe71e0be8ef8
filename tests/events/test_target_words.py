"""What was attacked, in the text's words: from the infobox, else from the sentence that states the event."""

import pytest

from tests.events.articles import extracted

HEAD = "= 2012 Karvel attack =\n\n"
FIELDS = "Karvel attack\n- Date: 3 May 2012\n- Target: a market\n\n"


@pytest.mark.parametrize(
    ("prose", "target"),
    [
        ("On 3 May 2012 rebels attacked a Danish Army base near Karvel.", "Danish Army base"),
        ("On 3 May 2012 the embassy in Karvel was bombed.", "embassy"),
        ("On 3 May 2012 the attack on Karvel began.", None),
        ("On 3 May 2012 the attack in Karvel took place, killing 15 soldiers.", None),
        ("On 3 May 2012 the attack in Karvel took place, killing nine soldiers.", None),
    ],
)
def test_target_in_prose(prose: str, target: str | None) -> None:
    """People, sites and vehicles are targets; a town may be the place, and losses are a toll."""
    assert extracted(HEAD + prose).events.events[0].target == target


def test_infobox_stands_before_prose() -> None:
    """The infobox's words are taken where it has some."""
    prose = "On 3 May 2012 rebels attacked a Danish Army base near Karvel."
    assert extracted(HEAD + FIELDS + prose).events.events[0].target == "a market"


def test_other_events_have_targets_of_their_own() -> None:
    """Each event's target stands in its own stretch."""
    prose = "On 3 May 2012 rebels attacked an embassy. On 5 May 2012 they shelled army positions, killing 2."
    targets = [event.target for event in extracted(HEAD + prose).events.events]
    assert targets == ["embassy", "army positions"]

"""Two sides of an exchange: whose dead "soldiers" and "rebels" are."""

import pytest

from tests.events.articles import extracted, tolls

EXCHANGE = (
    "On 3 May 2012, Danish rebels opened a heavy artillery attack on Danish Army posts, "
    "killing 15 soldiers; one rebel was killed when the army shelled back."
)


def test_dead_of_both_sides_are_told_apart() -> None:
    """Who attacked is side a, who was attacked side b; their dead stand side by side and add up."""
    extraction = extracted(f"= 2012 Karvel artillery attack =\n\n{EXCHANGE}")
    names = {key: actor.name for key, actor in extraction.actors.actors.items()}
    sides = {names[p.actor]: p.side for p in extraction.events.events[0].actors if p.side}
    assert (sides["Danish rebels"], sides["Danish Army"]) == ("a", "b")
    (toll,) = tolls(extraction)
    assert (toll.deaths_a, toll.deaths_b, toll.deaths_low, toll.deaths_high) == (1, 15, 16, 16)


@pytest.mark.parametrize(
    "prose",
    [
        "On 3 May 2012, the Danish Army attacked Norwegian Army positions, killing 15 soldiers.",
        "On 3 May 2012, a bomb in Karvel killed 15 soldiers.",
    ],
)
def test_soldiers_of_whom_is_not_guessed(prose: str) -> None:
    """Two armies, or nobody who attacked: the words do not tell whose soldiers died."""
    (toll,) = tolls(extracted(f"= 2012 Karvel attack =\n\n{prose}"))
    assert (toll.deaths_a, toll.deaths_b, toll.deaths_low) == (None, None, 15)


def test_sides_of_an_infobox_stand() -> None:
    """Where the infobox has sides, they and its tolls are taken, whatever the prose says."""
    box = (
        "Battle of Karvel\n- Date: 3 May 2012\n- Combatant 1: Danish Army\n- Combatant 2: Danish rebels\n"
        "- Casualties 1: 20 killed\n- Casualties 2: 4 killed\n"
    )
    (toll, *_) = tolls(extracted(f"= Battle of Karvel =\n\n{box}\n{EXCHANGE}"))
    assert (toll.deaths_a, toll.deaths_b) == (20, 4)

"""What kind an event of a ship's story is."""

from __future__ import annotations

import pytest

from tests.events.articles import extracted

LEAD = "HMS Marten was a sloop of the Royal Navy. She was torpedoed and sunk by U-813 on 4 May 1944."


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("On 3 June 1942 she was bombed off Osk.", "Air/drone strike"),
        ("On 3 June 1942 two bombs hit the sloop.", "Air/drone strike"),
        ("On 3 June 1942 she was bombed by saboteurs.", "Remote explosive/landmine/IED"),
    ],
)
def test_bombs_on_a_ship_are_dropped_from_the_air(told: str, kind: str) -> None:
    """Unless words say that somebody planted them."""
    extraction = extracted(f"= HMS Marten (J11) =\n\n{LEAD}\n\n== Service ==\n{told}")
    assert [e.sub_event_type for e in extraction.events.events[1:]] == [kind]


def test_bombs_on_a_town_are_left_as_they_are() -> None:
    """In an article on something else."""
    extraction = extracted(
        "= 2012 Karvel attack =\n\nThe attack took place on 3 May 2012, when gunmen killed four.\n\n"
        "== Background ==\nOn 3 June 2011 rebels bombed the market of Osk."
    )
    assert [e.sub_event_type for e in extraction.events.events[1:]] == ["Remote explosive/landmine/IED"]

"""What the world knows by several names is one actor over all articles; nothing else is."""

import pytest

from tasks.actors.folding import fold
from tasks.actors.shared import shared_keys
from tasks.model.actor import Actor, ActorKind


def _actor(name: str, kind: ActorKind) -> Actor:
    return Actor(fold(name), name, kind)


def _shared(name: str, kind: ActorKind) -> str:
    return shared_keys([_actor(name, kind)])[fold(name)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("ISIL", "Islamic State of Iraq and the Levant", "armed_group"),
        ("YPG", "People's Protection Units", "armed_group"),
        ("UN", "United Nations", "international"),
        ("US", "United States", "state"),
        ("Turks", "Türkiye", "state"),
    ],
)
def test_names_that_a_list_joins_are_shared(one: str, other: str, kind: ActorKind) -> None:
    """Whichever of the names an article uses."""
    assert _shared(one, kind) == _shared(other, kind)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Soviet Union", "Russia", "state"),
        ("East Germany", "Germany", "state"),
        ("Islamic State of Iraq", "Islamic State", "armed_group"),
        ("UN", "United Nations", "person"),
        ("Karst Brigade", "Karst Brigades", "armed_group"),
    ],
)
def test_others_keep_their_own(one: str, other: str, kind: ActorKind) -> None:
    """A state of the past is not its successor; near names and persons are nobody's other name."""
    assert _shared(one, kind) != _shared(other, kind)


def test_what_an_article_keeps_apart_shares_nothing() -> None:
    """A correction that splits two names of one group holds: no article has one actor twice."""
    actors = [_actor("ISIL", "armed_group"), _actor("Daesh", "armed_group")]
    assert shared_keys(actors) == {"isil": "isil", "daesh": "daesh"}

"""What the world knows by several names is one actor over all articles; nothing else is."""

import pytest

from tasks.actors import find_actors
from tasks.actors.corrections import COLUMNS, parse_corrections
from tasks.actors.joins.shared import shared_keys
from tasks.actors.known.folded_names import fold
from tasks.model.actor import Actor, ActorKind
from tests.actors.test_cases import document_of


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


@pytest.mark.parametrize(
    "name",
    [
        "Ukrainian forces",
        "Armed Forces of Ukraine",
        "Ukrainian Armed Forces",
        "Ukraine's military",
        "Ukrainian troops",
    ],
)
def test_a_states_forces_are_one_under_all_their_names(name: str) -> None:
    """Whichever of the names of the whole an article uses."""
    assert _shared(name, "military") == "armed forces of ukraine"


@pytest.mark.parametrize(
    "name",
    ["Ukrainian Army", "Ukrainian Ground Forces", "Ukrainian security forces", "Kurdish forces", "5th Army"],
)
def test_parts_and_others_are_not_the_whole(name: str) -> None:
    """An army that is written as a name, a branch, and forces of no state of today keep their own."""
    assert not _shared(name, "military").startswith("armed forces of")


def test_a_correction_keeps_the_second_name_to_itself() -> None:
    """A split for all articles undoes what the list of a state's forces joins."""
    document = document_of("Ukrainian troops crossed the river and withdrew.")
    line = "*,split,Armed Forces of Ukraine,Ukrainian troops,other troops,2031-05-04"
    corrections = parse_corrections("\n".join((",".join(COLUMNS), line)))
    joined, split = (find_actors(document, (), given).actors.values() for given in ((), corrections))
    assert shared_keys(joined)["ukrainian troops"] == "armed forces of ukraine"
    assert shared_keys(split)["ukrainian troops"] == "ukrainian troops"


@pytest.mark.parametrize(
    "name",
    [
        "Danish Ministry of Defence",
        "Ministry of Defense of Denmark",
        "Danish Defence Ministry",
        "Denmark's defence ministry",
    ],
)
def test_a_states_body_is_one_however_it_is_written(name: str) -> None:
    """With the state's name or adjective, before or behind, in British or American spelling."""
    assert _shared(name, "government") == "body of denmark defense ministry"


@pytest.mark.parametrize("name", ["Ministry of Defence", "Soviet Ministry of Defence", "Danish Red Cross"])
def test_a_body_of_no_state_of_today_keeps_its_own(name: str) -> None:
    """Each state has its ministry."""
    assert not _shared(name, "organisation" if "Cross" in name else "government").startswith("body of")

"""Nouns for people that their endings tell."""

import pytest

from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL


@pytest.mark.parametrize(
    "word", ["welders", "vaccinators", "arsonists", "trainees", "linemen", "rickshaw-pullers", "fisherfolk"]
)
def test_who_does_something_is_people(word: str) -> None:
    """No list has all trades; the endings of their nouns do."""
    assert IS_AGENT_PLURAL[word]


@pytest.mark.parametrize(
    "word",
    ["containers", "corridors", "committees", "specimen", "rocket-launchers", "fees", "women's", "hers"],
)
def test_things_with_such_endings_are_none(word: str) -> None:
    """What a number counts without counting people is nobody, by itself or behind a hyphen."""
    assert not IS_AGENT_PLURAL[word]

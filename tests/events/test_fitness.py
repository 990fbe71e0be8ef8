"""Which actors can have attacked, by how the article writes of them."""

from __future__ import annotations

import pytest

from tasks.events.attackers.fitness import may_attack
from tasks.model.actor import Actor, ActorBook, ActorKind, Mention
from tasks.model.span import Span
from tasks.text.analyse import analyse
from tests.events.articles import article


def _may(name: str, kind: ActorKind, title: str, prose: str) -> bool:
    document = analyse(article(f"= {title} =\n\n{prose}"))
    actor = Actor(name.lower(), name, kind)
    places = [i for i in range(len(document.text)) if document.text.startswith(name, i)]
    mentions = tuple(Mention(Span(i, i + len(name)), actor.key, "name", "test") for i in places)
    return may_attack(actor.key, document, ActorBook({actor.key: actor}, mentions, (), ()))


@pytest.mark.parametrize(
    "prose",
    ["The Karvel police arrested a man in Karvel.", "She was found near Karvel.", "He fled into Karvel."],
)
def test_a_town_attacks_nobody(prose: str) -> None:
    """A name that stands where something happened, or whose police act, is a place."""
    assert not _may("Karvel", "armed_group", "Murder of Eva Lind", prose)


def test_a_group_may_be_where_something_is_once() -> None:
    """A name that mostly acts is no place for being written as one a single time."""
    prose = "Karvel claimed the bombing. Karvel fought the army. The men had served in Karvel."
    assert _may("Karvel", "armed_group", "Osk bombing", prose)


def test_the_government_stages_no_coup_against_itself() -> None:
    """In a coup the government is whom it was against; elsewhere it may have done it."""
    prose = "The Danish government acted."
    assert not _may("Danish government", "government", "1963 Danish coup d'état", prose)
    assert _may("Danish government", "government", "1963 Osk massacre", prose)

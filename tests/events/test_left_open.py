"""Whether an article says of each of two sides that it blames the other."""

from __future__ import annotations

import pytest

from tasks.events.left_open import is_said_of_each_other
from tasks.text.analyse import analyse
from tests.events.articles import article


def _is_said(prose: str) -> bool:
    return is_said_of_each_other(analyse(article(f"= Karvel clash =\n\n{prose}")))


@pytest.mark.parametrize(
    "prose",
    [
        "Each side said that the other had fired first.",
        "Both governments blamed the others over the clash.",
        "The two accused each other of opening fire on the post.",
        "Osk said its men were ambushed, while Vell said that Osk had started the fight.",
        "Accounts differ as to who began it.",
        "Historians disagreed over which side began it.",
        "The versions varied about who had fired.",
        "Witnesses disagree on whether a shot had been heard.",
    ],
)
def test_each_blames_the_other(prose: str) -> None:
    """Each way to say so is read."""
    assert _is_said(prose)


@pytest.mark.parametrize(
    "prose",
    ["Osk said its men were ambushed, but Vell was silent.", "They fought the other army on the hill."],
)
def test_one_alone_blames_nobody(prose: str) -> None:
    """What only one side says, and what only names another, says nothing of the kind."""
    assert not _is_said(prose)

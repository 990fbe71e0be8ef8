"""Parts of a number that the sentence before gives."""

from __future__ import annotations

import pytest

from tasks.figures import find_figures
from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse


def _parts(text: str) -> list[tuple[str, int | None, bool]]:
    document = analyse(read_rendered_text(f"= A bombing =\n\n{text}\n", source_path="a.txt"))
    return [(f.property, f.value_low, f.is_subset) for f in find_figures(document)]


def test_parts_told_in_the_next_sentences_are_parts_of_the_dead() -> None:
    """What "Of these" and "nine of them" point at is the one thing that the sentence before counts."""
    text = (
        "The blast killed 120 people. Of these, 33 were children. At least nine of them were from one family."
    )
    assert _parts(text) == [("killed", 120, False), ("killed", 33, True), ("killed", 9, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 120 people and injured 30. Of these, 33 were children.",  # whose?
        "The blast killed 120 people.\n\nOf these, 33 were children.",  # of another paragraph
        "The blast killed 120 people. It was noon. Of these, 33 were children.",
    ],
)
def test_parts_of_nobody_known_are_no_figures(text: str) -> None:
    """Where the whole is two things, or not right before, the part is left alone."""
    assert 33 not in [low for _, low, _ in _parts(text)]


def test_parts_of_people_told_by_their_noun_are_parts_of_their_dead() -> None:
    """Whom "of the civilians" tells are of those whom the sentence before counts by that noun."""
    text = (
        "An inquiry found that 37 civilians and 26 insurgents were killed. The guests sat apart; of the"
        " civilians, 23 were children, 10 were women, and 4 were men."
    )
    assert _parts(text) == [
        ("killed", 37, False),
        ("killed", 26, False),
        ("killed", 23, True),
        ("killed", 10, True),
        ("killed", 4, True),
    ]
    text = "The raid killed 63 people. Of the survivors, nine were children."
    assert _parts(text) == [("killed", 63, False)]

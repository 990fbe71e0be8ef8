"""A class of words is there for a rule that asks for it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tasks.lexicons.classes import classes
from tasks.lexicons.load import load

COLUMNS = {
    "actor_context": "role", "cell_words": "class", "claim_words": "class", "construction_words": "class",
    "figure_grammar": "role", "type_words": "class",
}  # fmt: skip


@cache
def _asked_for() -> frozenset[str]:
    """Return what stands in quotation marks in the code, and the groups that wordings name as <group>."""
    code = "\n".join(path.read_text("utf-8") for path in Path("tasks").rglob("*.py"))
    wordings = " ".join(" ".join(row.values()) for row in load("claim_type_wordings"))
    return frozenset(re.findall(r"[\"'](\w+)[\"']", code)) | frozenset(re.findall(r"<(\w+)>", wordings))


@pytest.mark.parametrize("lexicon", COLUMNS)
def test_every_class_is_asked_for(lexicon: str) -> None:
    """Whoever adds a word to one finds a rule that reads it."""
    found = classes(lexicon, COLUMNS[lexicon])
    assert found and found.keys() - _asked_for() == set()


def test_a_class_takes_the_words_of_violence_that_it_implies() -> None:
    """A verb that is declared once is in the class of parties without a line there."""
    listed = {row["word"] for row in load("construction_words") if row["class"] == "act"}
    assert listed < classes("construction_words")["act"]

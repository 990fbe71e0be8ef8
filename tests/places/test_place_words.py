"""The words that a sentence has for its places: no clause, no person, no feast."""

from __future__ import annotations

import pytest

from tasks.places import phrases
from tasks.text import analyse
from tests.case_files import Case, load_cases
from tests.events.articles import article


@pytest.mark.parametrize("case", load_cases("place_words.txt"), ids=str)
def test_words_for_a_place(case: Case) -> None:
    """The phrases of a sentence are exactly the expected words."""
    document = analyse(article(f"= A case =\n\n{case.text}"))
    found = [p.span.of(document.text) for s in document.prose for p in phrases(s)]
    assert (" | ".join(found) or "-") == case.one("words")

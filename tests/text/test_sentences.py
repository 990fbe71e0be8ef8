"""Sentences of plain prose: where they end, and where they do not."""

import pytest

from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse
from tests.case_files import Case, load_cases

CASES = load_cases("sentences.txt")


def split(text: str) -> list[str]:
    """Return the sentences of a paragraph that stands in an article."""
    article = read_rendered_text(f"= A title =\n\n{text}\n", source_path="case.txt")
    return [sentence.span.of(article.text) for sentence in analyse(article).sentences]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_splits_as_expected(case: Case) -> None:
    """Each trap is split as its case file says."""
    assert split(case.text) == case.all("sentence"), case.why


def test_there_are_enough_traps() -> None:
    """The trap list holds at least 60 paragraphs; it does not shrink unseen."""
    assert len(CASES) >= 60

"""Quotations are paired paragraph by paragraph; broken ones are survived and logged."""

import pytest

from tasks.model.document import Document
from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse
from tests.case_files import Case, load_cases
from tests.text.closed import is_closed


def read(text: str) -> Document:
    """Return the document of an article that has only this text."""
    return analyse(read_rendered_text(f"= A title =\n\n{text}\n", source_path="case.txt"))


@pytest.mark.parametrize("case", load_cases("quotations.txt"), ids=str)
def test_pairs_as_expected(case: Case) -> None:
    """Each case has the closed and open quotations and the issues that its file says."""
    document = read(case.text)
    found = [(is_closed(one), one.span.of(document.text)) for one in document.quotations]
    expected = [(key == "closed", value) for key, value in case.expected if key in ("closed", "open")]
    assert found == expected, case.why
    assert [issue.code for issue in document.issues] == case.all("issue")


def test_inner_leaves_the_marks_out() -> None:
    """`inner` is what is said; of an unclosed quotation it ends where the quotation ends."""
    document = read('He said “stop” and "go on. Then he left.')
    assert [one.inner.of(document.text) for one in document.quotations] == ["stop", "go on."]


def test_issue_names_the_place() -> None:
    """The issue gives the offset of the mark, so that a person can find it."""
    document = read('He said "go on.')
    (issue,) = document.issues
    at = document.text.index('"')
    assert (issue.place, issue.stage, issue.severity) == (f"char {at}-{at + 1}", "text", "warning")
    assert issue.article == document.article.article_id

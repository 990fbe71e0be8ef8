"""Left-over markup stays in the text, is kept out of sentences, and is logged."""

import pytest

from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse
from tests.case_files import Case, load_cases


@pytest.mark.parametrize("case", load_cases("residue.txt"), ids=str)
def test_residue_is_kept_out(case: Case) -> None:
    """The sentences are the prose, and each left-over is one issue that quotes it."""
    text = f"= A title =\n\n{case.text}\n"
    document = analyse(read_rendered_text(text, source_path="case.txt"))
    assert document.text == text
    assert [one.span.of(text) for one in document.sentences] == case.all("sentence"), case.why
    issues = [issue for issue in document.issues if issue.code == "markup_residue"]
    found = []
    for issue in issues:
        start, end = map(int, issue.place.removeprefix("char ").split("-"))
        found.append(text[start:end].rstrip(" "))
        assert text[start:end].startswith(issue.value)
    assert found == case.all("residue"), case.why

"""Tokens as the model's `Token` promises them."""

import pytest

from tasks.text.quotations import pair_marks
from tasks.text.tokens import tokenize
from tests.case_files import Case, load_cases


@pytest.mark.parametrize("case", load_cases("tokens.txt"), ids=str)
def test_tokens_as_expected(case: Case) -> None:
    """Each case has the tokens, and the kinds, that its file says."""
    pairs = pair_marks(case.text, 0, len(case.text)).pairs
    marks = {position for pair in pairs for position in (pair.opening, pair.closing)}
    tokens = tokenize(case.text, 0, len(case.text), marks)
    expected = case.one("tokens").split(" ")
    shown = ["_" if token.text == "_" else token.text.replace("\u00a0", "_") for token in tokens]
    assert shown == expected, case.why
    for line in case.all("kind"):
        text, kind = line.rsplit(" ", 1)
        assert {token.kind for token in tokens if token.text == text} == {kind}, line


def test_offsets_are_those_of_the_whole_text() -> None:
    """A sentence in the middle of a text keeps the text's offsets."""
    text = "One. Two men left. Three."
    tokens = tokenize(text, 5, 18)
    assert [(token.start, token.end, token.text) for token in tokens] == [
        (5, 8, "Two"),
        (9, 12, "men"),
        (13, 17, "left"),
        (17, 18, "."),
    ]

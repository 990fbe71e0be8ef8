"""When a claim was made: dates beside the cue date it, dates in the content do not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from tasks.claims import date_claims, find_claims
from tasks.claims.narration import stated
from tasks.model.date_expression import DateExpression
from tasks.model.span import Span
from tests.case_files import Case, load_cases
from tests.claims.build import document_of

DAY = date(2020, 11, 1)


def _dated(text: str, *words: str) -> list[str | None]:
    """Return, for each claim of a text, the words of its date, the given words being the dates."""
    return [date for _, date in _cues_with_dates(text, words)]


def _cues_with_dates(
    text: str, words: Sequence[str], *, narrated: bool = False
) -> list[tuple[str, str | None]]:
    """Return each claim's cue and date's words; `narrated`: the article states each sentence as well."""
    document = document_of(text)
    dates = []
    for one in words:
        start = document.text.index(one)
        span = Span(start, start + len(one))
        dates.append(DateExpression(span, DAY.isoformat(), DAY, DAY, 1, "sentence"))
    claims = find_claims(document)
    assert claims, text
    if narrated:
        claims += tuple(stated(document, sentence) for sentence in document.sentences)
    found = date_claims(document, claims, tuple(dates))
    assert len(found) == len(claims)
    return [
        (claim.cue.of(document.text), one.span.of(document.text) if one else None)
        for claim, one in zip(claims, found, strict=True)
        if claim.cue is not None
    ]


@pytest.mark.parametrize("case", load_cases("claims_dates.txt"), ids=str)
def test_statements_have_the_dates_of_their_clauses(case: Case) -> None:
    """Each cue has the date that its case names, whether or not the article states the sentence as well."""
    expected = [f"{cue} | {words}" for cue, words in _cues_with_dates(case.text, case.all("date"))]
    assert expected == case.all("said")
    stated_too = _cues_with_dates(case.text, case.all("date"), narrated=True)
    assert [f"{cue} | {words}" for cue, words in stated_too] == case.all("said")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "On 1 November 2020, the council said that the road was open.",
            "1 November 2020",
            ["1 November 2020"],
        ),
        ("The council said on Monday that the road was open.", "Monday", ["Monday"]),
        ("The council said that the road was closed on 3 May.", "3 May", [None]),
        ("The road was open, the mayor said on 4 June.", "4 June", ["4 June"]),
        (
            "On 28 May, in a speech, the king condemned the raid, saying that it broke the truce.",
            "28 May",
            ["28 May", "28 May"],
        ),
        ("Border police on 26 October alleged that smugglers had fired.", "26 October", ["26 October"]),
    ],
)
def test_date_of_a_claim(text: str, word: str, expected: list[str | None]) -> None:
    """The date of the cue's own clause dates the claim."""
    assert _dated(text, word) == expected


def test_date_of_the_next_sentence_dates_nothing() -> None:
    """A date in another sentence is no claim's date."""
    assert _dated("The mayor said the road was open. It closed on 9 July.", "9 July") == [None]


def test_no_dates() -> None:
    """Without dates no claim is dated."""
    assert _dated("The mayor said the road was open.") == [None]

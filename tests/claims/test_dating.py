"""When a claim was made: dates beside the cue date it, dates in the content do not."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.claims import date_claims, find_claims
from tasks.model.date_expression import DateExpression
from tasks.model.span import Span
from tests.claims.build import document_of

DAY = date(2020, 11, 1)


def _dated(text: str, *words: str) -> list[str | None]:
    """Return, for each claim of a text, the words of its date, the given words being the dates."""
    document = document_of(text)
    dates = []
    for one in words:
        start = document.text.index(one)
        span = Span(start, start + len(one))
        dates.append(DateExpression(span, DAY.isoformat(), DAY, DAY, 1, "sentence"))
    claims = find_claims(document)
    assert claims, text
    found = date_claims(document, claims, tuple(dates))
    assert len(found) == len(claims)
    return [one.span.of(document.text) if one else None for one in found]


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

"""Which claims of an article are in conflict, and which are superseded."""

from __future__ import annotations

import pytest

from tasks.assemble.article_rows import rows_of
from tests.case_files import Case, load_cases
from tests.events.articles import extracted


@pytest.mark.parametrize("case", load_cases("claims_status.txt"), ids=str)
def test_status_of_claims(case: Case) -> None:
    """A conflict is about the same people at the same time; a claimant's later word supersedes the first."""
    extraction = extracted(case.text)
    rows, text = rows_of(extraction), extraction.document.text
    numbers: dict[str, list[str]] = {}
    for figure, row in zip(extraction.figures, rows["figures"], strict=True):
        numbers.setdefault(row["claim_id"], []).append(figure.number.of(text))
    told = [row for row in rows["claims"] if row["claim_id"] in numbers]
    told.sort(key=lambda row: row["char_start"])
    assert [f"{r['status']} | {', '.join(numbers[r['claim_id']])}" for r in told] == case.all("status")
    groups = {row["conflict_group"] for row in told if row["status"] == "conflict"}
    assert len(groups) <= 1 and None not in groups

"""Roles that only somebody's statement tells, and those that the article's own words tell as well."""

from __future__ import annotations

import pytest

from tests.case_files import Case, load_cases
from tests.events.articles import extracted


@pytest.mark.parametrize("case", load_cases("parties_alleged.txt"), ids=str)
def test_whose_words_tell_a_role(case: Case) -> None:
    """Each role has the cue of the claim that tells it, or the article's own words."""
    extraction = extracted(case.text)
    text = extraction.document.text
    found: dict[str, str] = {}
    for party in (party for event in extraction.events.events for party in event.actors):
        claim = None if party.claim is None else extraction.claims[party.claim]
        assert party.is_alleged == (claim is not None)
        cue = "article" if claim is None or claim.cue is None else claim.cue.of(text)
        found[f"{party.actor} | {party.role}"] = f"{cue} | {party.span.of(text)}"
    told = case.all("told")
    assert [f"{role} | {found.get(role)}" for role in (" | ".join(t.split(" | ")[:2]) for t in told)] == told

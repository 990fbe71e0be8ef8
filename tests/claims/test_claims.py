"""Claims of hand-written sentences: who said what, with which cue, of which type."""

from __future__ import annotations

import pytest

from tasks.claims import find_claims
from tasks.model.claim import Claim
from tests.case_files import Case, load_cases
from tests.claims.build import document_of

CASES = [
    *load_cases("claims.txt"),
    *load_cases("claims_published.txt"),
    *load_cases("claims_in_reports.txt"),
    *load_cases("claims_types.txt"),
    *load_cases("claims_of_war.txt"),
    *load_cases("claims_at_sea.txt"),
    *load_cases("claims_plain_said.txt"),
    *load_cases("claims_contents.txt"),
    *load_cases("claims_wrongs.txt"),
]
TRAPS = load_cases("claims_traps.txt")


def _line(claim: Claim, text: str) -> str:
    claimant = claim.claimant.of(text) if claim.claimant else "None"
    cue = claim.cue.of(text) if claim.cue else "None"
    return " | ".join((claimant, cue, claim.text(text), claim.claim_type))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_claims_of_a_text(case: Case) -> None:
    """Each text gives just the claims that its case lists, in text order."""
    document = document_of(case.text)
    found = [_line(claim, document.text) for claim in find_claims(document)]
    assert sorted(found) == sorted(case.all("claim"))


@pytest.mark.parametrize("case", TRAPS, ids=str)
def test_traps_hold_no_claim(case: Case) -> None:
    """Nouns that look like verbs, idioms and acts attribute nothing."""
    document = document_of(case.text)
    assert [_line(claim, document.text) for claim in find_claims(document)] == []


def _flagged(key: str) -> list[Case]:
    return [case for case in CASES if case.all(key)]


@pytest.mark.parametrize("case", _flagged("quote"), ids=str)
def test_quote_type(case: Case) -> None:
    """A claim says how much of it is quoted."""
    document = document_of(case.text)
    assert case.one("quote") in {claim.quote_type for claim in find_claims(document)}


@pytest.mark.parametrize("key", ["medium", "addressee"])
def test_medium_and_addressee(key: str) -> None:
    """The words for the medium and for the listener are kept apart from claimant and content."""
    cases = _flagged(key)
    assert cases
    for case in cases:
        document = document_of(case.text)
        spans = [getattr(claim, key) for claim in find_claims(document)]
        assert case.one(key) in [span.of(document.text) for span in spans if span], case.name


@pytest.mark.parametrize(
    ("key", "flag"), [("negated", "is_negated"), ("hedged", "is_hedged"), ("inherited", "inherited")]
)
def test_flags(key: str, flag: str) -> None:
    """Just the cue that a case names carries the flag; none does where it names "none"."""
    cases = _flagged(key)
    assert cases
    for case in cases:
        document = document_of(case.text)
        flagged = [c.cue.of(document.text) for c in find_claims(document) if c.cue and getattr(c, flag)]
        assert flagged == [cue for cue in case.all(key) if cue != "none"], case.name


def test_nested_claim_points_to_its_parent() -> None:
    """A claim within a claim knows the index of the one that holds it."""
    for case in _flagged("parent"):
        document = document_of(case.text)
        claims = find_claims(document)
        nested = [claim for claim in claims if claim.parent is not None]
        assert [claim.cue.of(document.text) for claim in nested if claim.cue] == case.all("parent")
        for claim in nested:
            assert claim.parent is not None
            assert claims[claim.parent].extent.contains(claim.extent)

"""Which construction gave each party, and how far it can be trusted."""

from __future__ import annotations

import pytest

from tasks.assemble.article_rows import rows_of
from tasks.assemble.confidence import claim_confidence, party_confidence
from tasks.lexicons.load import load
from tests.case_files import CASES, Case, load_cases
from tests.events.articles import extracted


@pytest.mark.parametrize("case", load_cases("party_rules.txt"), ids=str)
def test_each_party_says_by_which_rule_it_was_found(case: Case) -> None:
    """The rule is the one that reads the passage; perpetrators and targets have its measured precision."""
    extraction = extracted(case.text)
    rows, text = rows_of(extraction)["event_actors"], extraction.document.text
    found = [f"{text[r['char_start'] : r['char_end']]} | {r['role']} | {r['rule']}" for r in rows]
    assert [one for one in case.all("rule") if one not in found] == [], found
    for row in rows:
        assert row["confidence"] == party_confidence(row["role"], row["rule"])


@pytest.mark.parametrize("file", [path.name for path in sorted(CASES.glob("parties*.txt"))])
def test_every_rule_is_explained(file: str) -> None:
    """What no reader of the tables could look up is given to none of the cases' parties."""
    explained = {entry["rule"] for entry in load("party_rules")}
    events = [event for case in load_cases(file) for event in extracted(case.text).events.events]
    found = {party.rule for event in events for party in event.actors}
    assert found and found <= explained


def test_only_what_was_measured_has_a_confidence() -> None:
    """A rule without labels has none; the same name may be trusted otherwise in another role."""
    listed = load("party_rule_precision")
    assert {entry["role"] for entry in listed} == {"perpetrator", "target"}
    one = listed[0]
    assert party_confidence(one["role"], one["rule"]) == float(one["precision"])
    assert party_confidence("participant", one["rule"]) is None
    assert party_confidence(one["role"], "no_such_rule") is None
    assert claim_confidence("no_such_rule") is None

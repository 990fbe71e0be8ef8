"""Which construction found each event, and how far it can be trusted."""

from __future__ import annotations

from typing import get_args

import pytest

from tasks.assemble.article_rows import rows_of
from tasks.assemble.confidence import event_confidence
from tasks.lexicons.load import load
from tasks.model.event import EventRule
from tests.case_files import Case, load_cases
from tests.events.articles import extracted

CASES = load_cases("event_rules.txt")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_event_says_by_which_rule_it_was_found(case: Case) -> None:
    """The rule is the one that reads the passage; an article's own event has no confidence."""
    rows = rows_of(extracted(case.text))["events"]
    assert [f"{row['evidence']} | {row['rule']}" for row in rows] == list(case.all("rule"))
    for row in rows:
        assert row["is_main"] == row["rule"].startswith("own_")
        assert row["confidence"] == (None if row["is_main"] else event_confidence(row["rule"]))


def test_each_rule_is_explained_and_each_explained_one_finds_an_event() -> None:
    """The explained rules are those that the code may give (mypy sees to it) and that the cases give."""
    explained = {entry["rule"] for entry in load("event_rules")}
    assert explained == set(get_args(EventRule))
    assert explained == {rule.rsplit(" | ", 1)[1] for case in CASES for rule in case.all("rule")}


def test_only_rules_of_other_events_are_measured() -> None:
    """Each measured rule is one that is explained; an article's own event is never wrong by its date."""
    listed = load("event_rule_precision")
    explained = {entry["rule"] for entry in load("event_rules")}
    assert listed and {entry["rule"] for entry in listed} <= explained
    assert event_confidence(listed[0]["rule"]) == float(listed[0]["precision"])
    assert event_confidence("own_sentence") is None
    assert event_confidence("no_such_rule") is None

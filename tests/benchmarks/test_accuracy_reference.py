"""The measures agree with the reference scoring program on hand-made tables and labels."""

import json
from pathlib import Path

import pytest

from benchmarks.accuracy.dataset import Dataset
from benchmarks.accuracy.score import score_labels

CASE = json.loads((Path(__file__).parents[1] / "cases" / "accuracy_reference.json").read_text("utf-8"))
SCORES = score_labels(CASE["gold"], Dataset(CASE["tables"]))


@pytest.mark.parametrize("measure", CASE["expected"])
def test_measure_agrees_with_the_reference(measure):
    """Hits, given and labelled items are those that the reference program counted."""
    count = SCORES.totals()[measure]
    assert [count.hits, count.given, count.gold] == CASE["expected"][measure]


def test_only_places_types_and_open_doers_are_added_and_absent_articles_are_named():
    """The reference counts no resolved places, untyped labels, open doers or sure events; absence shows."""
    added = {"place_country", "place_point", "claim_type_all", "event_perpetrator_open"}
    added |= {"secondary_events_sure"}
    assert set(SCORES.totals()) == set(CASE["expected"]) | added
    assert list(SCORES.absent) == CASE["absent"]

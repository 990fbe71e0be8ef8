"""Which given events beside an article's own are right, and how far their rules can be trusted."""

import json
from pathlib import Path

from benchmarks.accuracy.dataset import Dataset
from benchmarks.accuracy.events import SURE, judged_others, score_events
from benchmarks.accuracy.report import MEANINGS
from benchmarks.accuracy.rules import event_answers, measure_rules, smoothed, write_rules
from tasks.lexicons.load import parse

SCHEMA = Path(__file__).parents[2] / "tasks" / "lexicons" / "data" / "event_rule_precision.schema.json"
NOTHING = Dataset({"articles": [], "actors": [], "event_actors": []})


def event(day, dead, rule="verb", *, confidence=None, is_main=False):
    """Return a row of events with what is judged."""
    cells = {"date_start": day, "deaths_low": dead, "rule": rule, "confidence": confidence}
    return {"event_id": f"{day} {dead}", "is_main": is_main, **cells}


def test_an_event_is_right_if_a_label_has_its_day_and_its_dead():
    """One label is matched once, the own event is not judged, and without labels each event is wrong."""
    rows = [
        event("2012-05-03", 9, "own_sentence", is_main=True),
        event("2012-05-09", 4),
        event("2012-05-09", 4),
        event("2012-06-01", 2),
        event("2012-07-01", None, "happened"),
    ]
    labels = [
        {"start_date": "2012-05-09", "killed_low": 4},
        {"start_date": "2012-06", "killed_low": 3},
        {"start_date": "2012-07"},
    ]
    judged = judged_others({"secondary_events": labels}, rows)
    assert [row for row, _ in judged] == rows[1:]
    assert [right for _, right in judged] == [True, False, False, True]
    assert [right for _, right in judged_others({}, rows)] == [False] * 4


def test_sure_events_are_scored_once_more():
    """Those of a confidence below the bound, or without any, are left out of the second measure."""
    rows = [
        event("2012-05-09", 4, confidence=SURE),
        event("2012-06-01", 2, confidence=SURE - 0.01),
        event("2012-06-02", 2),
    ]
    labels = [{"start_date": "2012-05-09"}, {"start_date": "2012-06-01"}]
    gold = {"main_event": {}, "secondary_events": labels}
    counts, _ = score_events(gold, rows, NOTHING)
    every, sure = counts["secondary_events"], counts["secondary_events_sure"]
    assert (every.hits, every.given, every.gold) == (2, 3, 2)
    assert (sure.hits, sure.given, sure.gold) == (1, 1, 2)
    assert f"{SURE}" in MEANINGS["secondary_events_sure"]


def test_a_rule_with_few_events_has_the_estimate_over_all(tmp_path):
    """Five events are enough for an estimate of a rule's own; the file is read as the lexicon that it is."""
    rows = [
        *[(event("2012-05-09", 4, "verb"), True)] * 6,
        *[(event("2012-05-09", 4, "happened"), False)] * 4,
    ]
    measured = measure_rules(event_answers(rows))
    assert [(r.rule, r.precision, r.matched, r.n, r.basis) for r in measured] == [
        ("happened", smoothed(6, 10), 0, 4, "all"),
        ("verb", smoothed(6, 6), 6, 6, "rule"),
    ]
    path = tmp_path / "event_rule_precision.csv"
    write_rules(measured, path, 3, 1)
    entries = parse(path.read_text("utf-8"), json.loads(SCHEMA.read_text("utf-8")), path.name)
    assert [(e["rule"], e["precision"]) for e in entries] == [("happened", "0.583"), ("verb", "0.875")]

"""What the accuracy report shows, and what it must not show."""

import datetime
import json
from pathlib import Path

import pytest

from benchmarks.accuracy.__main__ import score_folders
from benchmarks.accuracy.dataset import Dataset
from benchmarks.accuracy.report import by_article, markdown, terminal, worst
from benchmarks.accuracy.rules import measure_rules, smoothed, write_rules
from tasks.lexicons.load import parse

ROOT = Path(__file__).parents[2]
CASE = json.loads((ROOT / "tests" / "cases" / "accuracy_reference.json").read_text("utf-8"))
SCHEMA = ROOT / "tasks" / "lexicons" / "data" / "rule_precision.schema.json"


@pytest.fixture
def columns(tmp_path):
    """Scores of one seen and one unseen article."""
    for folder, gold in zip(("seen", "unseen"), CASE["gold"][:2], strict=True):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.json").write_text(json.dumps(gold), encoding="utf-8")
    return score_folders([tmp_path / "seen", tmp_path / "unseen"], Dataset(CASE["tables"]))


def test_an_unseen_article_shows_only_in_the_totals(columns):
    """No title, no error and no row of an unseen article leaves the program."""
    errors = worst(columns["seen"], 100)
    report = markdown(columns, [], errors, datetime.date(2020, 2, 3))
    shown = report + terminal(columns) + by_article(columns["seen"])
    assert "Valley of Ors" in shown
    assert "2020-02-03" in report
    assert "1 seen, 1 unseen" in report
    for secret in ("Harbour", "sailors", "navy"):
        assert secret not in shown


def test_errors_come_from_the_articles_in_turn(columns):
    """A bad article does not crowd the others out; the limit holds."""
    errors = worst(columns["seen"], 2)
    assert len(errors) == 2
    assert errors[0].startswith("[Valley of Ors] missed: Radio Ors")


def test_markdown_shows_article_text_as_text(columns):
    """An article's words cannot become markup of the report."""
    report = markdown(columns, [], ["<b>|*x*"], datetime.date(2020, 2, 3))
    assert r"\<b\>\|\*x\*" in report


def judged(rule, cue_class, rights):
    """Return judged claims of one rule."""
    return [({"rule": rule, "cue_class": cue_class}, right) for right in rights]


def test_a_rule_with_few_claims_gets_the_estimate_of_its_class():
    """Three of three is no certainty, and one of one says next to nothing."""
    claims = [
        *judged("often", "say", [True] * 8 + [False] * 2),
        *judged("seldom", "say", [False]),
        *judged("lonely", "odd", [True]),
    ]
    often, lonely, seldom = sorted(
        measure_rules(claims), key=lambda rule: ("often", "lonely", "seldom").index(rule.rule)
    )
    assert (often.precision, often.basis, often.n) == (smoothed(8, 10), "rule", 10)
    assert (seldom.precision, seldom.basis, seldom.n) == (smoothed(8, 11), "class", 1)
    assert (lonely.precision, lonely.basis, lonely.n) == (smoothed(9, 12), "all", 1)
    assert 0 < smoothed(0, 0) < smoothed(3, 3) < 1


def test_written_precisions_are_a_valid_lexicon(tmp_path):
    """What the benchmark writes is what the assemble step can load."""
    path = tmp_path / "rule_precision.csv"
    write_rules(measure_rules(judged("often", "say", [True] * 9)), path, articles=3)
    entries = parse(path.read_text("utf-8"), json.loads(SCHEMA.read_text("utf-8")), path.name)
    assert [entry["precision"] for entry in entries] == ["0.909"]

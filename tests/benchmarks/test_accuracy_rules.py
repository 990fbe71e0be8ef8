"""How far a rule can be trusted on a new article, and whether that holds, by made-up answers."""

import datetime
import json
from pathlib import Path

import pytest

from benchmarks.accuracy.calibration import calibrated
from benchmarks.accuracy.measured_rules import Articles, measured_rules, write_lexicons
from benchmarks.accuracy.report import markdown
from benchmarks.accuracy.rules import WEIGHT, Answer, claim_answers, measure_rules, smoothed
from benchmarks.accuracy.score import ArticleScore, Outcome
from tasks.lexicons.load import parse

LEXICONS = Path(__file__).parents[2] / "tasks" / "lexicons" / "data"


def answers(rule, kind, rights, of=""):
    """Return the answers of one rule."""
    return [Answer(of, rule, kind, right) for right in rights]


def test_a_rule_with_few_claims_gets_the_estimate_of_its_class():
    """Three of three is no certainty, and one of one says next to nothing."""
    seen = [
        *answers("often", "say", [True] * 8 + [False] * 2),
        *answers("seldom", "say", [False]),
        *answers("lonely", "odd", [True]),
    ]
    by_name = {rule.rule: rule for rule in measure_rules(seen)}
    often, seldom, lonely = (by_name[name] for name in ("often", "seldom", "lonely"))
    assert (often.precision, often.basis, often.n) == (pytest.approx(smoothed(8, 10)), "rule", 10)
    assert (seldom.precision, seldom.basis, seldom.n) == (pytest.approx(smoothed(8, 11)), "class", 1)
    assert (lonely.precision, lonely.basis, lonely.n) == (pytest.approx(smoothed(9, 12)), "all", 1)
    assert 0 < smoothed(0, 0) < smoothed(3, 3) < 1


def test_what_rules_lose_on_unseen_articles_lowers_each():
    """A rule that no unseen article has falls as all do; one that they have, by its own answers there."""
    seen = [*answers("here", "say", [True] * 18), *answers("there", "say", [True] * 18)]
    unseen = answers("there", "say", [True, False] * 4)
    here, there = measure_rules(seen, unseen)
    lowered = smoothed(4, 8) / smoothed(36, 36)
    assert here.precision == pytest.approx(lowered * smoothed(18, 18))
    assert there.precision == pytest.approx((4 + WEIGHT * here.precision) / (8 + WEIGHT))
    assert (there.matched, there.n, there.unseen_matched, there.unseen_n) == (18, 18, 4, 8)


def test_a_rule_that_only_unseen_articles_have_is_measured():
    """It has the estimate of its class, to which its own answers are added; nothing is above certain."""
    seen = answers("here", "say", [True] * 8 + [False] * 8)
    new = next(r for r in measure_rules(seen, answers("new", "say", [True] * 6)) if r.rule == "new")
    assert (new.matched, new.n, new.basis) == (0, 0, "class")
    assert smoothed(8, 16) < new.precision < 1


def test_each_role_is_lowered_by_itself():
    """What perpetrators lose takes nothing from targets."""
    seen = [*answers("camp", "a", [True] * 8, "perpetrator"), *answers("camp", "b", [True] * 8, "target")]
    unseen = [*answers("camp", "a", [False] * 8, "perpetrator"), *answers("camp", "b", [True] * 8, "target")]
    attackers, attacked = measure_rules(seen, unseen)
    assert (attackers.of, attacked.of) == ("perpetrator", "target")
    assert attackers.precision < 0.2 and attacked.precision > 0.9


def test_bands_say_how_many_of_a_confidence_are_right():
    """An answer of a rule that was never measured is in none."""
    rules = measure_rules([*answers("good", "say", [True] * 30), *answers("bad", "odd", [False] * 30)])
    told = [*answers("good", "say", [True, True, False]), *answers("bad", "odd", [False])]
    low, high = calibrated(rules, [*told, *answers("unknown", "say", [True])])
    assert (low.low, low.high, low.n, low.right) == (0.0, 0.5, 1, 0)
    assert (high.low, high.high, high.n, high.right) == (0.95, 1.0, 3, 2)
    assert high.confidence == pytest.approx(smoothed(30, 30))


def article(rule, rights):
    """Return the score of an article with claims of one rule, a perpetrator and another event for each."""
    row = {"rule": rule, "cue_class": "say", "role": "perpetrator"}
    judged = tuple((row, right) for right in rights)
    statements = Outcome(counts={}, missed=(), extra=(), wrong=(), judged=judged)
    return ArticleScore("An article", {}, statements, (), judged, judged)


def test_written_precisions_are_valid_lexicons_and_shown(tmp_path):
    """What the benchmark writes is what the assemble step can load; the report has the same figures."""
    articles = Articles([article("often", [True] * 9)], [article("often", [True, False])])
    measured = measured_rules(articles, articles)
    write_lexicons(measured, tmp_path)
    for name in ("rule_precision", "party_rule_precision", "event_rule_precision"):
        schema = json.loads((LEXICONS / f"{name}.schema.json").read_text("utf-8"))
        (entry,) = parse((tmp_path / f"{name}.csv").read_text("utf-8"), schema, name)
        assert (entry["matched"], entry["n"], entry["unseen_matched"], entry["unseen_n"]) == (
            "9",
            "9",
            "1",
            "2",
        )
        assert "1 seen and 1 unseen" in (tmp_path / f"{name}.csv").read_text("utf-8")
    report = markdown({}, measured, [], datetime.date(2020, 2, 3))
    precision = f"{measured.claims.rules[0].precision:.3f}"
    assert f"| often | {precision} | 9 | 9 | rule | 1 | 2 |" in report
    assert f"| perpetrator | often | {precision} | 9 | 9 | rule | 1 | 2 |" in report


def test_answers_are_named_by_the_rows_columns():
    """A claim's class is that of its cue."""
    assert claim_answers([({"rule": "said_that", "cue_class": "say"}, True)]) == [
        Answer("", "said_that", "say", True)
    ]

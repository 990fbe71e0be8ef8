"""Which given parties are right, and how far their rules can be trusted, by hand-made rows."""

import json
from pathlib import Path

from benchmarks.accuracy.dataset import Dataset
from benchmarks.accuracy.events import judged_parties
from benchmarks.accuracy.rules import measure_rules, party_answers, smoothed, write_party_rules
from tasks.lexicons.load import parse

SCHEMA = Path(__file__).parents[2] / "tasks" / "lexicons" / "data" / "party_rule_precision.schema.json"
EVENT = {"event_id": "e", "article_id": "x", "is_main": True}
PARTIES = (("a", "Red Front"), ("b", "gunmen"))


def test_each_given_party_is_judged_where_its_role_is_labelled():
    """A name of the label is right, another wrong, as is whoever is named where it is left open."""
    links = [("e", "a", "perpetrator"), ("e", "b", "perpetrator"), ("e", "b", "target")]
    links.append(("other", "a", "perpetrator"))  # of another event
    columns = ("event_id", "actor_id", "role")
    given = Dataset(
        {
            "articles": [],
            "actors": [{"actor_id": a, "name": name, "aliases": None} for a, name in PARTIES],
            "event_actors": [dict(zip(columns, link, strict=True)) for link in links],
        }
    )

    def judged(**labels):
        rows = judged_parties({"main_event": labels}, [EVENT], given)
        return [(row["role"], row["actor_id"], right) for row, right in rows]

    assert judged(perpetrators=["the Red Front"]) == [("perpetrator", "a", True), ("perpetrator", "b", False)]
    assert judged(perpetrators=[]) == [("perpetrator", "a", False)]
    assert judged(targets=["gunmen"]) == [("target", "b", True)]
    assert judged() == []


def test_rules_of_parties_are_measured_by_role(tmp_path):
    """A rule may be right in one role and wrong in the other; one with few rows gets its role's."""
    rows = [
        *[({"role": "perpetrator", "rule": "subject"}, True)] * 6,
        *[({"role": "perpetrator", "rule": "leader"}, False)] * 2,
        *[({"role": "target", "rule": "subject"}, False)] * 5,
    ]
    measured = measure_rules(party_answers(rows))
    assert {(r.of, r.rule): (r.precision, r.basis) for r in measured} == {
        ("perpetrator", "subject"): (smoothed(6, 6), "rule"),
        ("perpetrator", "leader"): (smoothed(6, 8), "class"),
        ("target", "subject"): (smoothed(0, 5), "rule"),
    }
    path = tmp_path / "party_rule_precision.csv"
    write_party_rules(measured, path, 3, 1)
    entries = parse(path.read_text("utf-8"), json.loads(SCHEMA.read_text("utf-8")), path.name)
    assert [(e["role"], e["rule"], e["precision"]) for e in entries] == [
        ("perpetrator", "leader", "0.700"),
        ("perpetrator", "subject", "0.875"),
        ("target", "subject", "0.143"),
    ]

"""How far two readers agree is scored like a dataset, and on the same articles."""

import json
from pathlib import Path

import pytest

from benchmarks.accuracy.matching import Count
from benchmarks.accuracy.score import ArticleScore, Scores, read_labels
from benchmarks.accuracy.second_reader import (
    SecondReaderError,
    agreement,
    agreement_table,
    agreements,
    second_labels,
)

GOLD = Path(__file__).parents[1] / "gold"
FIRST = {
    "title": "Raid on Oakmere",
    "main_event": {
        "killed_low": 4,
        "killed_high": None,
        "perpetrators": ["Northern Front", "Colonel Vane"],
        "targets": ["Oakmere garrison"],
    },
}
SECOND = {
    "title": "Raid on Oakmere",
    "perpetrators": ["Northern Front"],
    "targets": ["garrison of Oakmere", "Oakmere"],
    "killed_low": 5,
    "killed_high": 5,
}


def test_names_are_matched_and_tolls_compared_as_for_a_dataset():
    """One of two attackers, the target among two names, and another number of dead."""
    counts = agreement([FIRST], [SECOND])
    assert counts["event_perpetrator"] == Count(hits=1, given=1, gold=2)
    assert counts["event_target"] == Count(hits=1, given=2, gold=1)
    assert counts["event_deaths_low"] == Count(hits=0, given=1, gold=1)
    assert "event_deaths_high" not in counts


def test_a_reader_who_says_the_same_agrees_wholly():
    """The first reader's own labels score 1.0 on every measure."""
    main = FIRST["main_event"]
    counts = agreement([FIRST], [{"title": FIRST["title"], **main}])
    assert {measure: count.f1 for measure, count in counts.items()} == {
        "event_perpetrator": 1.0,
        "event_target": 1.0,
        "event_deaths_low": 1.0,
    }


def statement(name, kind, **more):
    """Return a labelled statement."""
    return {"id": name, "claimant": "The mayor", "content": "it was a raid", "kind": kind, **more}


def test_types_are_compared_of_what_has_one():
    """A warning is a threat; what is optional, no statement or of no type of its own is not counted."""
    first = [
        statement("a", "warning"),
        statement("b", "accusation"),
        statement("c", "report"),
        statement("d", "denial", optional=True),
        statement("e", "condemnation", core=False),
    ]
    gold, second = FIRST | {"claims": first}, SECOND | {"kinds": {"a": "threat", "b": "assessment"}}
    assert agreement([gold], [second])["claim_type"] == Count(hits=1, given=2, gold=2)
    with pytest.raises(SecondReaderError, match="Raid on Oakmere: no second kind of b"):
        agreement([gold], [SECOND | {"kinds": {"a": "threat"}}])


@pytest.mark.parametrize("second", [[], [SECOND, SECOND | {"title": "Another raid"}]])
def test_articles_of_one_reader_only_are_named(second):
    """Nothing is scored on articles that one of the two did not read."""
    with pytest.raises(SecondReaderError, match=r"Oakmere|Another raid"):
        agreement([FIRST], second)


def test_the_table_shows_both_beside_each_other(tmp_path):
    """What casus scored stands behind what the reader scored; a set that casus was not run on is left out."""
    for folder, rows in (("second_reader", None), ("unseen", FIRST), ("events/unseen", FIRST)):
        (tmp_path / folder).mkdir(parents=True)
        if rows:
            (tmp_path / folder / "raid.json").write_text(json.dumps(rows), "utf-8")
    for name in ("whole", "events"):
        (tmp_path / "second_reader" / f"{name}.json").write_text(json.dumps([SECOND]), "utf-8")
    score = ArticleScore("Raid on Oakmere", {"event_perpetrator": Count(2, 2, 2)}, None, ())
    [found] = agreements(tmp_path, Scores((score,), ()), {})
    assert (found.of, found.articles) == ("Whole articles", 1)
    assert agreement_table([found])[-1] == "| Whole articles (1) | 0.667, 1.000 (2) | - | - | - | - |"


@pytest.mark.parametrize("name", ["whole", "written", "clashes", "openings", "beginnings", "events", "news"])
def test_each_unseen_article_was_read_twice(name):
    """The second labels are of the unseen articles, of all, and no copy of the first ones."""
    folder = GOLD if name == "whole" else GOLD / name
    second = second_labels(GOLD)[name]
    counts = agreement(read_labels(folder / "unseen"), second)
    assert counts["event_perpetrator"].gold > 0
    assert sum(count.f1 < 1 for count in counts.values()) >= 2

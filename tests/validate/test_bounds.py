"""Floors and ceilings stop what looks like a collapse, and nothing that is small or new."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from tasks.tables import TABLES, to_table
from tasks.validate.bounds import BOUNDS, Bounds, BoundsError, against, load_bounds, own, quarantine_share
from tasks.validate.comparison import Comparison
from tests.miniature import Rows, miniature_rows, tables_of

ARTICLES = 25


def _many(articles: int = ARTICLES, begin: int = 0, **cells: Any) -> dict[str, pa.Table]:
    """Return a dataset of many articles with one event, five mentions, a claim, ... each."""
    first = miniature_rows()
    rows: Rows = {name: [] for name in TABLES}
    for n in range(begin, begin + articles):
        names = {"article_id": f"enwiki:{n}", "event_id": f"event-{n}", "claim_id": f"claim-{n}"}
        for name in ("articles", "events", "claims", "figures", "event_actors", "actors"):
            row = first[name][0]
            extra = {"figure_id": f"figure-{n}", "actor_id": f"actor-{n}"}
            own = {key: value for key, value in {**names, **extra}.items() if key in row}
            rows[name].append(row | own | {key: value for key, value in cells.items() if key in row})
        for m in range(5):
            row = first["mentions"][0]
            ids = {"mention_id": f"mention-{n}-{m}", "actor_id": f"actor-{n}", "article_id": f"enwiki:{n}"}
            rows["mentions"].append(row | ids)
    return tables_of(rows)


@pytest.fixture
def bounds() -> Bounds:
    """The project's own bounds."""
    return load_bounds()


def _failed(results: Any) -> set[str]:
    return {f"{result.table}: {result.rule}" for result in results if not result.success}


def test_the_same_dataset_again_is_within_all(bounds: Bounds) -> None:
    """Nothing has changed, nothing is refused."""
    tables = _many()
    assert _failed(against(tables, Comparison(tables), bounds)) == set()
    assert _failed(own(tables, bounds)) == set()
    assert _failed(quarantine_share(tables, tables, bounds)) == set()


def test_vanished_articles_are_refused(bounds: Bounds) -> None:
    """Less than four fifths of the articles is a collapse; a growing dataset is none."""
    assert "articles: articles_against_last" in _failed(against(_many(19), Comparison(_many()), bounds))
    assert _failed(against(_many(21), Comparison(_many()), bounds)) == set()
    assert _failed(against(_many(200), Comparison(_many()), bounds)) == set()


def test_other_articles_are_refused_in_one_sentence(bounds: Bounds) -> None:
    """As many articles, but others: how they are filled is not compared, and how to go on is told."""
    other = _many(30, begin=20, country=None)
    [refused] = [r for r in against(other, Comparison(_many()), bounds) if not r.success]
    assert refused.observed == "20 of the 25 articles of the last dataset would disappear"
    assert "--drop-articles" in refused.why


def test_articles_go_where_the_run_is_told_so(bounds: Bounds) -> None:
    """It is let through, and that it was is told."""
    results = list(against(_many(1), Comparison(_many()), bounds, may_drop=True))
    assert _failed(results) == set()
    assert [r.rule for r in results if r.waived] == ["articles_against_last"]
    assert not any(r.waived for r in against(_many(), Comparison(_many()), bounds, may_drop=True))


def test_articles_that_come_do_not_hide_a_collapse_nor_look_like_one(bounds: Bounds) -> None:
    """Columns are compared over the articles of both: new ones may be filled as they like."""
    grown = _joined(_many(), _many(200, begin=100, country=None, event_name="Another"))
    assert _failed(against(grown, Comparison(_many()), bounds)) == set()
    emptied = _joined(_many(country=None), _many(200, begin=100))
    assert "events: nulls_against_last" in _failed(against(emptied, Comparison(_many()), bounds))
    assert "events: changed_against_last" in _failed(against(emptied, Comparison(_many()), bounds))
    fewer = _many(22, event_name="Another")
    assert _failed(against(fewer, Comparison(_many()), bounds)) == {"events: changed_against_last"}


def _joined(one: dict[str, pa.Table], other: dict[str, pa.Table]) -> dict[str, pa.Table]:
    return {name: pa.concat_tables([one[name], other[name]]) for name in one}


def test_rows_per_article_stay_near_the_last_ones(bounds: Bounds) -> None:
    """A table that loses or doubles its rows is refused."""
    tables = _many()
    half = tables | {"mentions": tables["mentions"].slice(0, 60)}
    assert _failed(against(half, Comparison(tables), bounds)) == {
        "mentions: rows_against_last",
        "mentions: changed_against_last",
    }
    assert _failed(against(tables, Comparison(half), bounds)) == {"mentions: rows_against_last"}


def test_emptied_columns_are_refused(bounds: Bounds) -> None:
    """A column that was filled and is NULL now is a broken step."""
    failed = _failed(against(_many(country=None), Comparison(_many()), bounds))
    assert failed == {"events: nulls_against_last", "events: changed_against_last"}


def test_changed_rows_are_refused_unless_the_code_changed(bounds: Bounds) -> None:
    """Every row different, with the same code, is no news; with new code it may be."""
    other = _many(event_name="Something else")
    assert _failed(against(other, Comparison(_many()), bounds)) == {"events: changed_against_last"}
    newer = _many(event_name="Something else", extractor_version="99.0")
    assert _failed(against(newer, Comparison(_many()), bounds)) == set()


def test_a_small_last_dataset_says_nothing(bounds: Bounds) -> None:
    """One article more or less among three is no collapse."""
    assert list(against(_many(1), Comparison(_many(3)), bounds)) == []


def test_rows_per_article_are_plausible(bounds: Bounds) -> None:
    """Twenty articles without a claim are a broken step, one is not."""
    empty = {"claims": to_table("claims", [])}
    assert _failed(own(_many() | empty, bounds)) == {"claims: rows_per_article", "claims: some_rows"}
    assert _failed(own(_many(1) | empty, bounds)) == set()


@pytest.mark.parametrize(("articles", "warns"), [(4, False), (5, True)])
def test_a_table_without_rows_is_worth_a_warning_from_some_articles_on(
    bounds: Bounds, articles: int, warns: bool
) -> None:
    """One short text may well name nobody; five without any figure are odd."""
    results = list(own(_many(articles) | {"figures": to_table("figures", [])}, bounds))
    assert [(r.table, r.severity) for r in results if not r.success] == (
        [("figures", "warning")] if warns else []
    )
    assert not any(r.table == "citations" for r in results)


def test_too_much_quarantine_is_refused(bounds: Bounds) -> None:
    """More than the share, or all rows of a table that must not be empty."""
    tables = _many(200)
    few = tables | {"claims": tables["claims"].slice(0, 191)}
    many = tables | {"claims": tables["claims"].slice(0, 189)}
    none = _many(1) | {"articles": to_table("articles", [])}
    assert _failed(quarantine_share(tables, few, bounds)) == set()
    assert _failed(quarantine_share(tables, many, bounds)) == {"claims: quarantined_share"}
    assert _failed(quarantine_share(_many(1), none, bounds)) == {"articles: quarantined_share"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"previus": {}}, "previus"),
        ({"quarantine": {"share": 5, "from_rows": 1}}, "less than or equal to 1"),
        (
            {"per_article": {"from_articles": 1, "any_from_articles": 1, "tables": {"claim": [1, 2]}}},
            "no such tables: .*claim",
        ),
    ],
)
def test_a_wrong_file_is_an_error(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    """A misspelt bound is refused, not left out."""
    path = tmp_path / "bounds.json"
    path.write_text(json.dumps(json.loads(BOUNDS.read_text("utf-8")) | change), "utf-8")
    with pytest.raises(BoundsError, match=message):
        load_bounds(path)

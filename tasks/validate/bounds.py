"""Floors and ceilings: what a dataset may be, in itself and against the last one published.

They stop a run that would publish a collapse: half the rows gone, a column emptied, every row
changed.  All numbers stand in `expectations/bounds.json`; `expectations/README.md` says when they may be
moved.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tasks.tables.suites import EXPECTATIONS
from tasks.tables.tables import TABLES
from tasks.validate.comparison import Comparison
from tasks.validate.in_both import InBoth, in_both
from tasks.validate.matched_rows import OF_THE_TAKING
from tasks.validate.verdict import Level, Result

BOUNDS = EXPECTATIONS / "bounds.json"

# What these hold depends on how articles were fetched, not on how they are read.
OF_THE_WIKI = (*OF_THE_TAKING, "first_seen_revision_id", "first_seen_at", "page_status", "moved_to")


class BoundsError(ValueError):
    """The bounds' file is not right. The message names what."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Quarantine(_Strict):
    """How much may go to quarantine: of each table, from so many quarantined rows on."""

    share: float = Field(ge=0, le=1)
    from_rows: int = Field(ge=1)


class PerArticle(_Strict):
    """Rows per article that a table may have, in datasets of at least so many articles.

    Attributes:
        from_articles: so many articles there must be for that.
        any_from_articles: from so many on, a table without any row is worth a warning.
    """

    from_articles: int = Field(ge=1)
    any_from_articles: int = Field(ge=1)
    tables: Mapping[str, tuple[float, float]]


class Previous(_Strict):
    """What may differ from the last dataset, where that has at least so many articles.

    All but the first are asked over the articles that are in both, if these are as many.

    Attributes:
        articles_floor: least share of the last dataset's articles that there must be.
        rows_per_article: least and greatest ratio of rows per article, now to then.
        null_share: by how much the share of NULLs of a column may rise.
        changed_share: share of the last dataset's rows that may be gone or different, if the same
            code made both.
    """

    from_articles: int = Field(ge=1)
    articles_floor: float = Field(ge=0, le=1)
    rows_per_article: tuple[float, float]
    null_share: float = Field(ge=0, le=1)
    changed_share: float = Field(ge=0, le=1)


class Bounds(_Strict):
    """All floors and ceilings."""

    quarantine: Quarantine
    per_article: PerArticle
    previous: Previous


def load_bounds(path: Path = BOUNDS) -> Bounds:
    """Return the bounds of a file.

    Raises:
        BoundsError: if it cannot be read, or names what is not known.
    """
    try:
        bounds = Bounds.model_validate(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, ValidationError) as error:
        raise BoundsError(f"{path.name}: {error}") from error
    if unknown := sorted(set(bounds.per_article.tables) - set(TABLES)):
        raise BoundsError(f"{path.name}: no such tables: {unknown}")
    return bounds


def quarantine_share(
    staged: Mapping[str, pa.Table], kept: Mapping[str, pa.Table], bounds: Bounds
) -> Iterator[Result]:
    """Yield a result for each table: whether too much of it, or all of it, went to quarantine."""
    limit = bounds.quarantine
    for name, table in staged.items():
        gone = table.num_rows - kept[name].num_rows
        share = gone / table.num_rows if table.num_rows else 0.0
        emptied = gone > 0 and gone == table.num_rows and TABLES[name].rows_due == "always"
        fails = emptied or (gone >= limit.from_rows and share > limit.share)
        yield _result(
            name, "quarantined_share", (), f"At most {limit.share:.0%} of rows may go to quarantine.",
            fails, f"{gone} of {table.num_rows} rows",
        )  # fmt: skip


def own(kept: Mapping[str, pa.Table], bounds: Bounds) -> Iterator[Result]:
    """Yield a result for each table that should have rows, and for each whose number of rows is bounded."""
    articles = kept["articles"].num_rows
    for name, table in kept.items():
        if TABLES[name].rows_due == "mostly":
            is_asked = articles >= bounds.per_article.any_from_articles
            yield _result(
                name, "some_rows", (), "Most articles give some.", not table.num_rows,
                f"{'some' if table.num_rows else 'no'} rows", applied=is_asked, severity="warning",
            )  # fmt: skip
    for name, (floor, ceiling) in sorted(bounds.per_article.tables.items()):
        per_article = kept[name].num_rows / articles if articles else 0.0
        yield _result(
            name, "rows_per_article", (), f"From {floor:g} to {ceiling:g} rows per article are plausible.",
            not floor <= per_article <= ceiling, f"{per_article:.2f} rows per article",
            applied=articles >= bounds.per_article.from_articles,
        )  # fmt: skip


def against(
    kept: Mapping[str, pa.Table], last: Comparison, bounds: Bounds, *, may_drop: bool = False
) -> Iterator[Result]:
    """Yield results of the comparison with the last dataset; nothing if that was too small to tell.

    Whether articles are gone is asked first; how rows are filled, over the articles of both alone.

    Args:
        kept: the tables.
        last: the last published ones.
        bounds: floors and ceilings.
        may_drop: whether the run was told that articles may go.
    """
    limit, previous = bounds.previous, last.previous
    then = previous["articles"].num_rows
    if then < limit.from_articles:
        return
    both = in_both(kept, previous)
    yield _dropped(then, both.articles, limit, may_drop)
    if both.articles < limit.from_articles:
        return
    same_code = _code(kept["articles"]) == _code(previous["articles"])
    for name, table in both.now.items():
        if name in both.then and both.then[name].num_rows:
            yield from _shape(
                name, table.num_rows / both.articles, both.then[name].num_rows / both.articles, limit
            )
            yield from _nulls(name, table, both.then[name], limit)
            yield _changes(name, kept[name], last, both, limit, same_code)


def _dropped(then: int, stay: int, limit: Previous, may_drop: bool) -> Result:
    """Return a result about articles that are gone: the dataset becomes what a run was given."""
    fails = stay < limit.articles_floor * then
    some = f"{then - stay:,} of the {then:,}" if stay else f"All {then:,}"
    observed = f"{some} articles of the last dataset would disappear"
    return Result(
        source="bound", table="articles", rule="articles_against_last", subject=(), scope="table",
        severity="critical", success=may_drop or not fails, observed=observed, waived=may_drop and fails,
        why="A run publishes the articles that it is given and no others; to publish anyway: --drop-articles",
    )  # fmt: skip


def _shape(name: str, now: float, then: float, limit: Previous) -> Iterator[Result]:
    floor, ceiling = limit.rows_per_article
    if name not in ("articles", "issues", "changes"):
        yield _result(
            name, "rows_against_last", (), f"Rows per article are {floor:g} to {ceiling:g} times the last.",
            not floor <= now / then <= ceiling, f"{now:.2f} rows per article, last {then:.2f}",
        )  # fmt: skip


def _nulls(name: str, table: pa.Table, last: pa.Table, limit: Previous) -> Iterator[Result]:
    for column in TABLES[name].names:
        if column in TABLES[name].nullable and column in last.column_names and column not in OF_THE_WIKI:
            now, then = _null_share(table, column), _null_share(last, column)
            yield _result(
                name, "nulls_against_last", (column,),
                f"The share of NULLs rises by at most {limit.null_share:.0%}.",
                now - then > limit.null_share, f"{now:.0%} NULL, last {then:.0%}",
            )  # fmt: skip


def _changes(
    name: str, table: pa.Table, last: Comparison, both: InBoth, limit: Previous, same_code: bool
) -> Result:
    """Return a result about rows that are gone or different; times of taking and seeing are no content.

    An actor's row is made from all articles that mention it: where articles came or went, it may differ.
    """
    applied = same_code and (both.are_all or name != "actors")
    share = 0.0
    if applied and name != "issues":
        found, rows = last.of(name, table), both.then[name].num_rows
        dropped = last.previous[name].num_rows - rows
        share = (found.gone - dropped + found.altered) / rows
    return _result(
        name, "changed_against_last", (), f"At most {limit.changed_share:.0%} of the last rows may change.",
        share > limit.changed_share, f"{share:.0%} of the last rows are gone or different", applied=applied,
    )  # fmt: skip


def _code(articles: pa.Table) -> set[tuple[str, ...]]:
    names = ("schema_version", "extractor_version")
    found = articles.group_by(list(names)).aggregate([]).to_pylist()
    return {tuple(row[name] for name in names) for row in found}


def _null_share(table: pa.Table, column: str) -> float:
    return table[column].null_count / table.num_rows if table.num_rows else 0.0


def _result(
    table: str, rule: str, subject: tuple[str, ...], why: str, fails: bool, observed: str,
    *, applied: bool = True, severity: Level = "critical",
) -> Result:  # fmt: skip
    return Result(
        source="bound", table=table, rule=rule, subject=subject, scope="table", severity=severity,
        why=why, success=not (fails and applied), observed=observed, applied=applied,
    )  # fmt: skip

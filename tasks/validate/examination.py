"""All rules in their order, put to all rows or to those that are not as they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa

from tasks.tables.tables import TABLES
from tasks.validate import bounds as limits
from tasks.validate import expectations, schema
from tasks.validate.aggregates import CannotTellError
from tasks.validate.bounds import Bounds
from tasks.validate.checks import CHECKS
from tasks.validate.checks.check import Check
from tasks.validate.comparison import Comparison
from tasks.validate.fresh import Fresh
from tasks.validate.quarantine import split
from tasks.validate.separate import article_of, is_separate, shares_a_group
from tasks.validate.staged import Staged
from tasks.validate.verdict import Broken, Result, Verdict, rule_name

Tables = Mapping[str, pa.Table]


def examined(
    tables: Tables,
    comparison: Comparison | None,
    suites: Path,
    bounds: Bounds,
    fresh: Fresh | None,
    *,
    may_drop: bool = False,
) -> Verdict:
    """Return the verdict over staged tables.

    Args:
        tables: in the order of their declaration.
        comparison: with the last tables, if there are any.
        suites: folder of the suites.
        bounds: floors and ceilings.
        fresh: what has to be asked, where all else is as it was when it was asked; None: everything.
        may_drop: whether most articles of the last dataset may be gone.

    Raises:
        CannotTellError: if what has to be asked is not enough to tell.
    """
    results = list(schema.types(tables))
    wider = None if fresh is None else fresh.with_broken()
    if fresh is None or wider is None:
        results += expectations.of_all_rows(Staged(tables), suites)
        asked = sum(table.num_rows for table in tables.values())
    else:
        if not _stand_alone(tables, fresh):
            raise CannotTellError("articles that do not stand by themselves")
        results += expectations.of_some_rows(tables, fresh, wider, suites)
        asked = sum(len(places) for places in wider.of_articles(tables).places.values())
    if _is_misshapen(results):
        return Verdict(tables, (), tuple(results), asked)
    results += _checked((check for check in CHECKS if not check.derived), tables, fresh, wider)
    if fresh is not None and any(result.table == "actors" and result.offences for result in results):
        raise CannotTellError("an actor that other articles depend on")
    sound, rows = split(tables, results)
    derived = _checked((check for check in CHECKS if check.derived), sound, fresh, wider)
    kept, more = split(sound, derived)
    broken = _broken(tables, results, sound, derived, fresh)
    results += derived
    results += limits.quarantine_share(tables, kept, bounds)
    results += limits.own(kept, bounds)
    if comparison is not None:
        results += limits.against(kept, comparison, bounds, may_drop=may_drop)
    return Verdict(kept, rows + more, tuple(results), asked, broken)


def _checked(
    checks: Iterable[Check], tables: Tables, fresh: Fresh | None, wider: Fresh | None
) -> list[Result]:
    whole = Staged(tables)
    if fresh is None or wider is None:
        return [check.run(whole) for check in checks]
    parts = {
        False: {"article": fresh.of_articles(tables), "actor": fresh.of_actors(tables)},
        True: {"article": wider.of_articles(tables), "actor": wider.of_actors(tables)},
    }
    results = []
    for check in checks:
        if check.reach == "dataset":
            results.append(check.run(whole))
            continue
        name = rule_name(check.table, check.name, check.subject)
        part = parts[name in fresh.broken.rules][check.reach]
        rows, places = tables[check.table].num_rows, part.places[check.table].tolist()
        results.append(check.run(part.staged, rows, places))
    return results


def _stand_alone(tables: Tables, fresh: Fresh) -> bool:
    """Say whether the articles that are other stand by themselves, as all others do."""
    some = fresh.of_articles(tables).staged.tables
    claims = tables["claims"]
    others = pa.compute.invert(pa.compute.is_in(claims["article_id"], value_set=fresh.articles))
    return is_separate(some) and not shares_a_group(some["claims"], claims.filter(others))


def _broken(
    staged: Tables, results: list[Result], sound: Tables, derived: list[Result], fresh: Fresh | None
) -> Broken | None:
    """Return whose rows broke a rule; None where articles do not stand by themselves."""
    if fresh is None and not is_separate(staged):
        return None
    articles: set[str] = set()
    actors: set[str] = set()
    for tables, found in ((staged, results), (sound, derived)):
        for name in TABLES:
            rows = sorted({row for result in found if result.table == name for row in result.breaking})
            if name == "actors":
                actors.update(tables[name]["actor_id"].take(pa.array(rows, pa.int64())).to_pylist())
            elif rows:
                ids = tables["articles"]["article_id"]
                places = article_of(name, tables, ids).take(pa.array(rows, pa.int64()))
                articles.update(ids.take(places).to_pylist())
    rules = frozenset(result.name for result in (*results, *derived) if result.breaking)
    return Broken(frozenset(articles), frozenset(actors), rules)


def _is_misshapen(results: list[Result]) -> bool:
    """Say whether columns are missing or of other types, so that checks could not even run."""
    shape = {"types_as_declared", "expect_table_columns_to_match_ordered_list"}
    return any(not result.success and result.rule in shape for result in results)

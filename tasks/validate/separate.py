"""Whether articles stand by themselves: no row refers to a row of another article, actors apart.

Ids are made of their article's id, so they do; what validation concludes from that is checked all the same.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from tasks.tables.tables import TABLES
from tasks.validate.matched_rows import whole

# Tables without an article of their own: the column that leads to it, and where that leads.
_BY_WAY_OF = {"event_actors": ("event_id", "events"), "claim_citations": ("claim_id", "claims")}
OF_ARTICLES = tuple(name for name in TABLES if name != "actors")


def article_of(name: str, tables: Mapping[str, pa.Table], articles: pa.Array) -> pa.Array:
    """Return the place of each row's article among the given ids; NULL where it is not among them."""
    if name not in _BY_WAY_OF:
        return _places(tables[name]["article_id"], articles)
    column, target = _BY_WAY_OF[name]
    rows = _places(tables[name][column], tables[target][column])
    return article_of(target, tables, articles).take(rows)


def is_separate(tables: Mapping[str, pa.Table]) -> bool:
    """Say whether each row belongs to an article, and refers to rows of that article and to actors alone."""
    ids = tables["articles"]["article_id"]
    articles = {name: article_of(name, tables, ids) for name in OF_ARTICLES}
    if any(places.null_count for places in articles.values()):
        return False
    for name in OF_ARTICLES:
        for link in TABLES[name].foreign_keys:
            if link.table in ("actors", "articles"):
                continue
            values = whole(tables[name][link.column])
            rows = _places(values, tables[link.table][link.target])
            if rows.null_count != values.null_count:
                return False
            differ = pc.not_equal(articles[link.table].take(rows), articles[name])
            if pc.any(differ).as_py():
                return False
    groups = pa.table({"group": tables["claims"]["conflict_group"], "article": articles["claims"]})
    pairs = groups.filter(pc.is_valid(groups["group"])).group_by(["group", "article"]).aggregate([])
    return bool(pc.count_distinct(pairs["group"]).as_py() == pairs.num_rows)


def shares_a_group(some: pa.Table, others: pa.Table) -> bool:
    """Say whether claims of some articles stand in a group of conflict with claims of others."""
    groups = some["conflict_group"].drop_null()
    return bool(pc.any(pc.is_in(groups, value_set=whole(others["conflict_group"].drop_null()))).as_py())


def _places(values: pa.Array | pa.ChunkedArray, among: pa.Array | pa.ChunkedArray) -> pa.Array:
    return whole(pc.index_in(values, value_set=whole(among)))

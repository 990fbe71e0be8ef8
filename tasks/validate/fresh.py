"""Which rows have to be asked again: those whose surroundings are not what they were when they were asked.

The last published tables were asked.  An article of which every row is one of theirs is as it was; so is an
actor whose row is and whom only such articles mention.  Of those, rows that broke a rule break it still, and
the rules that were broken are put to them again, to say so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.tables.tables import TABLES
from tasks.validate.comparison import Comparison
from tasks.validate.matched_rows import Flags, Matched, Places, whole
from tasks.validate.separate import OF_ARTICLES, article_of
from tasks.validate.staged import Staged
from tasks.validate.verdict import Broken


@dataclass(frozen=True, slots=True)
class Some:
    """Some rows of staged tables.

    Attributes:
        staged: the tables with these rows alone.
        places: of each of these rows among all of its table.
    """

    staged: Staged
    places: Mapping[str, Places]


@dataclass(frozen=True, slots=True)
class Fresh:
    """What has to be asked.

    Attributes:
        articles, actors: ids of those that are not as they were: all rules are put to them.
        broken: the rules that were broken are put to those, too, whose rows broke them.
    """

    articles: pa.Array
    actors: pa.Array
    broken: Broken
    # Found once for the same tables, which are held so that no other can be taken for them.
    _found: list[tuple[str, tuple[pa.Table, ...], Some]] = field(default_factory=list, repr=False)

    def with_broken(self) -> Fresh:
        """Return the same, with those whose rows broke a rule."""
        broken = (pa.array(sorted(ids), pa.string()) for ids in (self.broken.articles, self.broken.actors))
        articles, actors = (
            pc.unique(pa.concat_arrays(both))
            for both in zip((self.articles, self.actors), broken, strict=True)
        )
        return Fresh(articles, actors, self.broken)

    def of_articles(self, tables: Mapping[str, pa.Table]) -> Some:
        """Return all rows of the articles, and of the actors their own."""
        return self._once("articles", tables, self._of_articles)

    def of_actors(self, tables: Mapping[str, pa.Table]) -> Some:
        """Return the actors with their mentions, and the articles of these."""
        return self._once("actors", tables, self._of_actors)

    def _once(
        self, what: str, tables: Mapping[str, pa.Table], find: Callable[[Mapping[str, pa.Table]], Some]
    ) -> Some:
        given = tuple(tables.values())
        for known, those, some in self._found:
            if known == what and all(one is other for one, other in zip(those, given, strict=True)):
                return some
        some = find(tables)
        self._found.append((what, given, some))
        return some

    def _of_articles(self, tables: Mapping[str, pa.Table]) -> Some:
        picked = {
            name: np.flatnonzero(_known(article_of(name, tables, self.articles))) for name in OF_ARTICLES
        }
        picked["actors"] = np.flatnonzero(_among(tables["actors"]["actor_id"], self.actors))
        return _some(tables, picked)

    def _of_actors(self, tables: Mapping[str, pa.Table]) -> Some:
        picked = {name: np.zeros(0, np.int64) for name in TABLES}
        picked["actors"] = np.flatnonzero(_among(tables["actors"]["actor_id"], self.actors))
        mentions = _among(tables["mentions"]["actor_id"], self.actors)
        picked["mentions"] = np.flatnonzero(mentions)
        articles = tables["mentions"]["article_id"].filter(pa.array(mentions)).unique()
        picked["articles"] = np.flatnonzero(_among(tables["articles"]["article_id"], articles))
        return _some(tables, picked)


def fresh_rows(tables: Mapping[str, pa.Table], last: Comparison, broken: Broken) -> Fresh | None:
    """Return what has to be asked again; None where the last tables cannot be compared, so all has to.

    Args:
        tables: the staged tables.
        last: the last published tables.
        broken: what their validation found.
    """
    previous = last.previous
    if any(
        name not in previous or previous[name].schema.names != list(TABLES[name].names) for name in TABLES
    ):
        return None
    ids = tables["articles"]["article_id"]
    is_fresh = np.zeros(len(ids), bool)
    for name in OF_ARTICLES:
        own = article_of(name, tables, ids)
        if own.null_count:
            return None
        now = own.to_numpy(zero_copy_only=False).astype(np.int64)
        then = article_of(name, previous, ids).drop_null().to_numpy().astype(np.int64)
        other = now[last.of(name, tables[name]).is_other]
        is_fresh |= np.bincount(now, minlength=len(ids)) != np.bincount(then, minlength=len(ids))
        is_fresh[other] = True
    articles = whole(ids.filter(pa.array(is_fresh)))
    return Fresh(articles, _actors(tables, articles, last.of("actors", tables["actors"])), broken)


def _actors(tables: Mapping[str, pa.Table], articles: pa.Array, found: Matched) -> pa.Array:
    """Return the actors that are new or different, or that such an article mentions."""
    ids = tables["actors"]["actor_id"]
    here = pa.array(_among(tables["mentions"]["article_id"], articles))
    mentioned = tables["mentions"]["actor_id"].filter(here).unique()
    is_fresh = found.is_other | _among(ids, mentioned)
    return whole(ids.filter(pa.array(is_fresh)))


def _some(tables: Mapping[str, pa.Table], picked: Mapping[str, Places]) -> Some:
    return Some(Staged({name: tables[name].take(pa.array(rows)) for name, rows in picked.items()}), picked)


def _known(places: pa.Array) -> Flags:
    return np.asarray(places.is_valid().to_numpy(zero_copy_only=False), bool)


def _among(values: pa.ChunkedArray, wanted: pa.Array) -> Flags:
    return np.asarray(pc.is_in(whole(values), value_set=whole(wanted)).to_numpy(zero_copy_only=False), bool)

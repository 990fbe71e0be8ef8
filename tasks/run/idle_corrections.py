"""Lines of the corrections file that change nothing: a misspelt name, an article that is not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa

from tasks.actors.corrections import Correction
from tasks.actors.known.folded_names import fold
from tasks.run.corrections_used import corrections_in

SHOWN = 5  # lines that are told one by one


def idle_corrections(path: Path, tables: Mapping[str, pa.Table]) -> list[str]:
    """Return a sentence for each line that meets no article or no name of these tables, of many the first."""
    lines = corrections_in(path).lines
    if not lines:
        return []
    names = _names(tables)
    idle = [f"{path}: {_shown(line)}: {why}" for line in lines if (why := _why_idle(line, names))]
    more = len(idle) - SHOWN
    return idle[:SHOWN] + ([f"{path}: {more:,} more lines that change nothing"] if more > 0 else [])


def _shown(line: Correction) -> str:
    return ",".join((line.article_id, line.action, line.name, line.other))


def _why_idle(line: Correction, names: Mapping[str, frozenset[str]]) -> str:
    """Return why a line changes nothing; "" where it meets what it names."""
    if line.article_id != "*" and line.article_id not in names:
        return "changes nothing: no article of this dataset has that id"
    due = (line.name,) if line.action == "kind" else (line.name, line.other)
    wanted = frozenset(map(fold, due))
    articles: Iterable[frozenset[str]] = (
        names.values() if line.article_id == "*" else (names[line.article_id],)
    )
    if any(wanted <= found for found in articles) or _is_of_two_articles(line, wanted, names):
        return ""
    known = frozenset().union(*articles)
    missing = " and ".join(repr(name) for name in due if fold(name) not in known)
    where = "this dataset" if line.article_id == "*" else "that article"
    if missing:
        return f"changes nothing: no actor of {where} is called {missing}"
    return "changes nothing: no article has an actor of each name"


def _is_of_two_articles(
    line: Correction, wanted: frozenset[str], names: Mapping[str, frozenset[str]]
) -> bool:
    """Say whether a line for all articles keeps names apart that stand in different ones."""
    return line.action == "split" and line.article_id == "*" and wanted <= frozenset().union(*names.values())


def _names(tables: Mapping[str, pa.Table]) -> dict[str, frozenset[str]]:
    """Return the folded names of each article's actors, under which corrections find them."""
    actors = tables["actors"].select(["actor_id", "name", "aliases"]).to_pylist()
    called = {row["actor_id"]: {fold(name) for name in (row["name"], *row["aliases"])} for row in actors}
    found: dict[str, set[str]] = defaultdict(set)
    mentions = tables["mentions"].select(["article_id", "actor_id", "name_raw"])
    for row in mentions.group_by(mentions.column_names).aggregate([]).to_pylist():
        found[row["article_id"]] |= called.get(row["actor_id"], set()) | {fold(row["name_raw"])}
    articles = tables["articles"]["article_id"].to_pylist()
    return {article: frozenset(found[article]) for article in articles}

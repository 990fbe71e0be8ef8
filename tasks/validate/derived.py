"""Bringing what is derived from rows up to date where some of those rows were quarantined.

Counts are counted again.  Tolls are not: which numbers belong together is decided over all figures
of an event, so one that lost a figure has no toll that can be vouched for, and gets NULL.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from tasks.tables.fields import FIELDS

_TOLLS = {
    "killed": (
        "deaths_low", "deaths_best", "deaths_high", "deaths_best_figure_id",
        "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "deaths_of",
    ),
    "injured": ("injured_low", "injured_best", "injured_high"),
}  # fmt: skip


def brought_up_to_date(staged: Mapping[str, pa.Table], kept: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """Return the kept tables with counts, tolls and statuses that fit the rows that are left."""
    tables = dict(kept)
    tables["claims"] = _statuses(tables["claims"])
    tables["events"] = _counts(_tolls(staged["figures"], tables), tables["claims"])
    tables["actors"] = _mentions(tables["actors"], tables["mentions"], staged["mentions"])
    return tables


def _statuses(claims: pa.Table) -> pa.Table:
    """Undo supersession without an update, and conflicts with nobody."""
    updated = set(claims["updates_claim_id"].to_pylist())
    groups = claims["conflict_group"].to_pylist()
    sizes = Counter(groups)
    groups = [group if sizes[group] > 1 else None for group in groups]
    statuses = []
    for claim, status, group in zip(
        claims["claim_id"].to_pylist(), claims["status"].to_pylist(), groups, strict=True
    ):
        if status == "superseded" and claim in updated:
            statuses.append(status)
        else:
            statuses.append("accepted" if group is None else "conflict")
    return _with(_with(claims, "conflict_group", groups), "status", statuses)


def _tolls(figures_before: pa.Table, tables: Mapping[str, pa.Table]) -> pa.Table:
    """Set to NULL the tolls of events that lost a figure of that property, or of none that is known."""
    events, figures = tables["events"], tables["figures"]
    left = set(figures["figure_id"].to_pylist())
    short = {
        (event, prop)
        for figure, event, prop in zip(
            *(figures_before[name].to_pylist() for name in ("figure_id", "event_id", "property")), strict=True
        )
        if figure not in left
    }
    properties = set(FIELDS["property"].values)
    short |= {(event, toll) for event, prop in short if prop not in properties for toll in _TOLLS}
    ids = events["event_id"].to_pylist()
    for prop, columns in _TOLLS.items():
        for column in columns:
            cells = zip(ids, events[column].to_pylist(), strict=True)
            events = _with(events, column, [None if (i, prop) in short else cell for i, cell in cells])
    best = zip(
        *(events[name].to_pylist() for name in ("deaths_best", "injured_best", "best_rule")), strict=True
    )
    rules = [rule if (deaths, injured) != (None, None) else None for deaths, injured, rule in best]
    return _with(events, "best_rule", rules) if short else events


def _counts(events: pa.Table, claims: pa.Table) -> pa.Table:
    claimants = defaultdict(list)
    names = ("event_id", "claimant_actor_id", "claimant_resolution")
    for event, actor, resolution in zip(*(claims[name].to_pylist() for name in names), strict=True):
        claimants[event].append(None if resolution == "anonymous" else actor)
    found = [claimants[event] for event in events["event_id"].to_pylist()]
    events = _with(events, "n_claims", [len(actors) for actors in found])
    return _with(events, "n_claimants", [len(set(actors) - {None}) for actors in found])


def _mentions(actors: pa.Table, mentions: pa.Table, mentions_before: pa.Table) -> pa.Table:
    """Count again the mentions and articles of actors that lost a mention."""
    now, before = _places(mentions), _places(mentions_before)
    ids = actors["actor_id"].to_pylist()
    for column, count in (("n_mentions", len), ("n_articles", lambda places: len(set(places)))):
        cells = zip(ids, actors[column].to_pylist(), strict=True)
        found = [count(now[i]) if len(now[i]) != len(before[i]) else cell for i, cell in cells]
        actors = _with(actors, column, found)
    return actors


def _places(mentions: pa.Table) -> Mapping[str, list[str]]:
    """Return, by actor, the article of each mention."""
    places = defaultdict(list)
    for actor, article in zip(
        mentions["actor_id"].to_pylist(), mentions["article_id"].to_pylist(), strict=True
    ):
        places[actor].append(article)
    return places


def _with(table: pa.Table, column: str, values: Sequence[Any]) -> pa.Table:
    index = table.column_names.index(column)
    field = table.schema.field(index)
    return table.set_column(index, field, pa.array(values, field.type))

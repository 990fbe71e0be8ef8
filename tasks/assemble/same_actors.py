"""Which actors of different articles are one actor.

Only what is safe merges: actors whose names the sources link to the same page, names that a list
knows as one state's, its forces', a body's or armed group's (`tasks/actors/joins/shared.py`), and proper
names that are the same letter for letter after folding (case, diacritics, a leading "the"), of the same sort
(person or not).  A person known by one name alone ("Khan"), a description ("local residents", "a police
official") and what many states have ("Ministry of Defence") stay with their article: the same words
elsewhere are somebody else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from tasks.actors.joins.shared import is_body, is_generic
from tasks.actors.joins.state_forces import is_forces
from tasks.assemble.identifiers import identifier
from tasks.assemble.row import Row

Pages = Mapping[tuple[str, str], set[str]]
T = TypeVar("T", bound=Hashable)


def actor_ids(rows: Iterable[Row], pages: Pages) -> list[str]:
    """Return the real id of each actor of an article, given the pages that its name is linked to."""
    return [identifier("actor", *_identity(row, pages)) for row in rows]


def linked_pages(rows: Iterable[Row]) -> Pages:
    """Return the pages that names are linked to; for one name all articles that have it must be asked."""
    pages: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        if row["page_title"]:
            pages[_by_name(row)].add(row["page_title"])
    return pages


def merged_rows(rows: Iterable[Row]) -> list[Row]:
    """Return one row an actor, of the rows of articles that have its id.

    Args:
        rows: with their real id as `id`, and that of what they are part of as `whole`.
    """
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: r["actor_id"]):
        groups[row["id"]].append(row)
    return [_merged(group) for group in groups.values()]


def _by_name(row: Row) -> tuple[str, str]:
    return ("person" if row["actor_kind"] == "person" else "body", row["key"])


def _identity(row: Row, pages: Pages) -> tuple[str, ...]:
    if row["page_title"]:
        return ("page", row["page_title"])
    if _is_local(row):
        return ("local", row["actor_id"])
    linked = pages.get(_by_name(row), set())
    return ("page", next(iter(linked))) if len(linked) == 1 else ("name", *_by_name(row))


def _is_local(row: Row) -> bool:
    """Say whether the actor's words mean somebody else in another article."""
    name: str = row["name"]
    words = name.split()
    if row["actor_kind"] == "person":
        return len(words) < 2 or row["resolution_method"] == "claimant"
    if row["actor_kind"] in ("unknown", "civilians") or not any(word[:1].isupper() for word in words):
        return True
    return row["country_iso3"] is None and row["actor_kind"] != "state" and is_generic(name)


def _merged(group: Sequence[Row]) -> Row:
    name = _fullest(row["name"] for row in group)
    names = {n for row in group for n in (row["name"], *row["aliases"])}
    articles = {row["actor_id"].partition("|")[0] for row in group}
    methods = {method for row in group for method in row["resolution_method"].split("+")}
    if len(articles) > 1:
        is_one_name = len({row["actor_id"].partition("|")[2] for row in group}) == 1
        key = group[0]["key"]
        known = "states_forces" if is_forces(key) else "demonym" if is_body(key) else "known_name"
        methods.add("link" if group[0]["page_title"] else "same_name" if is_one_name else known)
    return {
        "actor_id": group[0]["id"],
        "name": name,
        "actor_kind": _commonest(row["actor_kind"] for row in group),
        "inter": _agreed(row["inter"] for row in group),
        "country_iso3": _agreed(row["country_iso3"] for row in group),
        "part_of_actor_id": _part_of(group),
        "position": _commonest([row["position"] for row in group if row["position"]] or [None]),
        "aliases": sorted(names - {name}),
        "wikidata_id": _agreed(row["wikidata_id"] for row in group),
        "page_title": _agreed(row["page_title"] for row in group),
        "resolution_method": "+".join(sorted(methods)),
        "n_articles": len(articles),
        "n_mentions": sum(row["n_mentions"] for row in group),
    }


def _part_of(group: Sequence[Row]) -> str | None:
    """Return the id of what the actor belongs to, where all articles that say so agree."""
    wholes = {row["whole"] for row in group if row["whole"] is not None}
    own = group[0]["id"]
    return next(iter(wholes)) if len(wholes) == 1 and own not in wholes else None


def _commonest(values: Iterable[T]) -> T:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value)))


def _fullest(names: Iterable[str]) -> str:
    """Return the name that most articles use; of those that as many use the longest."""
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def _agreed(values: Iterable[T]) -> T | None:
    known = set(values) - {None}
    return next(iter(known)) if len(known) == 1 else None

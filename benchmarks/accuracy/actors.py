"""Actors: labelled names found, and each label in one piece."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.accuracy.dataset import Dataset, Row
from benchmarks.accuracy.matching import Count, share
from benchmarks.accuracy.tokens import name_key


def score_actors(
    labels: Sequence[Row], article_id: str, dataset: Dataset
) -> tuple[dict[str, Count], list[str]]:
    """Compare the labelled actors with those that speak in the article or have a part in its events.

    `actors_found`: an actor bears a labelled name. `actors_whole`: it is the only one that does, and
    bears all names of that label.
    """
    here = _actors_of(article_id, dataset)
    found = whole = 0
    wrong = []
    for label in labels:
        names = {name_key(name) for name in (label["name"], *(label.get("aliases") or ()))}
        bearers = [actor for actor in here if dataset.names(actor) & names]
        found += bool(bearers)
        if not bearers:
            wrong.append(f"actor missed: {label['name']}")
        elif len(bearers) > 1:
            wrong.append(f"actor split in {len(bearers)}: {label['name']}")
        else:
            # The label's own name may be a full name that the article does not use.
            lacking = names - dataset.names(bearers[0]) - {name_key(label["name"])}
            whole += not lacking
            wrong += [f"actor {label['name']} lacks the name {name!r}" for name in sorted(lacking)]
    return {"actors_found": share(found, len(labels)), "actors_whole": share(whole, len(labels))}, wrong


def _actors_of(article_id: str, dataset: Dataset) -> list[str]:
    events = {row["event_id"] for row in dataset.rows("events", article_id)}
    actors = {row["claimant_actor_id"] for row in dataset.rows("claims", article_id)} - {None}
    actors |= {row["actor_id"] for row in dataset.tables["event_actors"] if row["event_id"] in events}
    return sorted(actors)

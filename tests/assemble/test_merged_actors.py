"""Actors that are merged again after a change are those that merging all anew gives."""

import random
from typing import Any

import numpy as np
import pytest

from tasks.assemble.merged_actors import merged, merged_again
from tasks.assemble.part import Part, gathered, part_of
from tasks.assemble.row import Rows

NAMES = ("Norland Front", "Karst Brigade", "Ada Quist", "Khan", "local residents", "Free Coast")
KINDS = ("person", "rebel group", "unknown", "state forces")


def _article(number: int, pick: random.Random) -> Rows:
    """Return an article with some actors, which may be part of one another, linked and known elsewhere."""
    chosen = pick.sample(NAMES, pick.randint(0, 4))
    ids = [f"enwiki:{number}|{name.casefold()}" for name in chosen]
    actors: list[dict[str, Any]] = [
        {
            "actor_id": actor_id, "key": name.casefold(), "name": name, "actor_kind": pick.choice(KINDS),
            "inter": pick.choice((None, 1, 2)), "country_iso3": None, "wikidata_id": None,
            "part_of_actor_id": pick.choice((None, *(one for one in ids if one != actor_id))),
            "aliases": pick.sample(("NF", "the Front"), pick.randint(0, 2)),
            "position": pick.choice((None, "mayor")),
            "page_title": pick.choice((None, None, None, name, "A page")), "resolution_method": "exact",
            "n_mentions": pick.randint(0, 3),
        }
        for actor_id, name in zip(ids, chosen, strict=True)
    ]  # fmt: skip
    return {"actors": actors}


def _places(last: Part, picks: list[tuple[int, int]], part: Part) -> Any:
    starts = last.starts("actors")
    counts = np.diff(part.starts("actors"))
    known = [
        range(starts[place], starts[place + 1]) if source == 0 else [-1] * count
        for (source, place), count in zip(picks, counts, strict=True)
    ]
    return np.array([row for rows in known for row in rows], np.int64)


@pytest.mark.parametrize("seed", range(20))
def test_merging_again_gives_what_merging_anew_gives(seed: int) -> None:
    """Articles come, change and go: names are linked to pages, unlinked, shared and alone again."""
    pick = random.Random(seed)
    numbers = list(range(8))
    last = part_of([_article(number, pick) for number in numbers])
    before = merged(last)
    for step in range(8):
        new = part_of([_article(100 + 2 * step, pick), _article(101 + 2 * step, pick)])
        kept = sorted(pick.sample(range(last.articles), pick.randint(0, last.articles)))
        picks = [(0, place) for place in kept] + [(1, place) for place in range(pick.randint(0, 2))]
        part = gathered((last, new), picks)
        again, anew = merged_again(part, _places(last, picks, part), last, before), merged(part)
        assert again.ids.equals(anew.ids)
        assert again.actors.equals(anew.actors)
        last, before = part, again

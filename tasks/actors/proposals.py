"""Names that look alike and were not joined: for a human to judge, with a line of the corrections file."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

from rapidfuzz import fuzz

from tasks.actors.known.folded_names import fold
from tasks.model.actor import Actor, ActorKind
from tasks.model.document import Document
from tasks.model.issue import Issue

NEAR = 88  # rapidfuzz ratio of folded names; true spelling variants measured at 92 and more
_NUMBER = re.compile(r"\d+")
_MOST = 200  # names of one article that are compared pairwise


def proposals(document: Document, actors: Iterable[Actor]) -> tuple[Issue, ...]:
    """Return an issue for each two actors of the same kind whose names differ by a few letters.

    Names that differ by their numbers ("1st" and "7th Battalion") are two bodies, and nothing to judge.
    """
    named = [a for a in actors if len(a.name) > 5 and not a.name.islower() and any(map(str.isupper, a.name))]
    alike: dict[tuple[ActorKind, int], deque[tuple[Actor, str]]] = {}  # by what two names must share
    pools = []
    for actor in named[:_MOST]:
        folded = fold(actor.name)
        pools.append(alike.setdefault((actor.kind, len(folded.split())), deque()))
        pools[-1].append((actor, folded))
    found = []
    for pool in pools:
        one, folded = pool.popleft()
        for two, other in pool:
            alike_by = fuzz.ratio(folded, other, score_cutoff=NEAR)
            if alike_by >= NEAR and not _is_numbered_otherwise(folded, other):
                found.append(
                    Issue(
                        document.article.article_id, "actors", "near_name", "info", "actors",
                        f"{one.name} | {two.name}"[:200],
                        "two names differ by a few letters and were kept apart; a correction can join them",
                    )
                )  # fmt: skip
    return tuple(found)


def _is_numbered_otherwise(one: str, other: str) -> bool:
    numbers, others = _NUMBER.findall(one), _NUMBER.findall(other)
    return bool(numbers and others) and numbers != others

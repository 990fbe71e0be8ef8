"""Names that look alike and were not joined: for a human to judge, with a line of the corrections file."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from tasks.actors.folding import fold
from tasks.model.actor import Actor
from tasks.model.document import Document
from tasks.model.issue import Issue

NEAR = 88  # rapidfuzz ratio of folded names; true spelling variants measured at 92 and more
_MOST = 200  # names of one article that are compared pairwise


def proposals(document: Document, actors: Iterable[Actor]) -> tuple[Issue, ...]:
    """Return an issue for each two actors of the same kind whose names differ by a few letters."""
    named = [a for a in actors if any(c.isupper() for c in a.name) and len(a.name) > 5][:_MOST]
    folded = [fold(a.name) for a in named]
    found = []
    for i, one in enumerate(named):
        for j in range(i + 1, len(named)):
            two = named[j]
            if one.kind != two.kind or len(folded[i].split()) != len(folded[j].split()):
                continue
            if fuzz.ratio(folded[i], folded[j]) >= NEAR:
                found.append(
                    Issue(
                        document.article.article_id, "actors", "near_name", "info", "actors",
                        f"{one.name} | {two.name}"[:200],
                        "two names differ by a few letters and were kept apart; a correction can join them",
                    )
                )  # fmt: skip
    return tuple(found)

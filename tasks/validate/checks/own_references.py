"""Rows that refer to rows of their own table do so without circles; names stand in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from tasks.validate.checks.check import Check, Found
from tasks.validate.staged import Staged


def _no_circle(table: str, key: str, link: str) -> Callable[[Staged], Found]:
    """Return a finder of rows from which following `link` leads back to the row."""

    def find(staged: Staged) -> Found:
        """Yield the rows whose way up comes back to them."""
        above = {row: up for row, up in staged.rows(table, key, link) if up is not None}
        for number, start in enumerate(staged.column(table, key)):
            seen, at = set(), above.get(start)
            while at is not None and at != start and at not in seen:
                seen.add(at)
                at = above.get(at)
            if at == start:
                yield number, start

    return find


def _circle_check(table: str, key: str, link: str) -> Check:
    return Check(
        f"{link}_makes_no_circle",
        table,
        (key, link),
        f"Following {link} never leads back to where it began.",
        _no_circle(table, key, link),
        reach="dataset" if table == "actors" else "article",
    )


def _name_is_in_text(staged: Staged) -> Found:
    """Yield actors whose name stands in none of the articles that mention them."""
    articles = defaultdict(set)
    for actor, article in staged.rows("mentions", "actor_id", "article_id"):
        articles[actor].add(article)
    for row, (actor, name) in enumerate(staged.rows("actors", "actor_id", "name")):
        texts = [staged.text.get(article, "") for article in sorted(articles[actor])]
        if texts and not any(name in text or _shares_noun(name, text) for text in texts):
            yield row, name


def _shares_noun(name: str, text: str) -> bool:
    """Whether a name stands in a text before another that it shares its noun with: "X and Y forces"."""
    words = name.split(" ")
    for at in range(1, len(words)):
        own, noun = re.escape(" ".join(words[:at])), re.escape(" ".join(words[at:]))
        if re.search(rf"\b{own} (?:and|or|against) [A-Z][^.]{{1,60}}\b{noun}\b", text):
            return True
    return False


CHECKS = (
    _circle_check("actors", "actor_id", "part_of_actor_id"),
    _circle_check("claims", "claim_id", "parent_claim_id"),
    _circle_check("claims", "claim_id", "updates_claim_id"),
    Check(
        "name_is_in_text",
        "actors",
        ("name", "mentions.article_id", "articles.text"),
        "An actor's canonical name is written in an article that mentions it; a noun may be shared.",
        _name_is_in_text,
        scope="table",
        reach="actor",
    ),
)

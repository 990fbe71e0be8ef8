"""Columns that say which row this is and where its words stand: keys and offsets."""

from __future__ import annotations

import pyarrow as pa

from tasks.tables.column import Column


def _id(name: str, description: str) -> Column:
    return Column(name, pa.string(), description)


def offset(name: str, description: str, minimum: int | None = None) -> Column:
    """Return a column that counts code points of an article's text."""
    return Column(name, pa.int32(), description, minimum=minimum, unit="code points of articles.text")


COLUMNS = (
    Column(
        "article_id",
        pa.string(),
        "The article: its wiki and its title with underscores, e.g. enwiki:Battle_of_Waterloo; in the issue "
        "log the raw file's name, where no article came of it.",
    ),
    _id("event_id", "The event."),
    _id("actor_id", "The actor, over all articles."),
    _id("mention_id", "The mention of an actor."),
    _id("claim_id", "The statement."),
    _id("figure_id", "The number of people in a statement."),
    _id("citation_id", "The reference."),
    offset("char_start", "Where the passage begins: text[char_start:char_end] is the passage.", minimum=0),
    offset("char_end", "Where the passage ends; the character at this offset no longer belongs to it."),
)

"""Columns that say which row this is and where its words stand: keys and offsets."""

from __future__ import annotations

import pyarrow as pa

from tasks.tables.column import Column

_ID = r"[A-Za-z0-9][A-Za-z0-9_.:-]{3,63}"


def _id(name: str, description: str) -> Column:
    return Column(name, pa.string(), description, pattern=_ID)


def _offset(name: str, description: str) -> Column:
    return Column(name, pa.int32(), description, minimum=0, unit="code points of articles.text")


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
    _offset("char_start", "Where the passage begins: text[char_start:char_end] is the passage."),
    _offset("char_end", "Where the passage ends; the character at this offset no longer belongs to it."),
)

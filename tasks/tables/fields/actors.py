"""Columns that say who an actor is and what it is called."""

from __future__ import annotations

from typing import get_args

import pyarrow as pa

from tasks.model.actor import ActorKind, MentionKind
from tasks.tables.column import Column

COLUMNS = (
    Column("name", pa.string(), "The actor's canonical name."),
    Column("actor_kind", pa.string(), "What kind of actor it is.", values=get_args(ActorKind)),
    Column(
        "inter",
        pa.int8(),
        "ACLED's actor code: 1 state forces, 2 rebels, 3 political militia, 4 identity militia, 5 rioters, "
        "6 protesters, 7 civilians, 8 external or other forces.",
        minimum=1,
        maximum=8,
    ),
    Column(
        "part_of_actor_id",
        pa.string(),
        "The actor that this one belongs to: the state of an air force, the group of a spokesman.",
    ),
    Column("position", pa.string(), "A person's office, as the text gives it."),
    Column(
        "aliases",
        pa.list_(pa.string()),
        "Every other name that an article uses for the actor, and the page that its abbreviation links to.",
    ),
    Column("wikidata_id", pa.string(), "The actor's item in Wikidata.", pattern="Q[1-9][0-9]*"),
    Column("page_title", pa.string(), "Title of the page that the source links for the actor."),
    Column(
        "resolution_method",
        pa.string(),
        "Why these words name this actor, e.g. exact, alias, acronym, bracket; several joined by +.",
        pattern=r"[a-z][a-z0-9_+]*",
    ),
    Column("n_articles", pa.int32(), "Articles that mention the actor."),
    Column("n_mentions", pa.int32(), "Mentions of the actor."),
    Column("name_raw", pa.string(), "The words that mention the actor."),
    Column("mention_kind", pa.string(), "What kind of words they are.", values=get_args(MentionKind)),
)

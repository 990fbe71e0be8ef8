"""Columns that say who stated what, and in which words."""

from __future__ import annotations

from typing import get_args

import pyarrow as pa

from tasks.model.actor import ClaimantResolution
from tasks.model.claim import ClaimType, QuoteType, Voice
from tasks.tables.column import Column
from tasks.tables.fields.articles import INSTANT
from tasks.tables.fields.identity import offset

STATUSES = ("accepted", "conflict", "superseded")
SPANS = pa.list_(pa.struct([pa.field("start", pa.int32()), pa.field("end", pa.int32())]))

COLUMNS = (
    Column("section", pa.string(), "Heading of the section, or lead, or infobox."),
    Column(
        "voice",
        pa.string(),
        "attributed: somebody said it; article: the article says it in its own voice.",
        values=get_args(Voice),
    ),
    Column("claimant_actor_id", pa.string(), "The actor who makes the statement."),
    Column("claimant_raw", pa.string(), "The words that name who makes the statement."),
    offset("claimant_start", "Where claimant_raw begins."),
    Column(
        "claimant_resolution",
        pa.string(),
        "How the claimant was found out.",
        values=get_args(ClaimantResolution),
    ),
    Column("cue", pa.string(), "The words that attribute the statement."),
    Column("cue_class", pa.string(), "The class of the cue.", pattern="[a-z][a-z0-9_]*"),
    offset("cue_start", "Where the cue begins."),
    Column("claim_type", pa.string(), "What kind of statement it is.", values=get_args(ClaimType)),
    Column("claim_text", pa.string(), "What is stated; several passages are joined by ' … '."),
    Column("spans", SPANS, "Offsets of the passages of claim_text, half open, in code points."),
    Column("sentence", pa.string(), "The sentence that holds the cue, or the figure."),
    offset("sentence_start", "Where the sentence begins."),
    Column("quote_type", pa.string(), "How much of it is quoted.", values=get_args(QuoteType)),
    Column("is_hedged", pa.bool_(), "Whether it is stated with reserve ('may have', 'reportedly')."),
    Column("addressee_raw", pa.string(), "Whom it was told ('Al Jazeera' in 'told Al Jazeera')."),
    Column("medium", pa.string(), "In which form it was said ('in a statement', 'on Twitter')."),
    Column("parent_claim_id", pa.string(), "The statement that reports this one."),
    Column(
        "updates_claim_id", pa.string(), "The earlier statement of the same claimant that this one updates."
    ),
    Column(
        "conflict_group",
        pa.string(),
        "Shared by statements that disagree about one thing: the same property of the same people, at "
        "the same time and place of the same event; neither counts a part of what the other does.",
    ),
    Column(
        "status",
        pa.string(),
        "accepted; conflict: another statement disagrees; superseded: the claimant, or the article itself, "
        "gives a later number ('initially 8', 'later 12'; 'rose to 14').",
        values=STATUSES,
    ),
    Column("rule", pa.string(), "Name of the rule that found it.", pattern=r"[a-z][a-z0-9_.+-]*"),
    Column(
        "confidence",
        pa.float32(),
        "How often the rule is expected to be right on an article that no rule was made on, as measured on "
        "labelled ones; NULL if it was not (of events, those beside the article's own are; of parties, "
        "perpetrators and targets are, other roles are not).",
        minimum=0,
        maximum=1,
    ),
    Column(
        "first_seen_revision_id",
        pa.int64(),
        "The revision that brought the statement, in whatever words; NULL where no history was fetched, or "
        "where it is older than the history.",
        minimum=1,
        since="1.1",
    ),
    Column("first_seen_at", INSTANT, "When that revision was saved.", since="1.1"),
    Column(
        "last_seen_revision_id",
        pa.int64(),
        "The last revision that has the statement: the one that was read; NULL where no history was fetched.",
        minimum=1,
        since="1.1",
    ),
    Column("last_seen_at", INSTANT, "When that revision was saved.", since="1.1"),
    Column("is_negated", pa.bool_(), "Whether it is denied or negated ('did not confirm')."),
)

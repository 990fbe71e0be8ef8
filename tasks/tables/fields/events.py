"""Columns that say what happened and when, and what the tolls come to."""

from __future__ import annotations

from typing import get_args

import pyarrow as pa

from tasks.model.date_expression import DateBasis
from tasks.model.event import Population, Role, Side
from tasks.tables.column import Column
from tasks.tables.vocabulary import ACLED_EVENT_TYPES, ACLED_SUB_EVENT_TYPES, PLOVER_EVENT_TYPES

# More people than any event has killed; a larger number is a reading mistake.
MOST_PEOPLE = 500_000_000
EDTF = r"[-0-9XYT:Z.,/?~%{}\[\]+]+"


def _people(name: str, description: str) -> Column:
    return Column(name, pa.int64(), description, minimum=0, maximum=MOST_PEOPLE, unit="people")


def _prec(name: str, what: str) -> Column:
    return Column(
        name,
        pa.int8(),
        f"Precision of {what}, by UCDP: 1 exact day, 2 two to six days, 3 about a week (to ten days), "
        "4 to a month, 5 longer.",
        minimum=1,
        maximum=5,
    )


COLUMNS = (
    Column("is_main", pa.bool_(), "Whether this is the event that the article is about."),
    Column("event_order", pa.int16(), "Place in the order of first statement in the article.", minimum=0),
    Column(
        "event_name",
        pa.string(),
        "What the event is called: the article's title; of others words of the text, a noun with "
        "what it was of or the clause that tells it.",
    ),
    Column("event_type", pa.string(), "ACLED's event type.", values=ACLED_EVENT_TYPES),
    Column("sub_event_type", pa.string(), "ACLED's sub-event type.", values=ACLED_SUB_EVENT_TYPES),
    Column("plover_event_type", pa.string(), "PLOVER's event type.", values=PLOVER_EVENT_TYPES),
    Column("plover_mode", pa.string(), "PLOVER's mode, e.g. aerial.", pattern="[a-z][a-z_-]*"),
    Column("date_start", pa.date32(), "First day on which the event can have happened (years 1 to 9999)."),
    Column("date_end", pa.date32(), "Last day on which the event can have happened (years 1 to 9999)."),
    _prec("date_prec", "the date"),
    Column("date_edtf", pa.string(), "The date in ISO 8601-2 (EDTF), as precise as the words.", pattern=EDTF),
    Column("date_raw", pa.string(), "The words that give the date."),
    Column(
        "date_basis",
        pa.string(),
        "How the date is known: from the infobox, from the sentence alone, or relative to another date.",
        values=get_args(DateBasis),
    ),
    Column("time_local", pa.string(), "The time of day where it happened, as the source gives it."),
    Column("timezone", pa.string(), "The time zone of time_local, as the source gives it."),
    Column("part_of", pa.string(), "The larger conflict or operation, in the source's words."),
    Column(
        "target",
        pa.string(),
        "What was attacked, in the words of the infobox or the sentence.",
    ),
    Column("weapon", pa.string(), "What it was done with, in the source's words."),
    _people(
        "deaths_low",
        "The smallest number of killed that a figure of this event states. Dead attackers are left out where "
        "an attack killed others; in a battle and in a strike from afar fighters count like all dead. "
        "Numbers of different classes of victims that nobody adds up are not added: deaths_of says whose "
        "these are, deaths_a, deaths_b and deaths_civilians give others.",
    ),
    _people(
        "deaths_best",
        "The number of killed to use if one must be chosen, always a stated one; best_rule says how. "
        "It is as stated: one that is said to count attackers counts them, although deaths_low does not. "
        "NULL where only sums of stated numbers are known: then low and high have them, so sum over "
        "coalesce(deaths_best, deaths_low) or over a range, not over this column alone.",
    ),
    _people("deaths_high", "The largest number of killed that a figure of this event states."),
    _people("injured_low", "The smallest number of injured that a figure of this event states."),
    _people("injured_best", "The number of injured to use if one must be chosen; likewise."),
    _people("injured_high", "The largest number of injured that a figure of this event states."),
    Column(
        "best_rule",
        pa.string(),
        "How deaths_best (or, without it, injured_best) was chosen, in this order: infobox_exact, "
        "latest_update, most_stated, lowest; in the last two what the article says in its own voice goes "
        "before what it quotes somebody for.",
        pattern="[a-z][a-z0-9_]*",
    ),
    Column(
        "deaths_best_figure_id",
        pa.string(),
        "The figure that gave deaths_best.",
    ),
    _people("deaths_a", "Killed on side a, where stated."),
    _people("deaths_b", "Killed on side b, where stated."),
    _people(
        "deaths_civilians",
        "Civilians killed: the smallest number stated. NULL where only parts are counted, far apart.",
    ),
    _people("deaths_unknown", "Killed of unknown side, where stated."),
    Column(
        "deaths_of",
        pa.string(),
        "Whose dead deaths_low, deaths_best and deaths_high count: all, or the one class (civilians; "
        "soldiers and police; fighters; attackers) that these numbers are of. Where other dead are told "
        "as well, they are the toll of that class and no total. Since 1.1.",
        values=get_args(Population),
    ),
    Column("n_claims", pa.int32(), "Statements about this event."),
    Column("n_claimants", pa.int32(), "Distinct named claimants of those statements."),
    Column("evidence", pa.string(), "The passage that states the event."),
    Column("role", pa.string(), "The actor's part in the event.", values=get_args(Role)),
    Column(
        "side",
        pa.string(),
        "The side, where there are two: the infobox's, or a who attacked and b who was.",
        values=get_args(Side),
    ),
    Column("is_alleged", pa.bool_(), "Whether the role is somebody's allegation, not the article's voice."),
    Column(
        "claim_date", pa.date32(), "The day on which the statement was made, where it is known to the day."
    ),
    _prec("claim_date_prec", "the time that claim_date_edtf gives"),
    Column("claim_date_edtf", pa.string(), "When the statement was made, in ISO 8601-2.", pattern=EDTF),
)

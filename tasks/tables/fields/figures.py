"""Columns that give a number of people with what it counts."""

from __future__ import annotations

from typing import get_args

import pyarrow as pa

from tasks.model.figure import FigureProperty, FigureQualifier, VictimClass
from tasks.tables.column import Column
from tasks.tables.fields.events import MOST_PEOPLE

COLUMNS = (
    Column("property", pa.string(), "What happened to the people.", values=get_args(FigureProperty)),
    Column(
        "value_low",
        pa.int64(),
        "The number, or its lower bound; NULL if none is stated.",
        minimum=0,
        maximum=MOST_PEOPLE,
        unit="people",
    ),
    Column(
        "value_high",
        pa.int64(),
        "The number, or its upper bound; NULL if none is stated.",
        minimum=0,
        maximum=MOST_PEOPLE,
        unit="people",
    ),
    Column(
        "value_qualifier",
        pa.string(),
        "How the number is meant: '78-105' is 78, 105, range; 'at least 78' 78, NULL, at_least; "
        "'up to 40' NULL, 40, at_most; 'about 30' 30, 30, approx; 'dozens' NULL, NULL, vague.",
        values=get_args(FigureQualifier),
    ),
    Column("value_raw", pa.string(), "The words that give the number."),
    Column("victim_class", pa.string(), "Who the people were.", values=get_args(VictimClass)),
    Column("victim_raw", pa.string(), "The words that say who the people were."),
    Column("is_additional", pa.bool_(), "Whether it comes on top of other figures ('another soldier')."),
    Column("is_cumulative", pa.bool_(), "Whether it holds earlier figures already ('rose to')."),
    Column(
        "is_subset",
        pa.bool_(),
        "Whether it is a part of another figure ('including 12 children'); it enters no toll.",
    ),
    Column("is_named", pa.bool_(), "Whether it is one person, named, who stands for 1."),
    Column(
        "infobox_side",
        pa.string(),
        "Number of the infobox's column, where it gives casualties by side.",
        pattern="[1-9]",
    ),
)

"""Rows of the tables in a few words: tolls, figures, dates and places as a person writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]
UNITS = {
    "killed": "killed",
    "injured": "injured",
    "killed_or_injured": "killed or injured",
    "missing": "missing",
    "captured": "captured",
    "displaced": "displaced",
}


def toll(low: int | None, best: int | None, high: int | None) -> str:
    """Return a toll as "78 (78–105)", "5", "≥ 40" or "".

    >>> toll(78, 79, 105), toll(5, 5, 5), toll(40, None, None)
    ('79 (78–105)', '5', '≥ 40')
    """
    if low is None and high is None:
        return "" if best is None else f"{best:,}"
    if low == high:
        return f"{low:,}"
    around = f"≥ {low:,}" if high is None else f"≤ {high:,}" if low is None else f"{low:,}–{high:,}"
    return around if best is None else f"{best:,} ({around})"


def figure(row: Row) -> str:
    """Return a figure as "≥ 78 killed", "78–105 killed", "vague injured: dozens"."""
    low, high, unit = row["value_low"], row["value_high"], UNITS.get(row["property"], row["property"])
    if low is None and high is None:
        return f"{row['value_raw']} [{unit}]"
    exactly = f"{'~' if row['value_qualifier'] == 'approx' else ''}"
    number = exactly + toll(low, None, high)
    return f"{'not ' if row['is_negated'] else ''}{number} {unit}"


def when(row: Row) -> str:
    """Return an event's date: a day, a range, or what is known of it (EDTF)."""
    start, end = row["date_start"], row["date_end"]
    if start is not None and start == end:
        return str(start)
    return str(row["date_edtf"] or row["date_raw"] or "")


def where(row: Row) -> str:
    """Return an event's place: as resolved, or in the text's words."""
    parts = [row["location"], row["adm_1"], row["country"]]
    known = [part for at, part in enumerate(parts) if part and part not in parts[:at]]
    return ", ".join(known) or str(row["location_raw"] or "")

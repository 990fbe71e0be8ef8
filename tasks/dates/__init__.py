"""Dates of an article: read by a hand grammar, resolved against their anchors, written as EDTF.

`find_dates` gives them all, `main_date` the one of the article's own event.

Cases in tests/cases: dates.txt; the days of claims and events: claims_dates.txt, events.txt,
events_reports.txt.
"""

from tasks.dates.find import find_dates
from tasks.dates.main_date import main_date
from tasks.dates.own_dates import without_lives

__all__ = ["find_dates", "main_date", "without_lives"]

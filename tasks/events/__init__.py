"""Events: the article's own and the others it reports, their types, places, parties and tolls.

Cases in tests/cases: events.txt, events_reports.txt, events_of_many_days.txt, claims_events.txt (which
event a claim is about), and those of the packages.
"""

from tasks.events.find import find_events
from tasks.events.new_party import introduce

__all__ = ["find_events", "introduce"]

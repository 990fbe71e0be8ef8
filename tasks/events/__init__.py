"""Events: the article's own and the others it reports, their types, places, parties and tolls."""

from tasks.events.find import find_events
from tasks.events.new_party import introduce

__all__ = ["find_events", "introduce"]

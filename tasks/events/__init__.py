"""Events: the article's own and the others it reports, their types, places, parties and tolls."""

from tasks.events.find import find_events

__all__ = ["find_events"]

"""Others: the events that an article reports beside its own, told by their dates and names.

Cases in tests/cases: events.txt, events_reports.txt, events_of_many_days.txt, events_of_ships.txt,
event_rules.txt, parties_others.txt.
"""

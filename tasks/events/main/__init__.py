"""Main: the article's own event, its name, days and place.

Cases in tests/cases: events.txt, events_reports.txt, event_names.txt, event_cells.txt.
"""

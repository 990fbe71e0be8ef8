"""When the article's own event happened: its days, from which to which it lasted, its time of day.

Cases in tests/cases: events.txt, events_reports.txt, event_names.txt, event_cells.txt.
"""

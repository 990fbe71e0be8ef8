"""Where the article's own event happened: which of its places, how finely it is named, what it lies in.

Cases in tests/cases: events.txt, events_reports.txt, event_names.txt, event_cells.txt.
"""

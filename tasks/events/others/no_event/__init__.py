"""What tells of no event of its own: sums and laws, courts, what never happened, what held for years, films.

Cases in tests/cases: events.txt, events_reports.txt, events_of_many_days.txt, event_rules.txt,
parties_others.txt.
"""

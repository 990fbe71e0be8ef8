"""Which day another event is of: whether it is the article's own, and what gives it where its date does not.

Cases in tests/cases: events.txt, events_reports.txt, events_of_many_days.txt, event_rules.txt,
parties_others.txt.
"""

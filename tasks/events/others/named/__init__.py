"""Events that a sentence only names: battles, nouns with a date, "those of 1930", names without a date.

Cases in tests/cases: events.txt, events_reports.txt, events_of_many_days.txt, event_rules.txt,
parties_others.txt.
"""

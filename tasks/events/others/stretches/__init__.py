"""A sentence cut at its dates, and which words of each stretch tell what happened on its date.

Cases in tests/cases: events.txt, events_reports.txt, events_of_many_days.txt, event_rules.txt,
parties_others.txt.
"""

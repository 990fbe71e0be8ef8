"""Events that need another sentence: it gives their day, sums them up, or tells what they go on from.

Cases in tests/cases: events.txt, events_reports.txt, events_of_many_days.txt, events_of_ships.txt,
event_rules.txt, parties_others.txt.
"""

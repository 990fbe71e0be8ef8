"""What tells of an event without a noun or verb of violence: places taken, landings, ends of fights.

Cases in tests/cases: events.txt, events_reports.txt, events_of_many_days.txt, events_of_ships.txt,
event_rules.txt, parties_others.txt.
"""

"""At whom or what a sentence says that the event was aimed: objects of its verbs, plans, purposes.

Cases in tests/cases: parties_attacks.txt, parties_beside.txt, parties_open.txt.
"""

"""Clauses: what a sentence does with a name beside a verb or a noun for violence, for all who ask.

Cases in tests/cases: parties.txt, parties_attacks.txt.
"""

"""Targets: at whom or what an event was aimed, what it hit, and which of those it was meant for.

Cases in tests/cases: parties_attacks.txt, parties_beside.txt, parties_open.txt.
"""

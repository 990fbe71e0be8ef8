"""Phrases that stand where a construction puts whom or what it is about: how far they go, what they name.

Cases in tests/cases: parties.txt, parties_attacks.txt, parties_open.txt.
"""

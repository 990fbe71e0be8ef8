"""Constructions: one file for each way in which English attributes words to somebody, and what tries them.

Cases in tests/cases: claims.txt, claims_published.txt, claims_traps.txt.
"""

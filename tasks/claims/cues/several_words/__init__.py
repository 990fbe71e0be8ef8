"""Statements that several words make together: claims of responsibility, no comment, minds made up.

Cases in tests/cases: claims.txt, claims_traps.txt.
"""

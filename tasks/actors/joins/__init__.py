"""Joins: which names are one actor, each with its reason.

Cases in tests/cases: actors_aliases.txt.
"""

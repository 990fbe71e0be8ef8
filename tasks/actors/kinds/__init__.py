"""Kinds: what a name names: an actor of some kind, or no actor at all.

Cases in tests/cases: actors_names.txt.
"""

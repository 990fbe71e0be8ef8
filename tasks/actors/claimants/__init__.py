"""Claimants: the actor within the words for who speaks, and what refers back to it.

Cases in tests/cases: actors_claimants.txt.
"""

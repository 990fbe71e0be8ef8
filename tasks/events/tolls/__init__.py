"""Tolls: how many were killed and injured in an event, from the figures told of it.

Cases in tests/cases: tolls.txt.
"""

"""Risings: coups, mutinies and crowds: who rose, against whom, and who put them down.

Cases in tests/cases: parties_risings.txt.
"""

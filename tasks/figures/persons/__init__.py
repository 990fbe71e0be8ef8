"""Persons: single people who were killed or hurt, by name or pointed at, alone and with others.

Cases in tests/cases: figures.txt, figures_genre.txt.
"""

"""Bound: a number and what befell the people it counts, by verb or noun, each construction a file.

Cases in tests/cases: figures.txt, figures_genre.txt.
"""

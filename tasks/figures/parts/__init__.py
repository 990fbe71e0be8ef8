"""Parts: numbers that lean on another: its parts, its other counts, sums, what the other side lost.

Cases in tests/cases: figures.txt, figures_genre.txt.
"""

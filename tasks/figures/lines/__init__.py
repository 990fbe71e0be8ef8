"""Lines: one sentence made ready: its numbers, its groups of people, its casualty words.

Cases in tests/cases: figures.txt, figures_traps.txt.
"""

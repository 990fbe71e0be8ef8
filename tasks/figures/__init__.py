"""Figures: numbers of people killed, injured, missing, captured or displaced, bound by construction.

`find_figures` gives them all.  Nothing here is bound by nearness: a number counts only where a
construction of English (or an infobox field) ties it to what befell the people.

Cases in tests/cases: figures.txt, figures_genre.txt (sentences of the genre), figures_traps.txt (what is
none).
"""

from tasks.figures.find import find_figures

__all__ = ["find_figures"]

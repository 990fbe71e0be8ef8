"""Figures: numbers of people killed, injured, missing, captured or displaced, bound by construction.

`find_figures` gives them all.  Nothing here is bound by nearness: a number counts only where a
construction of English (or an infobox field) ties it to what befell the people.
"""

from tasks.figures.find import find_figures

__all__ = ["find_figures"]

"""Accuracy: a dataset against hand-labelled articles, measure by measure.

Each measure is a function from rows of one article and its labels to a `Count`; counts of articles
add up.  Labels and rows are compared by their words, never by offsets, so labels of another
rendering of the same article count as well.
"""

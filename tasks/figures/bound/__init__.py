"""Bound: a number and what befell the people it counts, by verb or noun, each construction a file."""

"""Articles on ships: which ship it is, what became of her, and which sentences tell of that.

Cases in tests/cases: ships.txt.
"""

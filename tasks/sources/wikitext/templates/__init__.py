"""What single kinds of templates hold and say: dates, numbers, units, coordinates, ships.

Cases in tests/cases: wikitext.txt, infobox_values.txt.
"""

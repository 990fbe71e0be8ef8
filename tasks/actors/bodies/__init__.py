"""Bodies: forces, governments, coalitions, units and ships, also where a common noun names them.

Cases in tests/cases: actors_names.txt.
"""

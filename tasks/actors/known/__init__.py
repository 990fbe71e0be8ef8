"""Known: what the world and the words of English say of names: countries, groups, lists.

Cases in tests/cases: actors_names.txt.
"""

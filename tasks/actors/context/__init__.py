"""Context: what the words around a name say about what it names, and each place where it stands.

Cases in tests/cases: actors_names.txt.
"""

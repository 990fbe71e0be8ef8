"""Names: how names are written: capitals, numbers, acronyms, titles and offices, their bounds.

Cases in tests/cases: actors_names.txt.
"""

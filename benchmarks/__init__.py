"""Programs that measure: whatever prints a figure about casus.

Cases in tests/cases: accuracy_reference.json (labels and extractions with the scores that they must get).
"""

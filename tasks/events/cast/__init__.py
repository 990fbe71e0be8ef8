"""Who takes part in an event: what the rules for parties, fights and evidence find, brought together.

Cases in tests/cases: parties_late.txt, parties_alleged.txt, parties_open.txt, parties_guessed.txt, lives.txt.
"""

"""Who says so of themselves: claims of responsibility, in whose name, for which body, for which attacks.

Cases in tests/cases: parties.txt, parties_attacks.txt, parties_reports.txt, parties_guessed.txt.
"""

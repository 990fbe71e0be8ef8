"""Attackers: who did it, who said so of themselves, whom others blame, and who cannot have done it.

Cases in tests/cases: parties.txt, parties_attacks.txt, parties_reports.txt, parties_guessed.txt.
"""

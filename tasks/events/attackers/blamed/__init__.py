"""Whom others say did it: accused, suspected, charged, convicted.

Cases in tests/cases: parties.txt, parties_attacks.txt, parties_reports.txt, parties_guessed.txt.
"""

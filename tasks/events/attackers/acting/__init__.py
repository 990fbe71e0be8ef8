"""Who did it, in the article's own voice: by a name, by a word for them or by what they used.

Cases in tests/cases: parties.txt, parties_attacks.txt, parties_reports.txt, parties_guessed.txt.
"""

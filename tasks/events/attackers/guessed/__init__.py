"""Who did it where no construction says so: by what the article shows them doing, and how it speaks of them.

Cases in tests/cases: parties.txt, parties_attacks.txt, parties_reports.txt, parties_guessed.txt.
"""

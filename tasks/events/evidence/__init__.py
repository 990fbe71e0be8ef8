"""What an article says late of who did it: kinds of evidence, their finders, and which of them counts.

Cases in tests/cases: parties_late.txt, parties_alleged.txt, parties_guessed.txt.
"""

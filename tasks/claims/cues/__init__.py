"""Cues: the verbs and nouns by which somebody says something, and the sentence in which they stand.

Cases in tests/cases: claims.txt, claims_traps.txt.
"""

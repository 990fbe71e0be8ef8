"""Verbs that are cues: whether a word is one where it stands, in which form, and what looks like one.

Cases in tests/cases: claims.txt, claims_traps.txt.
"""

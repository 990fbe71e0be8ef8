"""A preposition, a noun or an adverb attributes: "According to X", "X's denial", "Reportedly".

Cases in tests/cases: claims.txt, claims_published.txt, claims_traps.txt.
"""

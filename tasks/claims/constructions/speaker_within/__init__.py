"""The speaker and the verb stand behind or inside what is said: "C1, X said, C2", "which he said C".

Cases in tests/cases: claims.txt, claims_published.txt, claims_traps.txt.
"""

"""Passives and participles, by an agent or by nobody: "was condemned by X", "described by X as".

Cases in tests/cases: claims.txt, claims_published.txt, claims_traps.txt.
"""

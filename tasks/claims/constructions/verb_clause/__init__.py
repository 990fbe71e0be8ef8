"""A verb of saying with the clause or the quotation that is said: "said that C", "said C", 'said: "C"'.

Cases in tests/cases: claims.txt, claims_published.txt, claims_traps.txt.
"""

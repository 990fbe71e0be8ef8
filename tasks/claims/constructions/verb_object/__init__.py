"""A verb with a thing or a person as its object: "condemned the attack", "accused X of".

Cases in tests/cases: claims.txt, claims_published.txt, claims_traps.txt.
"""

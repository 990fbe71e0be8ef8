"""Types: what kind of statement a claim is, by its cue, its wording and the deeds that it tells.

Cases in tests/cases: claims_types.txt, claims_of_war.txt, claims_plain_said.txt, claims_wrongs.txt.
"""

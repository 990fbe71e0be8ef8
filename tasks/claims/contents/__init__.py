"""Contents: which words are said: where a statement begins and ends, in which sentences it goes on.

Cases in tests/cases: claims.txt, claims_published.txt, claims_contents.txt.
"""

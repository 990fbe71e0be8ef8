"""The building or gathering where it happened, and which of the candidates the targets are in the end.

Cases in tests/cases: parties_attacks.txt, parties_beside.txt, parties_open.txt.
"""

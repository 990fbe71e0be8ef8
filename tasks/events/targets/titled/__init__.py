"""What the title says was attacked, and where the prose first names it.

Cases in tests/cases: parties_attacks.txt, parties_beside.txt, parties_open.txt.
"""

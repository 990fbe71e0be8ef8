"""People who are the target by what befell them: victims counted or named, crowds, whose men.

Cases in tests/cases: parties_attacks.txt, parties_beside.txt, parties_open.txt.
"""

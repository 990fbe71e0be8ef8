"""What was struck by whatever verb, weapon or blast, where nothing better names a target.

Cases in tests/cases: parties_attacks.txt, parties_beside.txt, parties_open.txt.
"""

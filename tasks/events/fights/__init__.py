"""Fights: the two sides of a battle, and which of them has the initiative.

Cases in tests/cases: parties_battles.txt, parties_clashes.txt.
"""

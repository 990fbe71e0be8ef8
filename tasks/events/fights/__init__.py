"""Fights: the two sides of a battle, and which of them has the initiative."""

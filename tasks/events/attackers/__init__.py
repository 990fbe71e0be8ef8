"""Attackers: who did it, who said so of themselves, whom others blame, and who cannot have done it."""

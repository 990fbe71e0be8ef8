"""Lines: one sentence made ready: its numbers, its groups of people, its casualty words."""

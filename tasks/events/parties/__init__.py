"""Parties: who did what to whom in an event, and which of the findings count."""

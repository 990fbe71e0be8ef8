"""Targets: at whom or what an event was aimed, what it hit, and which of those it was meant for."""

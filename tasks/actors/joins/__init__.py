"""Joins: which names are one actor, each with its reason."""

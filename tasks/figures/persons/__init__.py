"""Persons: single people who were killed or hurt, by name or pointed at, alone and with others."""

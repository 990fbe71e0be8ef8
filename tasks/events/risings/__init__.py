"""Risings: coups, mutinies and crowds: who rose, against whom, and who put them down."""

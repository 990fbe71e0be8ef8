"""Constructions: one file for each way in which English attributes words to somebody, and what tries them."""

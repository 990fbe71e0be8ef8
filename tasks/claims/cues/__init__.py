"""Cues: the verbs and nouns by which somebody says something, and the sentence in which they stand."""

"""Actors: names, aliases, kinds, references back; who made each claim."""

from tasks.actors.corrections import Correction, CorrectionError, read_corrections
from tasks.actors.find import find_actors

__all__ = ["Correction", "CorrectionError", "find_actors", "read_corrections"]

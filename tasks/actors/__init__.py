"""Actors: names, aliases, kinds, references back; who made each claim.

Cases in tests/cases: actors_names.txt, actors_aliases.txt, actors_claimants.txt, actors_ships.txt.
"""

from tasks.actors.corrections import Correction, CorrectionError, read_corrections
from tasks.actors.find import find_actors

__all__ = ["Correction", "CorrectionError", "find_actors", "read_corrections"]

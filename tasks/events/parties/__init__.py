"""Parties: constructions that give both sides of an event, who belongs to a side, who else took part."""

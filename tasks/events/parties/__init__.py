"""Parties: constructions that give both sides of an event, who belongs to a side, who else took part.

Cases in tests/cases: parties.txt, parties_beside.txt, parties_others.txt.
"""

"""Speakers: whose the words of a cue are: subjects, agents, shared ones, and the edges of their phrase.

Cases in tests/cases: claims.txt, actors_claimants.txt.
"""

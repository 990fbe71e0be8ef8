"""Speakers: whose the words of a cue are: subjects, agents, shared ones, and the edges of their phrase."""

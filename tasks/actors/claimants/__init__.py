"""Claimants: the actor within the words for who speaks, and what refers back to it."""

"""Kinds: what a name names: an actor of some kind, or no actor at all."""

"""Processes that work side by side and share what they have imported."""

from tasks.processes.nursery import Child, EndedError, Nursery

__all__ = ["Child", "EndedError", "Nursery"]

"""Why a run publishes nothing, as a scheduler needs to tell it apart."""

from __future__ import annotations


class RunError(Exception):
    """The run ended without publishing; the last dataset is as it was."""


class BadInputError(RunError):
    """No input could be read as an article; the message names each with its reason."""


class RefusedError(RunError):
    """Validation refused the tables; the message names the rules that they broke."""

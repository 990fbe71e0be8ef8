"""Why a run publishes nothing, as a scheduler needs to tell it apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tasks.run.outcome import Outcome


class RunError(Exception):
    """The run ended without publishing; the last dataset is as it was.

    Attributes:
        outcome: how it ended, once that is known.
    """

    outcome: Outcome | None = None


class BadInputError(RunError):
    """No input could be read as an article; the message names each with its reason."""


class RefusedError(RunError):
    """Validation refused the tables; the message names the rules that they broke."""

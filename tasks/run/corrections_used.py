"""The corrections that a run works with, and the mark by which results made with others are told apart."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from tasks.actors.corrections import Correction, CorrectionError, read_corrections
from tasks.run.errors import BadInputError


@dataclass(frozen=True, slots=True)
class Corrections:
    """The lines of the corrections file.

    Attributes:
        mark: a checksum of what the lines say; empty where there is none.
    """

    lines: tuple[Correction, ...] = ()

    @property
    def mark(self) -> str:
        """What changes with the lines and with nothing else."""
        return hashlib.sha256(repr(self.lines).encode()).hexdigest() if self.lines else ""


def corrections_in(path: Path) -> Corrections:
    """Return the corrections of a file; none where there is no such file.

    Raises:
        BadInputError: if the file cannot be used; the message names file, line and value.
    """
    try:
        return Corrections(read_corrections(path))
    except FileNotFoundError:
        return Corrections()
    except CorrectionError as error:
        raise BadInputError(str(error)) from error
    except UnicodeDecodeError as error:
        raise BadInputError(f"{path}: byte {error.start}: not UTF-8") from error

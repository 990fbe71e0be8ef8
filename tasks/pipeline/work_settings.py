"""What the work on articles needs to know of a run's settings.

Apart from the settings themselves: a process that works on articles need not load the library that checks
those, which takes a seventh of the time until it can begin.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tasks.engines.joined_claims import Combine
    from tasks.settings import Settings


@dataclass(frozen=True, slots=True)
class WorkSettings:
    """What of the settings has a bearing on an article's rows; can be pickled.

    Attributes:
        is_full: whether rows that are kept are not to be used.
        corrections: the corrections file.
        engines: names of a user's own engines, in the order in which they are asked.
        combine: which claims stay where they and the rules have found the same statement.
    """

    is_full: bool
    corrections: Path
    engines: tuple[str, ...]
    combine: Combine


def work_settings(settings: Settings) -> WorkSettings:
    """Return what of the settings the work on articles needs."""
    return WorkSettings(
        settings.run.full, settings.corrections, settings.engines.use, settings.engines.combine
    )

"""A word that tells of another event, with the construction by which it does."""

from __future__ import annotations

from typing import NamedTuple

from tasks.events.triggers import Trigger
from tasks.model.event import EventRule


class Told(NamedTuple):
    """A word for an event and the rule by which its date goes with it, as it is published."""

    trigger: Trigger
    rule: EventRule

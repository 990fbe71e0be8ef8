"""Whose troops are told of, and where forces are that are not that land's."""

from __future__ import annotations

import re

from tasks.lexicons.late_pattern import late_pattern

_TROOPS = late_pattern(r"(?:the |government |army )*(?:troops|soldiers|forces|jets|planes)\b", re.IGNORECASE)
_WHERE_SENT = late_pattern(r"(?:(?<=forces)|(?<=troops)|(?<=mission)|(?<=mbassy)) in (?:the )?[A-Z].*$")


def tells_of_troops(content: str) -> bool:
    """Tell whether a content begins with troops that have no name: a state's own, where a state speaks."""
    return _TROOPS.match(content) is not None


def without_place_sent_to(speaker: str) -> str:
    """Return a claimant's words without where his forces are: "the forces in Norland" are not Norland's."""
    return _WHERE_SENT.sub("", speaker) if " in " in speaker else speaker

"""What a state's television is called without a name: "state TV", "Norland state-run television"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tasks.model.actor import Actor

_STATES = r"state(?:[- ](?:owned|run|controlled|backed))? "
STATE_TV = re.compile(rf"(?:(?P<state>[A-Z].*) )?{_STATES}(?:tv|television)", re.IGNORECASE)


def only_station(words: str, actors: Mapping[str, Actor]) -> str | None:
    """Return the key of the one state television that "state TV" can mean among an article's actors."""
    match = STATE_TV.fullmatch(words)
    if match is None or match["state"] is not None:
        return None
    fits = [a.key for a in actors.values() if a.kind == "media" and STATE_TV.fullmatch(a.name)]
    return fits[0] if len(fits) == 1 else None

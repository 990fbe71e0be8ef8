"""What a state's broadcaster and news agency are called without their names: "state TV", "the state agency".

- state TV: "Norland state-controlled television", then "state TV"
- agency of the state: "the Norland Central News Agency", then "the Norland news agency"
"""

from __future__ import annotations

from collections.abc import Iterator

from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.countries import countries
from tasks.actors.known.merging import Join
from tasks.actors.known.state_tv import STATE_TV

_AGENCY = ("news", "agency")


def state_media(entries: Entries) -> Iterator[Join]:
    """Yield the names of the one state television, and of the one news agency of a state."""
    media = [e for e in entries.values() if e.kind == "media"]
    if len(media) < 2:
        return
    stations = [(match["state"] or "", e) for e in media if (match := STATE_TV.fullmatch(e.name))]
    named = {state.casefold() for state, _ in stations} - {""}
    if len(named) == 1:
        for _, other in stations[1:]:
            yield stations[0][1].key, other.key, "state_medium"
    agencies = [e for e in media if tuple(w.lower() for w in e.words[-2:]) == _AGENCY]
    for short in agencies:
        whole = [e for e in agencies if _is_named(e)]
        if _is_of_state(short) and not _is_named(short) and len(whole) == 1:
            yield whole[0].key, short.key, "state_medium"


def _is_named(entry: Entry) -> bool:
    return entry.words[-1] == "Agency"


def _is_of_state(entry: Entry) -> bool:
    front = " ".join(entry.words[:-2])
    table = countries()
    return front in table.adjectives or front in table.names

"""One name for one region in all events of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.model.event import Event
from tasks.places import same_region


def one_region(events: Sequence[Event]) -> tuple[Event, ...]:
    """Give a region that events name in different words the name that the first of them gives it.

    "Idlib province" after "Idlib Governorate" is the same region; the words as written stay in `raw`.
    """
    seen: list[str] = []
    found = []
    for event in events:
        region = event.place.adm_1 if event.place is not None else None
        if event.place is not None and region is not None:
            first = next((r for r in seen if same_region(r, region)), None)
            if first is None:
                seen.append(region)
            elif first != region:
                event = replace(event, place=replace(event.place, adm_1=first))
        found.append(event)
    return tuple(found)

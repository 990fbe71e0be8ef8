"""A verb before those whom it counts: "Killed were 14 people", "Also wounded were two guards"."""

from __future__ import annotations

from tasks.figures.bound.bind import Binding
from tasks.figures.lines.line import Line
from tasks.figures.parts.parts_of_figure import is_own, row


def inverted_bindings(line: Line) -> list[Binding]:
    """Return those whom a participle counts that opens the sentence, with "was" or "were" behind it."""
    at = 1 if line.word(0) == "also" else 0
    trigger = line.trigger_at(at)
    if trigger is None or line.word(trigger.last) not in ("was", "were"):
        return []
    reading = next((r for r in trigger.readings if r.kind in ("past", "participle")), None)
    group = line.group_at(trigger.last + 1)
    if reading is None or group is None or group.quantity.kind == "none":
        return []
    return [
        Binding(g, reading.property, (at, trigger.last + 1), "inverted")
        for g in row(line, group)
        if not is_own(line, g)
    ]

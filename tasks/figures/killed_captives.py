"""People who were taken and then killed: "captured seven soldiers and executed all of them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.figures.bind import Binding
from tasks.figures.line import Line
from tasks.figures.predicates import Predicate

_TAKES = frozenset(
    {"captured", "abducted", "kidnapped", "seized", "arrested", "detained", "took", "rounded", "dragged"}
    | {"capturing", "abducting", "kidnapping", "seizing", "arresting", "detaining", "taking"}
)
_KILLS = frozenset(
    {"killed", "executed", "murdered", "beheaded", "massacred", "hanged", "lynched", "slaughtered"}
    | {"killing", "executing", "murdering", "beheading"}
)
_REACH = 5  # tokens between the verb of taking and who was taken


def killed_captives_bindings(
    line: Line, predicates: Sequence[Predicate], bound: Sequence[Binding]
) -> Iterator[Binding]:
    """Yield the people whom an earlier verb takes and a verb of killing with "them" kills."""
    if "them" not in line.words or _TAKES.isdisjoint(line.words):
        return
    dead = {b.group.first for b in bound if b.property == "killed"}
    for predicate in predicates:
        is_kill = predicate.property == "killed" and line.word(predicate.core) in _KILLS
        behind = line.words[predicate.last : predicate.last + 3]
        if (
            not is_kill
            or predicate.is_negated
            or not (behind[:1] == ["them"] or behind[1:] == ["of", "them"])
        ):
            continue
        if behind[0] not in ("them", "all", "both"):
            continue
        for group in reversed([g for g in line.groups if g.last <= predicate.first]):
            taking = line.words[max(0, group.first - _REACH) : group.first]
            if (
                group.head in ("person", "unknown")
                and (group.quantity.low or 0) > 1
                and not _TAKES.isdisjoint(taking)
            ):
                if group.first not in dead:
                    yield Binding(group, "killed", (predicate.first, predicate.last), "active")
                break

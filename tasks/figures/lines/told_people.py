"""Who the people of a figure were, in the text's words, and their class by all that those words say."""

from __future__ import annotations

from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line, Trigger
from tasks.figures.lines.of_bodies import class_by_body
from tasks.model.figure import VictimClass
from tasks.model.span import Span

_FAMILIES = frozenset({"family", "household"})
_LIE = frozenset({"lay", "lie", "lying"})
_NO_PEOPLE = frozenset({"lives", "life"})
_HELPERS = frozenset({"who", "that"})
_HELPS = 5  # words of "who had helped the"


def told_class(line: Line, group: Group) -> VictimClass:
    """Return the class of a group's people: by their noun, else by the body that they belong to.

    Recruits and cadets are soldiers, but those of the police are police.
    """
    if group.victim is None:
        return group.victim_class
    words = line.words[slice(*group.victim)]
    if group.victim_class == "soldiers" and "police" in words and "military" not in words:
        return "police"
    if group.victim_class != "unknown":
        return group.victim_class
    if line.word(group.last) == "of" and line.word(group.last + 2) in _FAMILIES:
        return "civilians"  # "seven members of one family"
    return _of_titled(line, group) or class_by_body(line.tokens[slice(*group.victim)])


def _of_titled(line: Line, group: Group) -> VictimClass | None:
    """Return what the title before a name tells: "Prince X" is a civilian, "General X" a soldier."""
    tokens = line.tokens[slice(*group.victim)] if group.victim is not None else ()
    if len(tokens) < 2 or not all(t.text[:1].isupper() for t in tokens):
        return None
    told = v.people().get(tokens[0].lower)
    return told[1] if told is not None and told[1] != "unknown" else None


def told_victim(line: Line, group: Group) -> Span | None:
    """Return the words for a group's people; None where they are nobody's ("500 combat fatalities")."""
    if group.victim is None:
        return None
    first, last = group.victim
    if last - first > 1 and line.words[last - 1] in _LIE and line.word(last) == "dead":
        last -= 1  # "600 villagers lay dead"
    if line.words[last - 1] in _NO_PEOPLE or _is_kind_of_death(line, group):
        return None
    return line.span(first, last)


def _is_kind_of_death(line: Line, group: Group) -> bool:
    """Whether words without a noun for people stand before a noun of death: "combat fatalities"."""
    is_before = group.last < len(line.words) and line.trigger_at(group.last) is not None
    reads = is_before and any(r.kind == "count" for r in line.trigger_of[group.last].readings)
    is_name = any(t.text[:1].isupper() for t in line.tokens[group.first : group.last])
    return reads and not is_name and v.people().keys().isdisjoint(line.words[group.first : group.last])


def are_the_hurt(line: Line, trigger: Trigger) -> bool:
    """Whether a participle stands for people: "wished the injured a rest", "men who helped the wounded"."""
    if line.word(trigger.first - 1) != "the":
        return False
    before = line.words[max(0, trigger.first - _HELPS) : trigger.first - 2]
    return line.word(trigger.last) in {"a", "an"} or not _HELPERS.isdisjoint(before)

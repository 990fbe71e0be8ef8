"""Who the people of a part were: "nine of them civilians", "seven soldiers, including two officers"."""

from __future__ import annotations

from dataclasses import replace

from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.people_phrase import class_of_run, end_of_noun

_BARE = frozenset({"them", "whom", "which"})
_ARTICLES = frozenset({"a", "an", "the"})
_SHARED = frozenset({"soldiers", "police", "fighters"})
_ONE_OF = v.role("of_body")


def with_class(line: Line, part: Group, whole: Group) -> Group:
    """Return a part with the words that say who they were, and with the class of those they are part of.

    An officer among soldiers is one of them; a contractor among them is none, and who is part of "people"
    may be anybody.
    """
    part = _told_behind(line, part)
    if part.victim_class != "unknown" or whole.victim_class not in _SHARED:
        return part
    if part.victim is not None and _ONE_OF.isdisjoint(line.words[slice(*part.victim)]):
        return part
    return replace(part, victim_class=whole.victim_class)


def _told_behind(line: Line, part: Group) -> Group:
    """Return a bare part with the noun behind it: "five of them women", "of whom two were children"."""
    if part.victim is not None:
        return part
    at = line.skip_adverbs(part.last)
    if line.word(part.last - 1) not in _BARE and line.word(at) not in v.BE:
        return part
    while line.word(at) in v.BE or line.word(at) in _ARTICLES or line.word(at) in v.ADVERBS:
        at += 1
    found = end_of_noun(line, at) if at < len(line.words) else None
    if found is None or found[0] < 0:
        return part
    head = found[0]
    return replace(part, victim=(at, head + 1), victim_class=class_of_run(line, at, head, 0))

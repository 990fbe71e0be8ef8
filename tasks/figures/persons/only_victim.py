"""One person who is said to be all the dead: "Its only victim was a porter", "the only one to die was Quist".

"The only person killed was ...", "A porter was the only fatality", "with a porter as its only victim".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.quantity import Quantity
from tasks.model.figure import FigureProperty, VictimClass

ONLY = frozenset({"only", "sole", "single"})
_OF_ALL = frozenset({"the", "its", "their"})
_DEAD = frozenset({"victim", "fatality", "death"})
_ONE = frozenset({"person", "man", "one", "woman", "loss", "people"})
_FATAL = frozenset({"fatal", "american", "civilian", "british", "human", "military"})
_BEFALLS: tuple[tuple[tuple[str, ...], FigureProperty], ...] = (
    (("killed",), "killed"), (("to", "die"), "killed"), (("to", "be", "killed"), "killed"),
    (("to", "lose", "his", "life"), "killed"), (("to", "lose", "her", "life"), "killed"),
    (("who", "died"), "killed"), (("who", "was", "killed"), "killed"), (("to", "perish"), "killed"),
    (("injured",), "injured"), (("hurt",), "injured"), (("wounded",), "injured"),
    (("to", "be", "injured"), "injured"), (("to", "be", "hurt"), "injured"),
    (("to", "be", "wounded"), "injured"),
    (("who", "was", "injured"), "injured"), (("who", "was", "wounded"), "injured"),
)  # fmt: skip
_BE = frozenset({"was", "is", "being", "as", "became", "proved"})
_BEHIND = frozenset({"", ".", ",", ";", ":", "of", "in", "on", "and", "was", "is", "being", "but", "while"})


def only_victim_bindings(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """Yield one dead (or hurt) for each phrase that says of one person that nobody else was."""
    if ONLY.isdisjoint(line.words):
        return
    for at in (i for i, word in enumerate(line.words) if word in ONLY):
        if line.word(at - 1) not in _OF_ALL:
            continue
        found = _phrase(line, at)
        if found is None:
            continue
        prop, end = found
        if not (_is_said_of_one(line, at, end) and _is_of_event(line, end)):
            continue
        if any(b.group.first >= at - 1 and b.property == prop for b in bound):
            continue
        start = at - 1
        quantity = Quantity(at, at, at + 1, "article", 1, 1, "exact")
        one = Group(start, end, quantity, "person", None, _class(line, at, end))
        yield Binding(one, prop, (at, end), "toll")


def _phrase(line: Line, only: int) -> tuple[FigureProperty, int] | None:
    """Return what befell "the only ..." person and where the words for that end."""
    at = only + 1 + (line.word(only + 1) in _FATAL)
    word = line.word(at)
    if word in _DEAD and line.word(at + 1) in _BEHIND:
        return "killed", at + 1
    if word == "casualty" and line.word(at - 1) == "fatal":
        return "killed", at + 1
    entry = v.people().get(word)
    if word not in _ONE and (entry is None or entry[0] != "singular"):
        return None
    for words, prop in _BEFALLS:
        if tuple(line.words[at + 1 : at + 1 + len(words)]) == words:
            return prop, at + 1 + len(words)
    return None


def _is_said_of_one(line: Line, only: int, end: int) -> bool:
    """Whether somebody is said to be it: behind "was", or before "was the only ..."."""
    if line.word(end) in _BE and line.word(end + 1) != "not" and line.word(end + 1) not in v.PREPOSITIONS:
        return True
    return line.word(only - 2) in _BE


def _is_of_event(line: Line, end: int) -> bool:
    """Whether the phrase is of the event told of, by its noun where it has one: "of the attack"."""
    is_the = line.word(end + 1) in {"the", "this"}
    return line.word(end) != "of" or (is_the and line.word(end + 2) in v.not_people())


def _class(line: Line, only: int, end: int) -> VictimClass:
    for at in range(only + 1, min(end + 5, len(line.words))):
        entry = v.people().get(line.word(at))
        if entry is not None and entry[0] == "singular" and entry[1] != "unknown":
            return entry[1]
    return "unknown"

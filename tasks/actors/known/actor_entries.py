"""Entries: the names of an article that are actors, before it is known which of them are one actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tasks.actors.known.countries import Country, countries
from tasks.actors.known.name_words import context
from tasks.model.actor import ActorKind, MentionKind
from tasks.model.span import Span
from tasks.model.value import value


@value(frozen=True, slots=True)
class Place:
    """Where a name stands: its words, what sort of mention that is and how it was seen."""

    span: Span
    kind: MentionKind
    method: str


@dataclass(slots=True)
class Entry:
    """One folded name that is an actor.

    Attributes:
        key: the folded name.
        name: the words of its first sighting, without "the".
        words: the same as single words.
        titled: other forms: the name with a title before it, as written.
        country: the country whose name or adjective it begins or ends with.
        position: the office beside a person's name.
        rank: the title before it alone.
        origin: the country that a description of it names ("X, a Norland militia").
    """

    key: str
    name: str
    words: tuple[str, ...]
    kind: ActorKind
    method: str
    places: list[Place] = field(default_factory=list)
    titled: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    position: str | None = None
    rank: str | None = None
    inter: int | None = None
    page: str | None = None
    country: Country | None = None
    origin: Country | None = None
    is_collective: bool = False

    @property
    def first(self) -> int:
        """Offset of the first sighting."""
        if len(self.places) == 1:  # most
            return self.places[0].span.start
        return min([p.span.start for p in self.places], default=0)


_BEFORE_COUNTRY = context("before_country")
Entries = dict[str, Entry]


def country_in(words: Iterable[str]) -> Country | None:
    """Return the country whose name or adjective stands at the begin or the end of a name."""
    listed = tuple(words)
    table = countries()
    for size in range(min(table.longest, len(listed)), 0, -1):
        front = " ".join(listed[:size])
        if front in table.adjectives:
            return table.adjectives[front]
        if front in table.names:
            return table.names[front]
    if len(listed) > 2 and (listed[0] in _BEFORE_COUNTRY or listed[0][:1].isdigit()):
        return country_in(listed[1:])  # "3rd Norland Regiment"
    for size in range(min(table.longest, len(listed) - 1), 0, -1):
        back = " ".join(listed[-size:])
        if back in table.names and listed[-size - 1] != "New":  # "of New Jersey"
            return table.names[back]
    for index, word in enumerate(listed[:-1]):
        if word == "of":
            rest = listed[index + 2 :] if listed[index + 1] == "the" else listed[index + 1 :]
            for size in range(min(table.longest, len(rest)), 0, -1):
                if " ".join(rest[:size]) in table.names and rest[size : size + 1] not in (("and",), ["and"]):
                    return table.names[" ".join(rest[:size])]
    return table.plurals.get(" ".join(listed))

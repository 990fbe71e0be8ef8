"""Who is spoken of in an article: actors, their mentions, and who made which claim."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Literal

from tasks.model.issue import Issue
from tasks.model.memo import remembered
from tasks.model.span import Span
from tasks.model.value import value

ActorKind = Literal[
    "state", "government", "military", "armed_group", "party", "person", "media", "monitor",
    "international", "organisation", "civilians", "unknown",
]  # fmt: skip
MentionKind = Literal["name", "alias", "title", "pronoun"]
ClaimantResolution = Literal["exact", "alias", "pronoun", "definite", "inherited", "anonymous", "unresolved"]


@value(frozen=True, slots=True)
class Actor:
    """One actor of one article.

    Attributes:
        key: identity within the article: the folded canonical name.
        name: canonical name as the article writes it (without "the"): its fullest form.
        aliases: every other form that the article uses, without "the", sorted, none equal to `name`.
        part_of: key of the actor it belongs to (Russian Air Force -> Russia; a spokesman -> the group).
        position: a person's office as the text gives it ("spokesman for the groups").
        inter: ACLED's actor code 1-8, where it is clear.
        page: the title of the page that the source links for it.
        resolution_method: why its names are one actor: "exact", "link", "bracket", "acronym",
            "also_known_as", "surname", "unit_noun", "demonym", "correction", ... several joined by "+".
        is_apart: a correction says that it is nobody whom other articles know by another name.
    """

    key: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country_iso3: str | None = None
    part_of: str | None = None
    position: str | None = None
    inter: int | None = None
    page: str | None = None
    resolution_method: str = "exact"
    is_apart: bool = False


@value(frozen=True, slots=True)
class Mention:
    """One mention of an actor; `span` leaves out a leading "the"."""

    span: Span
    actor: str  # Actor.key
    kind: MentionKind
    method: str


@value(frozen=True, slots=True)
class Claimant:
    """Who made a claim: the actor's key, or None where it stays unresolved."""

    actor: str | None
    resolution: ClaimantResolution


@dataclass(frozen=True, slots=True)
class ActorBook:
    """All that an article says of actors.

    Attributes:
        actors: by key, in order of first mention.
        mentions: in text order.
        claimants: one entry for each claim, at the claim's index; None for the article's own voice.
    """

    actors: Mapping[str, Actor]
    mentions: tuple[Mention, ...]
    claimants: tuple[Claimant | None, ...]
    issues: tuple[Issue, ...] = ()
    memo: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def overlapping(self, span: Span) -> list[Mention]:
        """Return the mentions that share a character with a passage, in text order."""
        ends = _furthest_ends(self)
        last = bisect_left(_starts(self), span.end)
        first = last
        while first > 0 and ends[first - 1] > span.start:
            first -= 1
        return [m for m in self.mentions[first:last] if m.span.end > span.start]

    def mentions_of(self, key: str) -> Sequence[Mention]:
        """Return the mentions of one actor, in text order."""
        return _by_actor(self).get(key, ())

    def beginning_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions that begin within a passage, in text order."""
        starts = _starts(self)
        return self.mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


@remembered
def _starts(book: ActorBook) -> tuple[int, ...]:
    return tuple([m.span.start for m in book.mentions])


@remembered
def _by_actor(book: ActorBook) -> Mapping[str, Sequence[Mention]]:
    """Return the mentions of each actor, so that asking for each costs all of them once."""
    found: dict[str, list[Mention]] = {}
    for mention in book.mentions:
        found.setdefault(mention.actor, []).append(mention)
    return found


@remembered
def _furthest_ends(book: ActorBook) -> tuple[int, ...]:
    """Return for each mention where the furthest of those up to it ends."""
    return tuple(accumulate((m.span.end for m in book.mentions), max))

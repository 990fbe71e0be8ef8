"""Sightings: each place where a name stands, with what its surroundings say about what it names."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import cache

from tasks.actors.context.surroundings import surroundings
from tasks.actors.known.name_words import context, heads, name_words, titles_by_last_word
from tasks.actors.names.holy_places import names_place
from tasks.actors.names.name_run import Run
from tasks.actors.names.name_word import Word
from tasks.actors.names.offices import BEFORE_ROLE, is_mediums, role_after, role_before, title_span
from tasks.actors.names.segments import Segment, is_other
from tasks.model.span import Span

_SIDES = ("participants", "combatant")  # fields of an infobox
_KINDS_OF_BODY = context("kinds_of_body")
_HEAD_ENDS = frozenset(
    ("of", "for", "in", "on", "against", "to", "–", "—", "-")
)  # a branch stands behind a dash


class Sighting:
    """One place where a name stands, and what stands around it.

    Attributes:
        run: the name's words.
        span: where it stands.
        title: the words of the title before it, or None.
    """

    __slots__ = (
        "_claimants",
        "_evidence",
        "_infobox",
        "_role",
        "_segment",
        "_text",
        "run",
        "span",
        "title",
    )

    def __init__(
        self,
        run: Run,
        text: str,
        claimants: Sequence[tuple[Span, str]],
        infobox: str | None,
        segment: Segment | None = None,
    ) -> None:
        """Look for a title alone, and at the rest when somebody asks: every fourth name is decided without.

        Args:
            run: the words of the name.
            text: the article's text.
            claimants: the words for speakers in the sentence, with what speaking shows of them.
            infobox: the canonical name of the infobox field that the sentence is the value of, if any.
            segment: what stands before the name within a longer run, if it is a part of one.
        """
        self.run = run
        self.span = run.span
        first = run.words[0].token
        # Before most names stands no word of a title.
        title = None if segment is None else segment.title
        tokens = run.sentence.tokens
        is_behind = first and run.sentence.lower[first - 1] in titles_by_last_word()
        if title is not None or (is_behind and not is_mediums(tokens, first, run.words[-1].token)):
            self.title = title_span(title, tokens, first)
        else:
            self.title = None
        self._segment = segment
        self._text = text
        self._claimants = claimants
        self._infobox = infobox
        self._evidence: Set[str] | None = None
        self._role: Span | None = None

    @property
    def start(self) -> int:
        """Where the name begins, with its title."""
        return self.span.start if self.title is None else self.title.start

    @property
    def titled(self) -> Span | None:
        """Where the name stands with its title, None without one."""
        return None if self.title is None else Span(self.title.start, self.span.end)

    @property
    def evidence(self) -> Set[str]:
        """What the surroundings say: "person", "agent", "place", "group", "regime", "claimant", ..."""
        return self._look() if self._evidence is None else self._evidence

    @property
    def role(self) -> Span | None:
        """A person's office beside the name."""
        if self._evidence is None:
            self._look()
        return self._role

    def _look(self) -> Set[str]:
        """Look at the surroundings and keep what they say."""
        evidence = surroundings(self.run, self._text, self._claimants)
        self._role = _role(self.run, self.title)
        is_persons = self._segment is not None and self._segment.must_be_person
        if is_persons or self.title is not None or self._role is not None:
            is_place = (
                self.title is not None and self._role is None and names_place(self.run, self.title.start)
            )
            evidence.add("holy_place" if is_place else "person")
        if self._infobox:
            evidence.add(f"infobox_{self._infobox}")
            if self._infobox.startswith(_SIDES):  # a list of those who fought, not a place in its country
                evidence.discard("after_comma")
        self._evidence = evidence
        return evidence


def kind_behind(seen: Sighting) -> str | None:
    """Return the noun behind a body's name that is as often a part of it: "the Xenda movement"."""
    last = seen.run.words[-1]
    lower = seen.run.sentence.lower
    if last.is_owner or last.token + 1 >= len(lower) or lower[last.token + 1] not in _KINDS_OF_BODY:
        return None
    return lower[last.token + 1]


def _role(run: Run, title: Span | None) -> Span | None:
    """Return the office behind a name, or before it unless the name holds a place's word."""
    tokens, words = run.sentence.tokens, run.words
    behind = words[-1].token + 1
    role = None
    if behind < len(tokens) and tokens[behind].text in BEFORE_ROLE:
        role = role_after(tokens, behind - 1)
    if role is not None:
        return role
    if len(words) == 1 and title is None:  # most names: no office stands before them
        return None
    role = role_before(tokens, title, words[0].token, len(words))
    if role is not None and any(name_words().get(w.lower) == "place" for w in words):
        return None
    return role


@dataclass(slots=True)
class Form:
    """All sightings of one folded form.

    Attributes:
        words: those of the first sighting, or of the first that is not all in capitals.
        text: the words joined by blanks; `lower` are they in lower case.
    """

    key: str
    sightings: list[Sighting] = field(default_factory=list)
    words: tuple[Word, ...] = ()
    text: str = ""
    lower: list[str] = field(default_factory=list)
    _is_capitals: bool = False
    _counts: dict[str, int] | None = None  # by evidence, of all sightings
    _head: tuple[str, int] | None = None
    _knows_head: bool = False

    def add(self, seen: Sighting) -> None:
        """Take one more sighting, later in the text than the others."""
        self.sightings.append(seen)
        self._counts = None
        words = seen.run.words
        is_bare = bool(self.words) and self.words[0].lower == "the" != words[0].lower  # first "The XYZ"
        if not self.words or self._is_capitals or is_bare:
            is_one = len(words) == 1  # mostly
            text = words[0].text if is_one else " ".join([word.text for word in words])
            is_capitals = text.isupper() and (is_one or all(word.text.isupper() for word in words))
            if not self.words or not is_capitals or is_bare:
                self.words, self.text, self._is_capitals = words, text, is_capitals
                self.lower = [words[0].lower] if is_one else [word.lower for word in words]
                self._knows_head = False

    @property
    def titles(self) -> bool:
        """Whether a title stands before one of its sightings."""
        return any(seen.title is not None for seen in self.sightings)

    def count(self, evidence: str) -> int:
        """Return how many sightings carry this evidence."""
        counts = self._counts
        if counts is None:
            counts = self._count()
        return counts.get(evidence, 0)

    def shows(self, evidence: Set[str]) -> bool:
        """Say whether a sighting carries any of this evidence."""
        counts = self._counts
        if counts is None:
            counts = self._count()
        return not counts.keys().isdisjoint(evidence)

    def _count(self) -> dict[str, int]:
        """Count what the sightings carry; it is asked for when all are there."""
        counts: dict[str, int] = {}
        for seen in self.sightings:
            for one in seen.evidence:
                counts[one] = counts.get(one, 0) + 1
        self._counts = counts
        return counts

    @property
    def head(self) -> tuple[str, int] | None:
        """Its head noun and the noun's position: several rules ask."""
        if not self._knows_head:
            self._head, self._knows_head = last_head(self.lower), True
        return self._head


@cache
def _ends_of_heads() -> frozenset[str]:
    return frozenset(head.split()[-1] for head in heads())


def last_head(lower: Sequence[str]) -> tuple[str, int] | None:
    """Return the head noun of a body's name and its position: the word before "of", else the last one.

    Args:
        lower: the name's words in lower case.
    """
    ends = [len(lower)]
    if not _HEAD_ENDS.isdisjoint(lower):
        ends = [i for i, w in enumerate(lower) if w in _HEAD_ENDS and i] + ends
    for end in ends:
        if lower[end - 1] not in _ends_of_heads():  # mostly
            continue
        for length in (3, 2, 1):
            if end >= length:
                head = " ".join(lower[end - length : end])
                if head in heads() and (length > 1 or not is_other(head)):
                    return head, end - length
    return None

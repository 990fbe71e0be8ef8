"""What one revision of an article says: its statements with their numbers, and its main event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from tasks.assemble.row import Row, Rows
from tasks.figures.lines.numbers import SCALES, TENS, UNITS

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_MARKUP = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{\||\|\}|<ref|</|<br|\'\'\'|&nbsp;|&lt;|\|")
_MARK = "#"
_SEVERAL = re.compile(r"#(?:[- ](?:and )?#)+")  # "forty-six", "two hundred and five"
_NUMBER_WORDS = frozenset({*UNITS, *TENS, *SCALES, "dozen", "dozens", "hundreds", "thousands"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number of people in a statement: a row of figures, without its place in the text.

    Attributes:
        counts: what happened to them, the row's `property`.
    """

    counts: str
    victim_class: str
    low: int | None
    high: int | None
    qualifier: str
    is_negated: bool
    is_subset: bool
    side: str | None
    words: str

    @property
    def value(self) -> str:
        """The number as people write it: "78", "78–105", "≥ 78", "≤ 40", "≈ 30", or its words."""
        if self.low is None and self.high is None:
            return self.words
        if self.low is None or self.high is None:
            return f"≥ {self.low}" if self.high is None else f"≤ {self.high}"
        number = str(self.low) if self.low == self.high else f"{self.low}–{self.high}"
        return f"≈ {number}" if self.qualifier == "approx" else number


@dataclass(frozen=True)
class Statement:
    """A statement as one revision has it.

    Attributes:
        claimant: the actor's name, else the words; None for the article's own voice.
        speaker: what makes the claimant the same in another revision: the actor's key, the folded words.
        place: place in the order of the text.
    """

    claim_id: str
    voice: str
    section: str
    claimant: str | None
    speaker: frozenset[str]
    cue: str | None
    cue_class: str | None
    claim_type: str
    text: str
    sentence: str
    said_on: str | None
    is_negated: bool
    is_hedged: bool
    place: int
    numbers: tuple[Number, ...] = ()

    @cached_property
    def masked(self) -> str:
        """The content in lower case, a mark for each number."""
        return masked(self.text)

    @cached_property
    def masked_sentence(self) -> str:
        """The sentence in lower case, a mark for each number."""
        return masked(self.sentence)

    @cached_property
    def properties(self) -> frozenset[str]:
        """What the statement's numbers count."""
        return frozenset(number.counts for number in self.numbers)


@dataclass(frozen=True)
class Said:
    """What a revision says.

    Attributes:
        revision_id, timestamp, sha1: of the revision; the same sha1 means the same text.
        statements: in text order.
        event: the row of the article's own event; None if it has none.
    """

    revision_id: int
    timestamp: datetime
    sha1: str
    statements: tuple[Statement, ...]
    event: Mapping[str, Any] | None


def masked(text: str) -> str:
    """Return a text in lower case with a mark for each number, in digits or in words.

    >>> masked("At least 1,008 people and twelve guards")
    'at least # people and # guards'
    """
    marked = _DIGITS.sub(_MARK, text.lower())
    marked = _WORD.sub(lambda found: _MARK if found[0] in _NUMBER_WORDS else found[0], marked)
    return _SEVERAL.sub(_MARK, marked)


def said_by(rows: Rows, revision_id: int, timestamp: datetime, sha1: str) -> Said:
    """Return what a revision says, from its rows as `tasks.assemble.rows_of` makes them.

    Statements with markup in them, as half-finished and vandalised revisions have them, are left out.
    """
    names = {row["actor_id"]: row["name"] for row in rows["actors"]}
    numbers: dict[str, list[Number]] = defaultdict(list)
    for row in sorted(rows["figures"], key=lambda row: (row["char_start"], row["figure_id"])):
        numbers[row["claim_id"]].append(_number(row))
    clean = [
        row for row in rows["claims"] if not _MARKUP.search(f"{row['claim_text']} {row['claimant_raw']}")
    ]
    ordered = sorted(clean, key=lambda row: (row["char_start"], row["char_end"], row["claim_id"]))
    statements = tuple(
        _statement(row, place, names, tuple(numbers[row["claim_id"]])) for place, row in enumerate(ordered)
    )
    event = next((row for row in rows["events"] if row["is_main"]), None)
    return Said(revision_id, timestamp, sha1, statements, event)


def _number(row: Row) -> Number:
    return Number(
        counts=row["property"],
        victim_class=row["victim_class"],
        low=row["value_low"],
        high=row["value_high"],
        qualifier=row["value_qualifier"],
        is_negated=row["is_negated"],
        is_subset=row["is_subset"],
        side=row["infobox_side"],
        words=row["value_raw"],
    )


def _statement(row: Row, place: int, names: Mapping[str, str], numbers: tuple[Number, ...]) -> Statement:
    actor, words = row["claimant_actor_id"], row["claimant_raw"]
    is_pronoun = row["claimant_resolution"] in ("pronoun", "inherited", "definite")
    speaker = {actor} if actor is not None else set()
    if words is not None and not is_pronoun:
        speaker.add(words.casefold().removeprefix("the "))
    return Statement(
        claim_id=row["claim_id"],
        voice=row["voice"],
        section=row["section"],
        claimant=names.get(actor) or words,
        speaker=frozenset(speaker),
        cue=row["cue"],
        cue_class=row["cue_class"],
        claim_type=row["claim_type"],
        text=row["claim_text"],
        sentence=row["sentence"],
        said_on=row["claim_date_edtf"],
        is_negated=row["is_negated"],
        is_hedged=row["is_hedged"],
        place=place,
        numbers=numbers,
    )

"""What the constructions of one sentence are looked for in, and what they find."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from tasks.model.document import Sentence
from tasks.model.event import Role, Side
from tasks.model.span import Span
from tasks.model.value import value

Mentions = tuple[tuple[Span, str], ...]


@value(frozen=True, slots=True)
class Found:
    """An actor in a role, with the mention that says so.

    Attributes:
        rule: the construction that found it, as it is published.
        grade: what the choice among findings asks for ("" counts as it is told); `party_choice` lists them.
    """

    actor: str
    role: Role
    span: Span
    rule: str
    side: Side | None = None
    is_alleged: bool = False
    grade: str = ""


class Words:
    """A sentence with the outermost mentions of actors in it, as (span, actor) in text order.

    Attributes:
        every: all mentions, those within another one included.
        memo: what functions have said of it (`tasks.model.memo`).
        tokens: the sentence's.
    """

    __slots__ = ("every", "memo", "mentions", "sentence", "tokens")

    def __init__(self, sentence: Sentence, mentions: Mentions, every: Mentions = ()) -> None:
        self.sentence = sentence
        self.mentions = mentions
        self.every = every
        self.tokens = sentence.tokens
        self.memo: dict[Any, Any] = {}

    def at(self, index: int) -> tuple[Span, str] | None:
        """Return the mention that begins with a token or holds it, None if there is none."""
        token = self.tokens[index]
        first = bisect_right(self.mentions, token.start, key=lambda m: m[0].end)
        found = self.mentions[first] if first < len(self.mentions) else None
        return found if found is not None and found[0].start <= token.start else None

"""What the constructions of one sentence are looked for in, and what they find."""

from __future__ import annotations

from dataclasses import dataclass

from tasks.model.document import Sentence, Token
from tasks.model.event import Role, Side
from tasks.model.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """An actor in a role, with the mention that says so."""

    actor: str
    role: Role
    span: Span
    side: Side | None = None
    is_alleged: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence with the outermost mentions of actors in it, as (span, actor) in text order."""

    sentence: Sentence
    mentions: tuple[tuple[Span, str], ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def at(self, index: int) -> tuple[Span, str] | None:
        """Return the mention that begins with a token or holds it, None if there is none."""
        token = self.tokens[index]
        return next((m for m in self.mentions if m[0].start <= token.start < m[0].end), None)

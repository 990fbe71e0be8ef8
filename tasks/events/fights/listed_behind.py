"""The armies of a side that a colon lists: "by two of the armies of X: a Y army and a Z army"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.found import Words
from tasks.model.document import Token
from tasks.model.span import Span

_FORCES = frozenset(("army", "armies", "forces", "troops", "fleet", "navy", "corps", "brigade", "division"))


def listed_behind(words: Words, one: tuple[Span, str]) -> list[tuple[Span, str]]:
    """Return who a colon behind a name says are meant: "two armies of X: a Y army and a Z army", else it."""
    at = next((i for i, t in enumerate(words.tokens) if t.start >= one[0].end), len(words.tokens))
    if words.tokens[at : at + 1] and words.tokens[at].text == ":":
        named = [m for m in words.mentions if m[0].start > one[0].end and _is_force(words.tokens, m[0])]
        return named or [one]
    return [one]


def _is_force(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name's last word is one for a force."""
    return any(t.end == span.end and t.lower in _FORCES for t in tokens)

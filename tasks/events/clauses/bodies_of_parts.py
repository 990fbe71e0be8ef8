"""The body whose part a name is, and the force that a name owns: "the X Army's North Brigade".

And where a name begins behind words that praise or blame it: "the most violent gang in Osk, X".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.found import Words
from tasks.events.name_ends import after_bracket
from tasks.model.document import Token
from tasks.model.order import END, START
from tasks.model.span import Span

_UNIT_NOUNS = frozenset(("brigade", "battalion", "company", "unit", "column", "cell", "wing", "squadron"))
_NEAR_BEST = 6  # tokens of "most violent gang", and of its place


def owned(words: Words, span: Span) -> tuple[Span, str] | None:
    """Return the force that a name owns: "by E-boats of Norland's X", "by the Front (NF)'s X"."""
    tokens = words.tokens
    last = bisect_left(tokens, span.end, key=lambda t: t.end)
    if last + 1 >= len(tokens):
        return None
    if tokens[last].end <= span.end:
        at = after_bracket(tokens, last + 1)
        is_owner = at > last + 1 and "".join(t.text for t in tokens[at : at + 2]) in ("'s", "’s")
        return words.at(at + 2) if is_owner else None
    return words.at(last + 1)


def whole_of(words: Words, span: Span) -> tuple[Span, str] | None:
    """Return the body whose part a name is: "the North Brigade of the X Army"."""
    tokens = words.tokens
    at = bisect_left(tokens, span.end, key=lambda t: t.start)
    if at + 2 >= len(tokens) or tokens[at].lower != "of":
        return None
    return words.at(at + 1) or (words.at(at + 2) if tokens[at + 1].lower == "the" else None)


def owner_of(words: Words, span: Span) -> tuple[Span, str] | None:
    """Return the body that owns a part: "the X Army's (XA) North Brigade"."""
    tokens = words.tokens
    at = bisect_left(tokens, span.start, key=START) - 1
    if at > 1 and tokens[at].text == ")":
        at = next((i - 1 for i in range(at, max(0, at - 6), -1) if tokens[i].text == "("), at)
    if at < 0 or not tokens[at].text.endswith(("'s", "’s")):
        return None
    return next((m for m in words.mentions if tokens[at].start < m[0].end <= tokens[at].end), None)


def is_unit(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name's last word says that it is a part of a body: a brigade, a cell."""
    last = bisect_left(tokens, span.end, key=END)
    return last < len(tokens) and tokens[last].lower.removesuffix("'s") in _UNIT_NOUNS


def is_squadron(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name is that of a squadron, whose air force stands beside it: "the X Force's 7 Squadron"."""
    last = bisect_left(tokens, span.end, key=END)
    return last < len(tokens) and tokens[last].lower == "squadron"


def behind_best(words: Words, first: int) -> int:
    """Return where a name begins behind a superlative's place: "by the most violent gang in Osk, X"."""
    tokens = words.tokens
    if tokens[first].lower != "the" or first + 2 >= len(tokens):
        return first
    near = range(first + 2, min(first + _NEAR_BEST + 1, len(tokens) - 1))
    at = next((k for k in near if tokens[k].lower in ("in", "on", "of") or tokens[k].kind == "punct"), 0)
    if not any(t.lower == "most" or t.lower.endswith("est") for t in tokens[first + 1 : at]):
        return first
    if tokens[at].kind == "punct" or any(words.at(k) is not None for k in range(first, at)):
        return first
    near = range(at + 1, min(at + _NEAR_BEST, len(tokens) - 1))
    comma = next((k for k in near if tokens[k].text == ","), 0)
    return comma + 1 + (tokens[comma + 1].lower == "the") if comma else first

"""Both sides of a fight: "a battle between X and Y", "between X against Y".

Who is named first counts as the side that attacks where nothing tells it, since English names it first;
"against" tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.events.clause_parts import is_verb
from tasks.events.found import Found, Words
from tasks.events.triggers import Trigger
from tasks.model.document import Token
from tasks.model.event import Side
from tasks.model.span import Span

_NOT_FOUGHT = frozenset(
    (
        "relations",
        "ceasefire",
        "agreement",
        "talks",
        "negotiations",
        "border",
        "treaty",
        "road",
        "peace",
        "truce",
    )
)
_CLAUSES = frozenset((";", ":", "when", "after", "before", "while", "that", "which", "who", "during"))
_BETWEEN_GAP = 9  # tokens between two of those who fight


def between(words: Words, events: Sequence[Trigger]) -> Iterable[Found]:
    """Yield the participants of both sides, and as what they count where nothing tells who attacked."""
    tokens = words.tokens
    if not any(t.type.event_type == "Battles" for t in events) or "between" not in words.sentence.words:
        return
    for i, token in enumerate(tokens):
        if token.lower != "between" or not any(t.last < i for t in events):
            continue
        if i and tokens[i - 1].lower in _NOT_FOUGHT:
            continue
        after = _joined(words, i)
        cut = _parted(tokens, i, after)
        if cut is None or len(after) < 2:
            continue
        against = tokens[cut].lower == "against"
        for span, actor in after[:6]:
            side: Side = "a" if span.start < tokens[cut].start else "b"
            yield Found(actor, "participant", span, side)
            rule = "" if against else ("first_side" if side == "a" else "second_side")
            yield Found(actor, "perpetrator" if side == "a" else "target", span, side, rule=rule)


def _joined(words: Words, between: int) -> list[tuple[Span, str]]:
    """Return the mentions behind "between" as far as no clause of its own begins."""
    tokens, found = words.tokens, []
    i, gap = between + 1, 0
    while i < len(tokens) and gap <= _BETWEEN_GAP and tokens[i].lower not in _CLAUSES:
        mention = words.at(i)
        if mention is not None:
            found.append(mention)
            while i < len(tokens) and tokens[i].start < mention[0].end:
                i += 1
            gap = 0
            continue
        if is_verb(tokens[i]) and tokens[i].lower not in ("allied", "led", "backed", "supported"):
            break
        is_new = (
            tokens[i].text == "," and i + 1 < len(tokens) and tokens[i + 1].lower not in ("and", "against")
        )
        if is_new and len(found) > 1:
            break
        i, gap = i + 1, gap + 1
    return found


def _parted(tokens: Sequence[Token], between: int, after: Sequence[tuple[Span, str]]) -> int | None:
    """Return the word that parts two sides: "against", ", and" behind a list, else the first "and"."""
    end = after[-1][0].end if after else 0
    inside = [i for i in range(between, len(tokens)) if tokens[i].start < end]
    for i in inside:
        if tokens[i].lower == "against":
            return i
    for i in inside:
        if tokens[i].lower == "and" and tokens[i - 1].text == "," and i - between > 2:
            return i
    return next((i for i in inside if tokens[i].lower == "and"), None)

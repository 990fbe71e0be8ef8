"""Names before a verb of violence that are not its subject: whom one killed, who only tells of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from tasks.events.found import Found
from tasks.events.subject_verb import is_source
from tasks.events.triggers import violent_triggers
from tasks.figures.lines.numbers import word as number_of
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.document import Sentence, Token
from tasks.model.order import START
from tasks.model.span import Span

_BE = words("be")
_KILLED = words("suffers") | {"killing", "injuring", "wounding", "leaving"}
_CALLED = frozenset(("known", "called", "named", "dubbed", "styled"))
_IRREGULAR = words("irregular_past")
_GUESSES = frozenset(("believed", "thought", "assumed", "suspected"))
_FEARS = frozenset(
    ("fear", "fears", "threat", "threats", "risk", "risks", "danger", "prospect", "possibility", "concerns")
)
_FEARED = frozenset(("of", "about", "over"))
_WHILE = frozenset(("while", "whereas"))
_WHOM = (["it"], ["they"], ["he"], ["she"], ["them"], ["that"])
_ENDS = frozenset(("by", "in", "on", "at", "near"))
_REACH = 5  # tokens
_FAR = 8  # tokens from "fears" to "by"


def is_killed(tokens: Sequence[Token], first: int) -> bool:
    """Whether a number and a verb of killing stand before people: "which killed four soldiers, the"."""
    at = first - 1
    while at > 0 and (tokens[at].kind == "number" or number_of(tokens[at].lower) is not None):
        at -= 1
    return at < first - 1 and at > 0 and tokens[at].lower in _KILLED and tokens[at - 1].lower not in _BE


def only_explains(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name only says how something is called, or whose data tell of it.

    "The mission, known as X, which ..." goes on about what was told, and "According to X, the shooting" does.
    """
    first = bisect_left(tokens, span.start, key=START)
    if first > 1 and tokens[first - 1].lower == "as" and tokens[first - 2].lower in _CALLED:
        return True
    if tokens[0].lower != "according":
        return is_source(tokens, span)
    return not any(t.text == "," for t in tokens[:first])


def is_chain_of_passives(tokens: Sequence[Token], auxiliary: int, verb: int) -> bool:
    """Whether the last of joined participles is passive: "were rounded up, led away and massacred"."""
    if tokens[auxiliary].lower not in _BE or not auxiliary + 1 < verb:
        return False
    first = tokens[auxiliary + 1].lower
    if not (first.endswith("ed") or first in _IRREGULAR) or tokens[verb - 1].lower not in ("and", ","):
        return False
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    return after is None or after.kind not in ("word", "number") or after.lower in _ENDS


def is_guess(tokens: Sequence[Token], by: int) -> bool:
    """Whether "by" stands in what somebody only believed: "they believed it was occupied by X".

    Or in what was feared: "is likely to raise fears of further attacks by X".
    """
    for k in range(by - 2, max(-1, by - _FAR), -1):
        if tokens[k].kind == "punct":
            break
        if tokens[k].lower in _FEARS and tokens[k + 1].lower in _FEARED:
            return True
    before = [t.lower for t in tokens[max(0, by - _REACH) : by]]
    at = next((i for i, w in enumerate(before) if w in _GUESSES), None)
    return at is not None and before[at + 1 : at + 2] in _WHOM


def is_asked(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name stands in what nobody knows: "it was not clear whether it was carried out by X"."""
    first = bisect_left(tokens, span.start, key=START)
    for at in range(first - 1, -1, -1):
        if tokens[at].lower == "whether":
            return True
        if tokens[at].text in (";", ":"):
            return False
    return False


def of_other_event(found: Sequence[Found], sentence: Sentence, actors: ActorBook) -> list[Found]:
    """Return those of the parties that a sentence names who are parties of its one event.

    A person's name before the noun is a town's ("the Osk and Hale bombings"), and "hit by X, while Y shelled
    Z" tells of another act behind "while".
    """
    tokens = sentence.tokens
    nouns = {t.first for t in violent_triggers(sentence) if not t.is_verb}
    found = [f for f in found if not (_is_person(f, actors) and _names_event(tokens, f.span, nouns))]
    cut = next((t.start for t in tokens if t.lower in _WHILE), None)
    if cut is None or not any(f.role == "perpetrator" and f.span.end <= cut for f in found):
        return found
    return [f for f in found if f.span.start < cut]


def _is_person(found: Found, actors: ActorBook) -> bool:
    actor = actors.actors.get(found.actor)
    return found.role == "perpetrator" and actor is not None and actor.kind == "person"


def _names_event(tokens: Sequence[Token], span: Span, nouns: Set[int]) -> bool:
    """Whether an event noun stands behind a name, or behind those joined to it."""
    at = bisect_left(tokens, span.end, key=START)
    while at + 1 < len(tokens) and tokens[at].lower == "and" and tokens[at + 1].text[:1].isupper():
        at += 2
    return at in nouns

"""The aircraft that was shot down: "a Heron F27 of X Airlines was shot down", "Flight 214 was downed by Y".

What is before the verb may be whose it was, whom it carried or where it came from; the aircraft stands where
its phrase begins.  A type with its number and a flight with its number are aircraft as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.events.clauses.phrases.slot_phrase import SlotPhrase, is_passed, kind_of, stops
from tasks.events.clauses.undergone import Aimed, is_undergone
from tasks.lexicons.construction_words import words
from tasks.model.document import Token
from tasks.model.span import Span

DOWNED = frozenset(("shot", "downed", "brought"))
_ENDS = words("clause_end") | {"after", "before", "and"}
_FLIGHT = "flight"
_CARRIES = frozenset(("carrying", "transporting", "belonging", "operated", "flown", "flying", "travelling"))
_REACH = 24  # tokens of an aircraft with whose it was, whom it carried and where it came from


def shot_down(tokens: Sequence[Token], places: Sequence[int]) -> Iterable[Aimed]:
    """Return what a passive says was shot down, brought down or downed: none for a person, no aircraft."""
    for i in places:
        is_down = tokens[i].lower == "downed" or (i + 1 < len(tokens) and tokens[i + 1].lower == "down")
        be = is_undergone(tokens, i) if is_down else 0
        phrase = _aircraft(tokens, _begins(tokens, be), be) if be else None
        if phrase is not None:
            yield Aimed(phrase, "undergone", i)


def _begins(tokens: Sequence[Token], be: int) -> int:
    """Return where the clause of a verb begins, behind "when" or a comma that no aside has."""
    at = be
    while (
        at > 0 and be - at < _REACH and tokens[at - 1].lower not in _ENDS and tokens[at - 1].kind != "punct"
    ):
        at -= 1
    return at


def _aircraft(tokens: Sequence[Token], first: int, end: int) -> SlotPhrase | None:
    """Return the aircraft with which a subject begins."""
    while first < end and (is_passed(tokens[first]) or tokens[first].kind == "number"):
        first += 1
    head = first
    while head < end and not stops(tokens[head]) and tokens[head].lower not in _CARRIES:
        head += 1
    head -= 1
    if head < first:
        return None
    is_flight = tokens[head].lower == _FLIGHT and head + 1 < end and tokens[head + 1].kind == "number"
    is_typed = tokens[head].text[:1].isupper() and any(map(str.isdigit, tokens[head].text))
    if kind_of(tokens[head]) != "vehicle" and not is_typed and not is_flight:
        return None
    head += is_flight
    return SlotPhrase(Span(tokens[first].start, tokens[head].end), first, head, "vehicle")

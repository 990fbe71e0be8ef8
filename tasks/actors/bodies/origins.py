"""Where an armed group or a ship is from and what it is, where the text says so: "X, a Norland rebel group".

A name of its own seldom tells.  Read are an apposition or a definition behind the name ("X, a major Norland
rebel group backed by Y", "X is a Norland militia") and a description before it ("the Norland militant group
X", "the Norland frigate X").  The description ends at its head noun, so that who backs or leads the group
lends it no country.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.actors.bodies.ship_signs import WARSHIP_NOUNS
from tasks.actors.known.actor_entries import Entries, Entry
from tasks.actors.known.countries import Country, countries
from tasks.actors.known.name_words import collectives
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token

_GROUPS = words("group_noun")
_KINDS = ("armed_group", "party", "organisation", "unknown")
_OPENS = frozenset(("a", "an", "the", "one"))
_BE = frozenset(("is", "was", "are", "were"))
_REACH = 8  # tokens of a description
_SHIPS = WARSHIP_NOUNS | {"ship", "vessel", "boat"}  # any before a prefix
_DESCRIBED = _GROUPS | _SHIPS


def describe(sentences: Sequence[Sentence], entries: Entries) -> None:
    """Note, with each named group that the text describes, its country and ACLED's code, where it says so."""
    named = [
        (place.span, entry)
        for entry in entries.values()
        if (entry.kind in _KINDS or entry.method == "ship") and not entry.is_collective
        for place in entry.places
        if place.kind == "name"
    ]
    ends = {span.end: entry for span, entry in named}
    starts = {span.start: entry for span, entry in named}
    offsets = sorted(starts)
    for sentence in sentences:
        first = bisect_left(offsets, sentence.span.start)
        if first == len(offsets) or offsets[first] >= sentence.span.end:
            continue
        if _DESCRIBED.isdisjoint(sentence.words):  # each description ends with one of them
            continue
        for at, token in enumerate(sentence.tokens):
            if token.end in ends:
                _note(ends[token.end], _behind(sentence.tokens, at + 1))
            if token.start in starts:
                _note(starts[token.start], _before(sentence.tokens, at))


def _note(entry: Entry, description: Sequence[Token]) -> None:
    table = countries().adjectives
    found = {table[t.text].name: table[t.text] for t in description if t.text in table}
    if entry.origin is None and len(found) == 1:
        entry.origin = next(iter(found.values()))
    codes = [collectives().get(f"{t.lower}s", (None, None))[1] for t in description]
    if description and entry.inter is None:
        entry.inter = next((code for code in reversed(codes) if code is not None), None)


def _behind(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """Return the words after "X, a" or "X is a" up to the head noun, with the noun; none without it."""
    if at + 2 >= len(tokens) or not (tokens[at].text == "," or tokens[at].lower in _BE):
        return ()
    if tokens[at + 1].lower not in _OPENS:
        return ()
    for end in range(at + 2, min(at + 2 + _REACH, len(tokens))):
        if tokens[end].lower in _GROUPS:
            return tokens[at + 2 : end + 1]
        if tokens[end].kind != "word":
            return ()
    return ()


def _before(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """Return the words of "the Norland militant group" right before a name; none if there is no such."""
    if not at or tokens[at - 1].lower not in _DESCRIBED:
        return ()
    start = at - 1
    while start and at - start < _REACH and tokens[start - 1].kind in ("word", "number"):
        start -= 1
        if tokens[start].lower in _OPENS:
            return tokens[start + 1 : at]
        if not _modifies(tokens[start]):
            return tokens[start + 1 : at]
    return tokens[start:at]


def _modifies(token: Token) -> bool:
    """Whether a word belongs to the description: a country's adjective, a word for who fights, "60-gun"."""
    lower = token.lower
    if lower in _SHIPS or lower.endswith("gun"):
        return True
    is_kind = f"{lower}s" in collectives() or lower.endswith(("ist", "ant"))
    return is_kind or token.text in countries().adjectives


def origin_of(group: Sequence[Entry]) -> Country | None:
    """Return the country that the first described entry of a group is from."""
    return next((e.origin for e in sorted(group, key=lambda e: e.first) if e.origin), None)

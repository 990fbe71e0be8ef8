"""Who was in or at what was attacked, where the text says so beside the attack itself.

- aboard: "a bus carrying Northland workers", "buses filled with pilgrims", "on board were 31 academics"
- attended: "the display was attended by military personnel", where a crowd was hit
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.events.clauses.phrases.slot_phrase import SlotPhrase, read_phrase
from tasks.lexicons.construction_words import words
from tasks.lexicons.load import load
from tasks.model.document import Sentence, Token

_VEHICLES = words("vehicle")
_LOADED = frozenset(("carrying", "transporting", "taking", "ferrying", "bringing"))
_FILLED = frozenset(("filled", "packed", "crowded", "full", "loaded"))
_BOARD = frozenset(("board", "aboard"))
_SIGNS = _LOADED | _FILLED | _BOARD
_ATTENDED = frozenset(("attended", "watched", "witnessed"))
_THERE = _SIGNS | _ATTENDED
_BE = frozenset(("was", "were"))
_ADJECTIVES = frozenset(row["noun"] for row in load("victims") if row["number"] == "adjective")


def there(sentence: Sentence) -> list[tuple[SlotPhrase, str]]:
    """Return whom a sentence shows as being there, each with "aboard" or "attended"."""
    if _THERE.isdisjoint(sentence.words):  # nearly always
        return []
    return [(p, "aboard") for p in aboard(sentence)] + [(p, "attended") for p in attended(sentence)]


def aboard(sentence: Sentence) -> list[SlotPhrase]:
    """Return the people whom a sentence puts into a vehicle, in text order."""
    if _SIGNS.isdisjoint(sentence.words):
        return []
    return [p for p in _aboard(sentence.tokens) if p.kind == "people"]


def attended(sentence: Sentence) -> list[SlotPhrase]:
    """Return the people by whom a sentence says that something was attended."""
    tokens = sentence.tokens
    found = []
    for i in sentence.places(_ATTENDED):
        if i + 2 < len(tokens) and tokens[i + 1].lower == "by":
            phrase = read_phrase(tokens, i + 2)
            if phrase is not None and phrase.kind == "people":
                found.append(phrase)
    return found


def described_first(sentence: Sentence, noun: str) -> tuple[int, int] | None:
    """Return the tokens of a noun for people with an adjective of theirs: "Shia pilgrims"."""
    tokens = sentence.tokens
    for i in range(1, len(tokens)):
        before = tokens[i - 1]
        if tokens[i].lower == noun and before.text[:1].isupper() and before.lower in _ADJECTIVES:
            return i - 1, i
    return None


def _aboard(tokens: Sequence[Token]) -> Iterable[SlotPhrase]:
    for i, token in enumerate(tokens[:-1]):
        word = token.lower
        at: int | None = None
        if word in _LOADED and _is_vehicle(tokens, i - 1 - (tokens[i - 1].lower in _BE)):
            at = i + 1
        elif word in _FILLED and _is_vehicle(tokens, i - 1) and tokens[i + 1].lower in ("with", "of"):
            at = i + 2
        elif word in _BOARD:
            at = _behind_board(tokens, i)
        phrase = read_phrase(tokens, at) if at is not None and at < len(tokens) else None
        if phrase is not None:
            yield phrase


def _is_vehicle(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].lower if at >= 0 else ""
    return bool({word, word.removesuffix("s"), word.removesuffix("es")} & _VEHICLES)


def _behind_board(tokens: Sequence[Token], at: int) -> int | None:
    """Return where those begin who "were on board": "on board were 31 academics"."""
    return at + 2 if at + 1 < len(tokens) and tokens[at + 1].lower in _BE else None

"""Both sides of a fight behind "by" and "against": "a battle fought on the island by X and Y against Z"."""

from __future__ import annotations

from tasks.events.found import Words
from tasks.lexicons.construction_words import words as words_of
from tasks.model.span import Span

Named = list[tuple[Span, str]]

_FOUGHT = frozenset(("fought", "waged", "launched", "undertaken", "conducted", "mounted", "carried"))
_BY, _AGAINST = frozenset(("by",)), frozenset(("against",))
_ENDS = words_of("clause_end")
_REACH = 24  # tokens that say when and where, or who; a bound, so that hostile text takes linear time


def fought_by(words: Words) -> tuple[Named, Named] | None:
    """Return who fought and whom they fought, of the first such words of a sentence, None if it has none.

    Each side is a list of mentions in text order; neither holds one of the other.
    """
    here = words.sentence.words
    if _BY.isdisjoint(here) or _AGAINST.isdisjoint(here) or _FOUGHT.isdisjoint(here):
        return None
    tokens = words.tokens
    for verb in words.sentence.places(_FOUGHT):
        by = _ahead(words, verb + 1, "by")
        against = _ahead(words, by + 1, "against") if by is not None else None
        if by is None or against is None:
            continue
        last = min(against + _REACH, len(tokens))
        end = next((i for i in range(against + 1, last) if _is_end(words, i)), last)
        first, second = _mentions(words, by + 1, against), _mentions(words, against + 1, end)
        if first and second and {key for _, key in first}.isdisjoint(key for _, key in second):
            return first, second
    return None


def _ahead(words: Words, start: int, word: str) -> int | None:
    """Return where a word stands in the clause, no further than phrases of time, place and names reach."""
    for i, token in enumerate(words.tokens[start : start + _REACH], start):
        if token.lower == word:
            return i
        if token.lower in _ENDS or token.text == ";":
            return None
    return None


def _is_end(words: Words, at: int) -> bool:
    token = words.tokens[at]
    return token.lower in _ENDS or token.text in (",", ";", ":", "(")


def _mentions(words: Words, start: int, end: int) -> Named:
    """Return the mentions between two tokens, each once, without what the first ones are "of"."""
    told: Named = []
    found: Named = []
    for i in range(start, end):
        mention = words.at(i)
        if mention is None or mention in told:
            continue
        told.append(mention)
        if not (found and _is_of(words, i)):
            found.append(mention)
    return found


def _is_of(words: Words, at: int) -> bool:
    before = words.tokens[at - 2 if words.tokens[at - 1].lower == "the" else at - 1]
    return before.lower == "of"

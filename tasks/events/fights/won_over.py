"""Both sides of a fight by its outcome: "a defeat of X by Y", "a victory of Y over X"; the winner first."""

from __future__ import annotations

from bisect import bisect_left

from tasks.events.found import Words
from tasks.lexicons.construction_words import words as words_of
from tasks.model.order import START
from tasks.model.span import Span

Named = list[tuple[Span, str]]

_DEFEATS = words_of("outcome_noun")
_WON = frozenset(("victory", "triumph"))
_LED = frozenset(("under", "led", "commanded", "headed"))
_ENDS = words_of("clause_end") - {"by"}
_DETERMINERS = frozenset(("the", "a", "an", "combined", "united"))
_REACH = 24  # tokens between the noun and the second side, whose commanders may be named


def won_over(words: Words) -> tuple[Named, Named] | None:
    """Return the winners and the losers that the first such words of a sentence name, None without them."""
    for noun in words.sentence.places(_DEFEATS):
        first = _behind(words, noun, "of")
        if first is None:
            continue
        is_won = words.tokens[noun].lower in _WON
        second = _behind(words, _last(words, first), "over" if is_won else "by", first)
        if second is not None:
            return ([first], [second]) if is_won else ([second], [first])
    return None


def _behind(
    words: Words, at: int, link: str, first: tuple[Span, str] | None = None
) -> tuple[Span, str] | None:
    """Return the mention right behind the next such preposition, which is no commander's.

    The first stands right behind the noun, the second as far as the clause goes.
    """
    tokens = words.tokens
    for i in range(at + 1, min(at + (_REACH if first is not None else 2), len(tokens) - 1)):
        if tokens[i].lower in _ENDS or tokens[i].text == ";":
            return None
        if tokens[i].lower != link or tokens[i - 1].lower in _LED:
            continue
        behind = i + 1 + (tokens[i + 1].lower in _DETERMINERS)
        mention = words.at(behind) if behind < len(tokens) else None
        if mention is not None and (first is None or mention[1] != first[1]):
            return mention
    return None


def _last(words: Words, mention: tuple[Span, str]) -> int:
    """Return the index of a mention's last token."""
    return bisect_left(words.tokens, mention[0].end, key=START) - 1

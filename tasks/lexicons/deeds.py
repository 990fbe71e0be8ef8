"""Classes of nouns of violence that rules ask for, each by one name: "attack", "rising", "on a person".

A rule that reads "the attack" reads "the beheading" as well: it takes the class, never a list of its own.
Which noun belongs to which class is told by its line of `violence_nouns.csv`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Literal

from tasks.lexicons.construction_words import words
from tasks.lexicons.violence import MUTUAL, ViolentNoun, any_of, nouns

Kind = Literal[
    "attack", "sure_attack", "once", "days", "person", "many", "afar", "blast", "by_hand", "fight", "rising"
]
Number = Literal["any", "one", "several"]

_AFAR = ("aerial", "heavy-weapons")
_EXPLOSIVES = ("explosives", "suicide-attack")


def _is_attack(noun: ViolentNoun) -> bool:
    return noun.does not in MUTUAL


_KINDS: Mapping[Kind, Callable[[ViolentNoun], bool]] = {
    # What one side does to another; where an article stands before it, it has no other sense.
    "attack": _is_attack,
    # Those that mean violence without one: not "a strike", "the sack", "a barrage of questions".
    "sure_attack": lambda noun: _is_attack(noun) and noun.guard != "object",
    "once": lambda noun: _is_attack(noun) and noun.lasts == "once",
    "days": lambda noun: noun.lasts == "days",
    "person": lambda noun: noun.of == "person",
    "many": lambda noun: noun.of == "many",
    "afar": lambda noun: noun.does == "attacks" and noun.means in _AFAR,
    # What a bomb does; "bombing" is what somebody does with it.
    "blast": lambda noun: (
        noun.does == "attacks" and noun.means in _EXPLOSIVES and noun.forms[0][-3:] != "ing"
    ),
    # On people, from near; not a sinking or a hijacking.
    "by_hand": lambda noun: (
        _is_attack(noun)
        and noun.means not in (*_AFAR, *_EXPLOSIVES)
        and not (noun.object == "site" and noun.does in ("destroys", "takes"))
    ),
    "fight": lambda noun: noun.does == "fights",
}


@cache
def deeds(kind: Kind, number: Number = "any") -> frozenset[str]:
    """Return the nouns of a class in lower case: in the singular, in the plural, or both.

    A noun of several words belongs to it whole: "suicide bombing".
    """
    if kind == "rising":
        risings = words("rising") - {"d'état", "takeover", "takeovers"}  # of power, or of a town
        several = {word for word in risings if word.endswith("s")}
        return frozenset(
            risings if number == "any" else several if number == "several" else risings - several
        )
    some = [noun for noun in nouns() if _KINDS[kind](noun)]
    one = {noun.forms[0] for noun in some}
    several = {form for noun in some for form in noun.forms[1:]}
    return frozenset(one if number == "one" else several if number == "several" else one | several)


@cache
def deed(kind: Kind, number: Number = "any") -> str:
    """Return the nouns of a class as alternatives of a pattern, in a group of their own."""
    return one_of(deeds(kind, number))


def one_of(words: Iterable[str]) -> str:
    """Return words as a group of a pattern, those of one first letter together: tried four times as fast."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    return f"(?:{'|'.join(f'{letter}(?:{any_of(by_letter[letter])})' for letter in sorted(by_letter))})"

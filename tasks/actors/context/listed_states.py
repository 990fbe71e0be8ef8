"""States beside names: those of a list ("A, B, and the C"), the sides of a clash, whose force a name is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import collectives, context, known
from tasks.lexicons.construction_words import words as construction_words
from tasks.model.document import Token

_TWO_SIDED = context("two_sided")
_CRAFT = construction_words("machine") | {"e-boats", "u-boats", "submarines", "ships", "aircraft", "planes"}
_DATES = construction_words("date_word")
_WHERE = frozenset(("in", "near", "at", "off", "outside", "around"))
_REACH = 14  # tokens that say when and where
_HAPPENS = frozenset(("fought", "occurred", "waged", "erupted"))
_TAKES_PLACE = ("took", "taken", "take", "takes", "taking")


@cache
def ends_of_states() -> frozenset[str]:
    """Return the last words of the names of states."""
    return frozenset([name.split()[-1] for name in countries().names])


def begin_of_list(tokens: Sequence[Token], first: int) -> int | None:
    """Return where the list of states and bodies begins in which a state stands behind a comma.

    None where there is no list: "Osk, B" has a place before the comma.

    Args:
        tokens: those of the sentence.
        first: index of the state's first token.
    """
    start = at = first - (tokens[first - 1].lower == "the")
    while at > 1 and tokens[at - 1].text == ",":
        size = _listed_before(tokens, at - 1)
        if not size:
            break
        at -= size + 1
        at -= at > 0 and tokens[at - 1].lower == "the"
    if at == start or (at and tokens[at - 1].text == ","):
        return None
    return at


def _listed_before(tokens: Sequence[Token], end: int) -> int:
    """Return how many tokens before `end` are the name of a state or of a body of states, 0 if none are."""
    for size in range(min(countries().longest, end), 0, -1):
        name = " ".join([t.text for t in tokens[end - size : end]])
        body = known().get(fold(name))
        if name in countries().names or (body is not None and body[1] == "international"):
            return size
    return 0


def joins_sides(lower: Sequence[str], between: int) -> bool:
    """Say whether "between" joins two sides: "clashes between", "took place between", not "a road between".

    Args:
        lower: the sentence's words in lower case.
        between: index of "between".
    """
    if not between:
        return False
    if lower[between - 1] == "place":
        return between > 1 and lower[between - 2] in _TAKES_PLACE
    return lower[between - 1] in _TWO_SIDED or _is_fought_before(lower, between)


def _is_fought_before(lower: Sequence[str], between: int) -> bool:
    """Say whether only when and where stands before "between": "fought in May near X between".

    So do "took place on 3 May between" and "occurred in May between".
    """
    ends_time = lower[between - 1].isdigit() or lower[between - 1] in _DATES
    if not ends_time and lower[between - 2] not in _WHERE:
        return False  # "fought on the road between"
    before = lower[max(0, between - _REACH) : between - 1]
    return not _HAPPENS.isdisjoint(before) or any(
        one in _TAKES_PLACE and other == "place" for one, other in pairwise(before)
    )


def is_of_states_force(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a state owns a name that has craft or troops: "E-boats of Norland's X"."""
    if tokens[at].lower[-2:] != "'s":
        return False
    owner = tokens[at].text.removesuffix("'s").removesuffix("’s")
    if owner == tokens[at].text or owner not in countries().names:
        return False
    while at > 1 and tokens[at - 1].text[0].isupper():
        at -= 1
    if at < 2 or tokens[at - 1].lower not in ("of", "from"):
        return False
    noun = tokens[at - 2].lower
    return noun in _CRAFT or collectives().get(noun, ("",))[0] == "military"

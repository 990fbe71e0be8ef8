"""Where a chain of place names ends: before the person whom a comma sets beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.lexicons.construction_words import words
from tasks.model.document import Token
from tasks.places.person_titles import offices
from tasks.places.place_name import PlaceName
from tasks.places.place_names import is_name, read_names

_OPENING = frozenset(("In", "At", "On", "Near"))
_PASTS = words("irregular_past")
_HEADS = frozenset(("head", "chief", "chairman", "director", "spokesman", "resident", "native"))
_DONE_TO = words("done_to_person")
_FIRE = words("of_whose_fire")
_HIS = frozenset(("his", "her", "my"))


def whole_chain(
    tokens: Sequence[Token], at: int, names: list[PlaceName], end: int
) -> tuple[list[PlaceName], int]:
    """Return the names behind a preposition that are one chain, and where they end."""
    names, end = first_of_list(tokens, *without_person(tokens, at, names, end))
    return with_other(tokens, names, end) if tokens[at].lower == "between" else (names, end)


def without_person(
    tokens: Sequence[Token], at: int, names: list[PlaceName], end: int
) -> tuple[list[PlaceName], int]:
    """Return the names of the place behind a preposition, none of them a person's, and where they end.

    "The mayor of Osk, Jan Day, said" has the mayor there, "In Osk, Day opened fire" its subject.
    """
    if len(names) < 2 or names[-1].part is not None:
        return names, end
    first = next(i for i in range(at, len(tokens)) if tokens[i].start == names[-1].span.start)
    if tokens[first - 1].text != "," or not _is_person(tokens, at, first):
        return names, end
    return names[:-1], first - 1


def first_of_list(tokens: Sequence[Token], names: list[PlaceName], end: int) -> tuple[list[PlaceName], int]:
    """Return the first of places that stand side by side ("in Osk, Hale and Karvel"), none in another."""
    is_list = (
        len(names) > 1
        and all(name.part is None for name in names)
        and end + 1 < len(tokens)
        and (tokens[end].lower == "and" or (tokens[end].text == "," and tokens[end + 1].lower == "and"))
    )
    after = end + 1 + (is_list and tokens[end].text == ",")
    if not is_list or after >= len(tokens) or not is_name(tokens[after]):
        return names, end
    return names[:1], next(i for i, t in enumerate(tokens) if t.end >= names[0].span.end) + 1


def with_other(tokens: Sequence[Token], names: list[PlaceName], end: int) -> tuple[list[PlaceName], int]:
    """Return the first of two places with the other beside it: "the road between Osk and Hale, Northland"."""
    if len(names) != 1 or names[0].part is not None or end + 1 >= len(tokens) or tokens[end].lower != "and":
        return names, end
    others, after, _, _ = read_names(tokens, end + 1)
    if not others or others[0].part is not None:
        return names, end
    first, *around = others
    return [*names, replace(first, is_beside=True), *around], after


def _is_person(tokens: Sequence[Token], at: int, first: int) -> bool:
    end = first
    while end < len(tokens) and is_name(tokens[end]):
        end += 1
    after = tokens[end].text if end < len(tokens) else ""
    if tokens[at].lower == "of" and at > 0 and _is_office(tokens[at - 1].lower) and end - first > 1:
        return after != "in"
    opens = tokens[0].text in _OPENING and not any(t.text == "," for t in tokens[: first - 1])
    return opens and after.islower() and _is_past(after)


def without_object(tokens: Sequence[Token], at: int, name: int) -> Sequence[Token]:
    """Return the words up to whom the noun before a place is done to: "the arrest in Osk of Jan Day"."""
    if at == 0 or tokens[at - 1].lower not in _DONE_TO:
        return tokens
    return next(
        (tokens[:i] for i in range(name + 1, min(name + 4, len(tokens))) if tokens[i].lower == "of"), tokens
    )


def is_owned_machine(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person's own stands behind a preposition, with a name: "in his Hurricane" is no place."""
    return at + 2 < len(tokens) and tokens[at + 1].lower in _HIS and is_name(tokens[at + 2])


def is_whose_fire(tokens: Sequence[Token], end: int, names: Sequence[PlaceName]) -> bool:
    """Whether a country only says whose fire it was: "wounded in Norland shelling" happened elsewhere."""
    is_country = len(names) == 1 and names[0].part == "country" and end < len(tokens)
    return is_country and tokens[end].lower in _FIRE and not tokens[end - 1].text.endswith((",", "'s", "’s"))


def _is_office(word: str) -> bool:
    return word in _HEADS or word in offices()


def _is_past(text: str) -> bool:
    return text.endswith("ed") or text in _PASTS

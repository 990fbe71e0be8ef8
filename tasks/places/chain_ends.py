"""Where a chain of place names ends: before the person whom a comma sets beside it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.lexicons.construction_words import words
from tasks.model.document import Token
from tasks.places.names import PlaceName, is_name
from tasks.places.person_titles import offices

_PASTS = words("irregular_past")
_HEADS = frozenset(("head", "chief", "chairman", "chairwoman", "director", "spokesman", "resident", "native"))
_DONE_TO = frozenset(
    ("abduction", "arrest", "assassination", "capture", "death", "deaths", "detention", "execution", "kidnapping",
     "killing", "killings", "murder", "murders", "shooting", "trial")
)  # fmt: skip
_HIS = frozenset(("his", "her", "my"))


def without_person(tokens: Sequence[Token], at: int, names: Sequence[PlaceName]) -> Sequence[PlaceName]:
    """Return the names of a place whose preposition stands at an index, none of them a person's.

    "The mayor of Osk, Jan Day, said" names its mayor behind the comma, "In Osk, Day opened fire" its subject.
    """
    if len(names) < 2 or names[-1].part is not None:
        return names
    first = next(i for i in range(at, len(tokens)) if tokens[i].start == names[-1].span.start)
    if tokens[first - 1].text != ",":
        return names
    end = first
    while end < len(tokens) and is_name(tokens[end]):
        end += 1
    after = tokens[end] if end < len(tokens) else None
    is_held = at > 0 and tokens[at].lower == "of" and _is_office(tokens[at - 1].lower)
    if is_held and end - first > 1 and (after is None or not after.text.islower() or after.text != "in"):
        return names[:-1]
    opens = tokens[0].text in ("In", "At", "On", "Near") and not any(t.text == "," for t in tokens[: first - 1])
    is_subject = opens and after is not None and after.text.islower() and _is_past(after.text)
    return names[:-1] if is_subject else names


def without_object(tokens: Sequence[Token], at: int, name: int) -> Sequence[Token]:
    """Return the words up to whom the noun before a place is done to: "the arrest in Osk of Jan Day"."""
    if at == 0 or tokens[at - 1].lower not in _DONE_TO:
        return tokens
    return next((tokens[:i] for i in range(name + 1, min(name + 4, len(tokens))) if tokens[i].lower == "of"), tokens)


def is_owned_machine(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person's own stands behind a preposition, with a name: "in his Hurricane" is no place."""
    return at + 2 < len(tokens) and tokens[at + 1].lower in _HIS and is_name(tokens[at + 2])


def _is_office(word: str) -> bool:
    return word in _HEADS or word in offices()


def _is_past(text: str) -> bool:
    return text.endswith("ed") or text in _PASTS

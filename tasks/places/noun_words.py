"""Where the words for a kind of place begin: "the town of Osk" of "to capture the town of Osk"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.lexicons.construction_words import words
from tasks.model.document import Token
from tasks.places.place_names import site_kind

_ARTICLES = frozenset(("the", "a", "an"))
_PARTS = frozenset(
    ("part", "parts", "half", "most", "all", "some", "much", "rest", "outskirts", "edge", "edges", "north",
     "south", "east", "west", "heart", "one", "two", "both", "many", "several", "majority", "remainder")
)  # fmt: skip
_COUNTS = frozenset(("two", "three", "four", "five", "six", "several", "many", "multiple", "some", "another"))
_PASTS = words("irregular_past")
_PREPOSITIONS = words("complement_preposition")
_ACTS = words("captures") | words("act") | words("hit") | words("strikes")


def first_word(tokens: Sequence[Token], start: int, name: int) -> int:
    """Return where the noun phrase begins that leads from an index to a name.

    What stands before its article is a verb ("surround the city of") or the noun of a deed ("shelling of
    the town of"); a part of the place is none ("parts of the city of").
    """
    for i in range(name - 1, start, -1):
        if tokens[i].lower not in _ARTICLES:
            continue
        before = tokens[i - 1].lower
        if before == "of" and i - 1 > start:
            noun = tokens[i - 2]
            if noun.lower in _PARTS or (site_kind(noun) is not None and noun.lower not in _ACTS):
                continue
        elif before in _PREPOSITIONS:
            continue  # "posts along the Line of Osk"
        if before not in ("all", "half", "both"):
            return i
    is_act = tokens[start].lower in _ACTS and name - start > 1
    return start + 1 if is_act and tokens[start + 1].text.islower() else start


def behind_verb(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the index behind a verb among the words from one index to another, the first if none is.

    "the troops shelled houses" and "the army captured two villages" have one, "the besieged town" none.
    """
    for i in range(end - 1, start, -1):
        text = tokens[i].text
        if not (text.endswith("ed") or text in _PASTS) or not text.islower():
            continue
        before, after = tokens[i - 1].text, tokens[i + 1]
        is_plural = before.endswith("s") and not before.endswith(("ss", "'s", "’s", "us"))
        if is_plural or after.kind == "number" or after.lower in _COUNTS:
            return i + 1
    return start

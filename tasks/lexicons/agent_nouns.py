"""Plural nouns for people, told by their form: "welders", "vaccinators", "arsonists", "trainees", "linemen".

English makes a noun for who does something of nearly every verb and trade, so that no list holds them all.
The endings do; the things that share them ("containers", "corridors", "committees") are those that
`not_people.csv` lists, as what a number counts without counting people.
"""

from __future__ import annotations

from functools import cache

from tasks.lexicons.load import load
from tasks.lexicons.told import Told

_ENDINGS = (
    "ers", "ors", "ists", "ees", "cians", "arians", "men", "women", "folk", "people", "boys", "girls",
    "wives", "mates", "kids", "smiths", "children",
)  # fmt: skip
_SHORTEST = 6  # letters: not "omen", "fees", "cars"


def _is_agent_plural(word: str) -> bool:
    return (
        len(word) >= _SHORTEST
        and word.endswith(_ENDINGS)
        and word.replace("-", "").isalpha()
        and word.rpartition("-")[2] not in _things()
    )


# Whether a word in lower case is such a noun.
IS_AGENT_PLURAL = Told(_is_agent_plural)


@cache
def _things() -> frozenset[str]:
    return frozenset(row["noun"] for row in load("not_people"))

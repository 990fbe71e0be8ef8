"""Nouns for people, told by their form: "welders", "vaccinators", "arsonists", "trainees", "a lineman".

English makes a noun for who does something of nearly every verb and trade, so that no list holds them all.
The endings do; the things that share them ("containers", "corridors", "committees") are those that
`not_people.csv` lists, as what a number counts without counting people.
"""

from __future__ import annotations

from functools import cache

from tasks.lexicons.by_letters import Told
from tasks.lexicons.load import load

_ENDINGS = (
    "ers", "ors", "ists", "ees", "cians", "arians", "men", "women", "folk", "people", "boys", "girls",
    "wives", "mates", "kids", "smiths", "children",
)  # fmt: skip
_NO_NOUNS = frozenset(
    ("under", "after", "over", "other", "another", "whether", "either", "neither", "rather", "however",
     "together", "later", "earlier", "higher", "lower", "further", "never", "ever", "former", "latter")
)  # fmt: skip
_VERBS = frozenset(  # "the name refers to": no people
    ("administers", "agrees", "alters", "bolsters", "bothers", "confers", "conquers", "considers", "consists",
     "defers", "delivers", "desists", "differs", "discovers", "empowers", "enlists", "enters", "exists",
     "falters", "foresees", "fosters", "furthers", "garners", "gathers", "glimmers", "hinders", "hovers",
     "infers", "insists", "lingers", "lowers", "murders", "musters", "oversees", "persists", "ponders",
     "prefers", "recovers", "refers", "remembers", "renders", "resists", "scatters", "shatters", "simmers",
     "slaughters", "stammers", "suffers", "uncovers", "utters", "wanders", "withers")
)  # fmt: skip
_SHORTEST = 6  # letters: not "omen", "fees", "cars"


def _is_agent_plural(word: str) -> bool:
    return (
        len(word) >= _SHORTEST
        and word.endswith(_ENDINGS)
        and word.replace("-", "").isalpha()
        and word not in _VERBS
        and word.rpartition("-")[2] not in _things()
    )


# Whether a word in lower case is such a noun.
IS_AGENT_PLURAL = Told(_is_agent_plural)


def _is_person_noun(word: str) -> bool:
    if word in _one_person():
        return True
    if word in _NO_NOUNS:
        return False
    plural = f"{word[:-3]}men" if word.endswith("man") else f"{word}s"
    return IS_AGENT_PLURAL[plural] and word not in _things()


# Whether a word in lower case is a noun for one person: "widow", "welder", "lineman".
IS_PERSON_NOUN = Told(_is_person_noun)
_NOBODY = frozenset(
    ("body", "casualty", "corpse", "individual", "life", "national", "other", "person", "pole", "seal",
     "soul", "tanker", "troop", "victim")
)  # fmt: skip


@cache
def _one_person() -> frozenset[str]:
    return frozenset(row["noun"] for row in load("victims") if row["number"] == "singular") - _NOBODY


@cache
def people_plurals() -> frozenset[str]:
    """Return the plural nouns for people that are listed."""
    return frozenset(row["noun"] for row in load("victims") if row["number"] == "plural")


@cache
def _things() -> frozenset[str]:
    return frozenset(row["noun"] for row in load("not_people"))

"""The word lists that figures are read with, in the shape that look-ups need."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tasks.lexicons.load import load
from tasks.model.figure import FigureProperty, VictimClass

AUX = frozenset(
    "was were is are be been being am had has have having may might can could would will should shall must did "
    "do does got get getting became".split()
)
FINITE_AUX = frozenset("was were is are had has have did do does will would".split())
BE = frozenset("was were is are be been being got get getting".split())
IRREALIS = frozenset("would could should will can shall cannot".split())
ADVERBS = frozenset(
    "also reportedly critically seriously instantly later allegedly outright severely fatally lightly both all "
    "either then subsequently immediately now still already apparently accidentally deliberately mistakenly "
    "actually eventually mortally badly slightly themselves each officially previously recently ultimately "
    "summarily probably possibly initially nearly together soon likewise presumably confirmed not never "
    "actually thus thereby indiscriminately brutally currently personally tragically remained remain remains".split()
)
# "were believed to have been killed", "was found dead": words inside a chain of verbs.
REPORTED = frozenset(
    "reported believed known said thought confirmed feared stated alleged presumed claimed understood estimated "
    "to listed pronounced declared found left suspected assumed counted".split()
)
PREPOSITIONS = frozenset(
    "of in on at by from for to against between among amongst near into through inside outside via about "
    "under behind beside besides within toward towards upon versus per despite like onto during".split()
)
# Words that start a clause: a subject is not sought to their left.
CLAUSE = frozenset(
    "which where when while as because since but that if whereas although though before until whether after "
    "with leaving left leaves leave saw seeing so than whereby how unless".split()
)
RELATIVE = frozenset("who that which whom".split())
STOP = (
    PREPOSITIONS
    | CLAUSE
    | AUX
    | ADVERBS
    | frozenset(
        "and or the a an this that these those his her its their our my your he she it they we i him them us "
        "who whom whose what including not no nor yet there here some any every each other's both several "
        "many few more most another one two three four five six seven eight nine ten without along together "
        "plus around across over up down out off only at-least dozens hundreds thousands scores".split()
    )
)
CUES = frozenset(
    "reported confirmed claimed stated announced said says reports claims states estimated estimates alleged "
    "asserted declared acknowledged admitted believed believes indicated suggested revealed added noted "
    "concluded found determined showed denied insisted recorded".split()
)
DENIALS = frozenset(
    "deny denied denies denying dismissed rejected refuted refuting disputed disputes".split()
)


@dataclass(frozen=True, slots=True)
class CasualtyWord:
    """One entry of `casualty_words.csv`: what it says and the construction it builds."""

    property: FigureProperty
    kind: str
    needs_person: bool


@cache
def people() -> dict[str, tuple[str, VictimClass]]:
    """Return noun -> (number, class of victim)."""
    return {row["noun"]: (row["number"], row["class"]) for row in load("victims")}  # type: ignore[misc]


@cache
def not_people() -> frozenset[str]:
    """Return the nouns that a number counts without counting people."""
    return frozenset(row["noun"] for row in load("not_people"))


@cache
def casualty_words() -> dict[tuple[str, ...], tuple[CasualtyWord, ...]]:
    """Return the words of a form -> its entries, one a construction."""
    found: dict[tuple[str, ...], tuple[CasualtyWord, ...]] = {}
    for row in load("casualty_words"):
        key = tuple(row["form"].split())
        entry = CasualtyWord(row["property"], row["kind"], row["needs"] == "person")  # type: ignore[arg-type]
        found[key] = (*found.get(key, ()), entry)
    return found


@cache
def casualty_starts() -> frozenset[str]:
    """Return the first words of all casualty words: what a sentence must hold to hold a figure."""
    return frozenset(form[0] for form in casualty_words())


@cache
def longest_casualty_word() -> int:
    """Return how many words the longest form has."""
    return max(len(form) for form in casualty_words())

"""Verbs and nouns of violence, each declared once: their forms, what they do, to whom or what.

`violence_verbs.csv` and `violence_nouns.csv`; which part of the programme takes which of them stands in
`implied.py`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tasks.lexicons.load import load

_OBJECT_REACH = 5  # words from a verb to the noun of its object
_PREPOSITIONS = frozenset(("at", "into", "of", "on", "to", "upon"))
ANY = ("", "people", "object", "intransitive")  # all guards
SURE = ("", "people")  # guards of verbs that mean violence without a look at more than whom they are done to
MUTUAL = ("fights", "revolts")  # what is no deed of one side upon another


@dataclass(frozen=True, slots=True)
class ViolentVerb:
    """A verb of violence.

    Attributes:
        base, present, past, participle, gerund: the forms of its first word.
        rest: the words that belong to it behind the first ("down", "to death"), with a blank before them.
        does, object, guard, means: see the lexicon's schema.
        is_alone: its first word stands for it ("gunned").
    """

    base: tuple[str, ...]
    present: tuple[str, ...]
    past: tuple[str, ...]
    participle: tuple[str, ...]
    gerund: tuple[str, ...]
    rest: str
    does: str
    object: str
    guard: str
    means: str
    is_alone: bool

    def heads(self, *forms: str) -> tuple[str, ...]:
        """Return the first words of the named forms ("past", "gerund", ...)."""
        return tuple(head for form in forms for head in getattr(self, form))

    def phrases(self, *forms: str) -> tuple[str, ...]:
        """Return the named forms with all their words."""
        return tuple(f"{head}{self.rest}" for head in self.heads(*forms))

    @property
    def is_split(self) -> bool:
        """Whether its object may stand inside it ("put nine men to death"), not only behind it."""
        return bool(self.rest) and self.rest.rpartition(" ")[2] not in _PREPOSITIONS

    def words(self, *forms: str) -> tuple[str, ...]:
        """Return the named forms as single words; none of a verb of several that needs them all."""
        return self.heads(*forms) if not self.rest or self.is_alone else ()


@dataclass(frozen=True, slots=True)
class ViolentNoun:
    """A noun of violence: `forms` are its singular and its plural; see the lexicon's schema for the rest."""

    forms: tuple[str, ...]
    does: str
    object: str
    guard: str
    means: str
    lasts: str
    of: str


@cache
def verbs() -> tuple[ViolentVerb, ...]:
    """Return the verbs of violence."""
    return tuple(_verbs())


@cache
def nouns() -> tuple[ViolentNoun, ...]:
    """Return the nouns of violence."""
    return tuple(
        ViolentNoun(
            tuple(form for form in (row["noun"], row["plural"]) if form),
            row["does"], row["object"], row["guard"], row["means"], row["lasts"], row["of"],
        )
        for row in load("violence_nouns")
    )  # fmt: skip


@cache
def otherwise() -> Mapping[str, frozenset[str]]:
    """Return forms of verbs -> the nouns with which they mean something else: "struck a deal"."""
    nouns_of: dict[str, set[str]] = {}
    for row in load("violence_otherwise"):
        nouns_of.setdefault(row["verb"], set()).add(row["object"])
    return {
        head: frozenset(nouns_of[verb.base[0]])
        for verb in verbs()
        if not verb.rest and verb.base[0] in nouns_of
        for head in verb.heads("base", "present", "past", "participle", "gerund")
    }


def is_otherwise(words: Sequence[str], at: int) -> bool:
    """Whether a verb at a place among words (lower case) has an object with which it means something else."""
    others = otherwise().get(words[at])
    return others is not None and not others.isdisjoint(words[at + 1 : at + _OBJECT_REACH])


def verbs_that(does: Collection[str], guards: Collection[str] = SURE) -> Iterator[ViolentVerb]:
    """Yield the verbs that do one of these things, of these guards."""
    return (verb for verb in verbs() if verb.does in does and verb.guard in guards)


def nouns_that(does: Collection[str], guards: Collection[str] = ("",)) -> Iterator[ViolentNoun]:
    """Yield the nouns of one of these deeds, of these guards."""
    return (noun for noun in nouns() if noun.does in does and noun.guard in guards)


def words_of(some: Iterable[ViolentVerb], *forms: str) -> frozenset[str]:
    """Return the named forms of verbs, as single words."""
    return frozenset(word for verb in some for word in verb.words(*forms))


def forms_of(some: Iterable[ViolentNoun]) -> frozenset[str]:
    """Return the forms of nouns."""
    return frozenset(form for noun in some for form in noun.forms)


def any_of(words: Iterable[str]) -> str:
    """Return words as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _verbs() -> Iterator[ViolentVerb]:
    for row in load("violence_verbs"):
        first, blank, rest = row["verb"].partition(" ")
        past, participle = row["past"].split(), row["participle"].split()
        yield ViolentVerb(
            (first,), (row["present"],), tuple(past), tuple(participle), (row["gerund"],), blank + rest,
            row["does"], row["object"], row["guard"], row["means"], row["alone"] == "yes",
        )  # fmt: skip

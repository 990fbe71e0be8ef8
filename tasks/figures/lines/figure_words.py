"""The word lists that figures are read with, in the shape that look-ups need."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache

from tasks.lexicons.classes import classes
from tasks.lexicons.load import load
from tasks.lexicons.violence import forms_of, nouns, nouns_that, verbs_that
from tasks.model.figure import FigureProperty, VictimClass


def role(name: str) -> frozenset[str]:
    """Return the words of one role of `figure_grammar.csv`, whose schema says what each is."""
    return classes("figure_grammar", "role")[name]


# What several files read.
AUX = role("auxiliary")
FINITE_AUX = role("finite")
BE = role("be")
IRREALIS = role("irrealis")
ADVERBS = role("adverb")
REPORTED = role("reported")
PREPOSITIONS = role("preposition")
CLAUSE = role("clause")
RELATIVE = role("relative")
CUES = role("cue")
DENIALS = role("denial")
TOLL_LINKS = role("toll_link")
DOWN = frozenset({"down", "up", "downward", "downwards", "upward", "upwards"})
RISE = role("rise")
RESET = RISE | role("fall")  # what brings a toll to another number
LIFE_VERBS = role("life_verb")
MANAGED = role("managed")
NO_PERSON = role("no_person")
GENERAL = role("general")
STOP = PREPOSITIONS | CLAUSE | AUX | ADVERBS | role("stop")

# Words before a noun for people that say their class where the noun does not ("rebel leaders").
_OF_CLASSES: dict[VictimClass, frozenset[str]] = {
    "civilians": role("of_civilians"),
    "fighters": role("of_fighters"),
    "police": role("of_police"),
    "soldiers": role("of_soldiers"),
}
CLASS_ADJECTIVES = {word: kind for kind, words in _OF_CLASSES.items() for word in words}


OPEN = "..."  # in a form: up to four other words may stand there


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
    """Return the nouns that a number counts without counting people, those of violence among them."""
    listed = frozenset(row["noun"] for row in load("not_people"))
    return listed | {form for noun in nouns() for form in noun.forms}


@cache
def casualty_words() -> dict[tuple[str, ...], tuple[CasualtyWord, ...]]:
    """Return the words of a form -> its entries, one a construction; verbs of violence among them."""
    found: dict[tuple[str, ...], tuple[CasualtyWord, ...]] = {}
    for row in load("casualty_words"):
        key = tuple(row["form"].split())
        entry = CasualtyWord(row["property"], row["kind"], row["needs"] == "person")  # type: ignore[arg-type]
        found[key] = (*found.get(key, ()), entry)
    listed = frozenset(found)
    for form, entry in _of_violence():
        if form not in listed:
            found[form] = (*found.get(form, ()), entry)
    return found


_BEFALLEN: dict[str, FigureProperty] = {
    "kills": "killed",
    "wounds": "injured",
    "hurts": "injured",
    "harms": "killed_or_injured",
}


def _of_violence() -> Iterator[tuple[tuple[str, ...], CasualtyWord]]:
    """Yield the forms of the verbs that kill or wound, each with what it says."""
    for form in forms_of(nouns_that(("kills",))):
        yield (*form.split(), "of"), CasualtyWord("killed", "of", needs_person=True)
    for verb in (*verbs_that(_BEFALLEN), *verbs_that(("kills",), ("object",))):
        prop, needs = _BEFALLEN[verb.does], True
        yield from ((tuple(p.split()), CasualtyWord(prop, "base", needs)) for p in verb.phrases("base"))
        yield from ((tuple(p.split()), CasualtyWord(prop, "present", needs)) for p in verb.phrases("present"))
        yield from ((tuple(p.split()), CasualtyWord(prop, "gerund", needs)) for p in verb.phrases("gerund"))
        past, done = verb.phrases("past"), verb.phrases("participle")
        for phrase in dict.fromkeys((*past, *done)):
            kind = "preterite" if phrase not in done else "past" if phrase in past else "participle"
            yield tuple(phrase.split()), CasualtyWord(prop, kind, needs)


@cache
def forms_by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], tuple[CasualtyWord, ...]], ...]]:
    """Return first word of a form -> the forms that begin with it, the longest first, with their entries."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[CasualtyWord, ...]]]] = {}
    for form, entries in casualty_words().items():
        found.setdefault(form[0], []).append((form, entries))
    return {word: tuple(sorted(forms, key=lambda f: -len(f[0]))) for word, forms in found.items()}


def may_hold_form(words: Set[str]) -> bool:
    """Say whether words (lower case) are enough for a form: the one word of one, all words of another."""
    if not _single_forms().isdisjoint(words):
        return True
    several = _several_words()
    return any(form <= words for word in several.keys() & words for form in several[word])


@cache
def hints() -> frozenset[str]:
    """Return words of which any text with a form has one: single ones, the longest of the other forms."""
    return _single_forms().union(_several_words())


@cache
def _single_forms() -> frozenset[str]:
    return frozenset(form[0] for form in casualty_words() if len(form) == 1)


@cache
def _several_words() -> dict[str, tuple[frozenset[str], ...]]:
    """Return the words of each form of several words, by the longest of them, which few texts have."""
    found: dict[str, list[frozenset[str]]] = {}
    for form in casualty_words():
        if len(form) > 1:
            words = frozenset(form) - {OPEN}
            found.setdefault(max(sorted(words), key=len), []).append(words)
    return {word: tuple(forms) for word, forms in found.items()}


@cache
def open_forms_by_first_word() -> dict[
    str, tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[CasualtyWord, ...]], ...]
]:
    """Return the forms that leave room for other words ("suffered ... injuries") by their first word.

    Each is its head, its tail and its entries, in the order of the file.
    """
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], tuple[CasualtyWord, ...]]]] = {}
    for form, entries in casualty_words().items():
        if OPEN in form:
            gap = form.index(OPEN)
            found.setdefault(form[0], []).append((form[:gap], form[gap + 1 :], entries))
    return {word: tuple(forms) for word, forms in found.items()}

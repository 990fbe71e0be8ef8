"""A vocabulary is a class of a lexicon; in code stand words of grammar and few of one construction."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from tasks.claims.cues.cue_words import CLASSES
from tasks.lexicons.load import load
from tasks.lexicons.violence import forms_of, nouns, verbs, words_of
from tests.lexicons.lists_in_code import WordList, lists_in

STAGES = ("actors", "assemble", "claims", "dates", "events", "figures", "places", "text")
MOST = 10  # words besides those of grammar
FEWEST, SHARE = 5, 0.6  # words of violence, and their share of a list, from which on it is a class of them
KNOWN = Path(__file__).with_name("lists_in_code.csv")
_CLAIM_GRAMMAR = (
    "adverb", "amount", "auxiliary", "be", "coordinator", "determiner", "do", "have", "modal", "month",
    "negation", "not_adverb", "personal", "possessive", "preposition", "relative", "subordinator",
    "temporal_subordinator", "weekday",
)  # fmt: skip
_PLACE_GRAMMAR = ("compass", "date_word", "function_word")


@cache
def _grammar() -> frozenset[str]:
    """Return the closed classes: words of which English gets no new ones."""
    found = frozenset[str]().union(*(CLASSES[name] for name in _CLAIM_GRAMMAR))
    found |= {row["word"] for row in load("construction_words") if row["class"] in _PLACE_GRAMMAR}
    return found | {word for row in load("quantity_words") for word in row["phrase"].split()}


@cache
def _lists(file: Path) -> tuple[WordList, ...]:
    return tuple(lists_in(file.read_text("utf-8")))


def _own(words: Iterable[str]) -> set[str]:
    """Return the words that are none of grammar: single ones, in small letters."""
    grammar = _grammar()
    return {word for word in words if word.islower() and " " not in word and word not in grammar}


def _of_violence(words: frozenset[str]) -> str | None:
    """Return which words of violence a list mostly writes out once more: "nouns" or "verbs", or None."""
    if words <= _deeds():  # what verbs and nouns do, as the lexicon's column calls it
        return None
    both, name = max((len(words & known), name) for name, known in (("nouns", _nouns()), ("verbs", _verbs())))
    return name if both >= FEWEST and both >= SHARE * len(_own(words)) else None


@cache
def _deeds() -> frozenset[str]:
    return frozenset(one.does for one in (*nouns(), *verbs()))


@cache
def _nouns() -> frozenset[str]:
    return forms_of(nouns())


@cache
def _verbs() -> frozenset[str]:
    return words_of(verbs(), "base", "present", "past", "participle", "gerund")


def _told(source: Iterable[WordList]) -> set[tuple[str, str]]:
    """Return what each list of a source writes out, with the constant that it stands in."""
    found = set()
    for one in source:
        if len(_own(one.words)) > MOST:
            found.add(("vocabulary", one.name))
        if (what := _of_violence(one.words)) is not None:
            found.add((what, one.name))
    return found


@cache
def _known() -> frozenset[tuple[str, str, str]]:
    """Return the lists that stand in code today: what, file and constant."""
    with KNOWN.open(encoding="utf-8", newline="") as stream:
        return frozenset((row["what"], row["file"], row["constant"]) for row in csv.DictReader(stream))


def test_each_narrower_list_says_why() -> None:
    """A list of verbs or nouns of violence that is no class of them says why it is not."""
    with KNOWN.open(encoding="utf-8", newline="") as stream:
        lists = [row for row in csv.DictReader(stream) if row["what"] in ("nouns", "verbs")]
    assert lists
    assert [(row["file"], row["constant"]) for row in lists if not row["why"]] == []


@pytest.mark.parametrize("stage", STAGES)
def test_no_vocabulary_stands_in_code(stage: str) -> None:
    """Who adds a word to a list of nouns or verbs need not read the rule that reads it.

    Those of `lists_in_code.csv` are older than this test. None is added to them; one that has become a class
    is taken out.
    """
    files = sorted(Path("tasks", stage).rglob("*.py"))
    found = {(what, file.as_posix(), name) for file in files for what, name in _told(_lists(file))}
    known = {one for one in _known() if one[1].startswith(f"tasks/{stage}/")}
    assert files
    assert not found - known, "take a class of a lexicon, as `tasks/lexicons/deeds.py`"
    assert not known - found, "no longer written out: take it out of the list"


@pytest.mark.parametrize(
    "source",
    [
        "_SITES = frozenset(('{}'))",
        "_SITES = OTHERS | {{'{}'}}",
        "def is_site(word):\n    return word in ('{}')",
        "_NAMES = ('{}')\n_SITES = OTHERS | frozenset(_NAMES)",
        "_NAMES = ['{}']\ndef is_site(word):\n    return word in _NAMES",
        "_SITES = ('{}')",
        "_SITES = {{one: True for one in ('{}')}}",
    ],
)
def test_a_vocabulary_would_be_found(source: str) -> None:
    """Eleven nouns are a vocabulary wherever they stand; as many words of grammar are none."""
    nouns = [
        "barn",
        "bridge",
        "church",
        "depot",
        "hall",
        "hotel",
        "market",
        "mosque",
        "port",
        "shop",
        "tower",
    ]
    assert _told(lists_in(source.format("', '".join(nouns)))) - {("nouns", "_SITES")}
    grammar = ["a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to", "with"]
    assert not _told(lists_in(source.format("', '".join(grammar))))


@pytest.mark.parametrize(
    "source",
    [
        "_DEEDS = late_pattern(r'\\b(?:attacks?|raid|(?:car )?bombing|ambush)\\b')",
        "_DEEDS = late_pattern(rf'{ONE}(?:attack|raid|bombing|ambush|siege) of {OTHER}')",
        "_DEEDS = words('deed') | {'attack', 'raid', 'bombing', 'ambush', 'siege'}",
        "_DEEDS = {'attack': 1, 'raid': 2, 'bombing': 3, 'ambush': 4, 'siege': 5}",
        "def is_deed(word):\n    return word in ('killed', 'shot', 'stabbed', 'beheaded', 'strangled')",
    ],
)
def test_words_of_violence_would_be_found(source: str) -> None:
    """Five nouns or verbs that the lexicons of violence have are a class, in a pattern as in a set."""
    ((what, name),) = _told(lists_in(source))
    assert (what, name) in (("nouns", "_DEEDS"), ("verbs", "_DEEDS"), ("verbs", "is_deed"))

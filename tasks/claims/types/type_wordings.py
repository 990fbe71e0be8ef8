"""The wordings that tell a claim's type, as the lexicon has them, with their macros and groups spelt out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import get_args

from tasks.claims.cues.cue_words import type_words
from tasks.claims.cues.draft import Draft
from tasks.lexicons.caseless import Caseless
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.load import load
from tasks.lexicons.needed import needed
from tasks.lexicons.sieve import Sieve
from tasks.model.claim import ClaimType


def _one_of(words: Iterable[str]) -> str:
    """Return a pattern of the words, by first letters: what begins otherwise is told from a group at once."""
    by_letter = groupby(sorted(words), key=itemgetter(0))
    return "|".join(f"{letter}(?:{'|'.join(word[1:] for word in some)})" for letter, some in by_letter)


# Who is called by a possessive and yet is another: "its rivals", "their predecessors".
_NOT_ONES_OWN = rf"(?!(?:{_one_of(type_words('rival'))}|all(?:y|ies))\b)"
_MACROS = {
    "<self>": r"^[\"“‘']?(?:it|they|we|i|he|she|(?:its|their|our|my|his|her) (?:own )?"
    rf"{_NOT_ONES_OWN}[\w-]+"
    r"|(?:one|some|two|members|fighters) of (?:its|their|our|his|her) [\w-]+)\b",
    "<somebody>": r"[\"“‘']?(?:[\w'’-]+ ){1,6}?",
    "<says>": r"(?:^[\"“‘']?(?:[\w’'.-]+ ){1,6}?|[,;] (?:and |but )?(?:it|we|he|she|they|i) )"
    r"(?:\w+ly |also |again |do |does |would |wish to |must |can only )*[\"“‘']?(?:\w+ly )*",
    "<nobody_was>": r"^[\"“‘']?(?:nobody|no one|no-one|not one \w+|no (?:single )?(?-i:[a-z])[\w-]+"
    r"|none of (?:them|the \w+|those \w+)) (?:had|has|have|was|were|is|are) (?:ever |been |being |\w+ly )*",
    "<ours>": r"^[\"“‘']?(?:it(?! (?:is|was|has become|had become|would be|seems|appears)"
    r" (?:[\w-]+ ){0,6}(?:for|that|to)\b"
    r"| (?:had been|has been|was) (?:planned|organi[sz]ed|plotted|carried out|perpetrated)\b)"
    rf"|they|we|i|(?:its|their|our) {_NOT_ONES_OWN}"
    r"|(?:one|some|members|fighters) of (?:its|their|our))\b",
}
_INNERMOST = late_pattern(r"\((?:[^()\\]|\\.)*\)")
_GROUPS = (
    *("party", "harm", "victim", "moral", "blame", "wrongdoing", "forced", "weapon", "handled"),
    *("untrue", "invention", "mistreated", "protected", "belonging", "by_hand", "warfare"),
    *("ill_aim", "evil_role", "hostile_form"),
)


@dataclass(frozen=True, slots=True)
class Wording:
    """One row of the lexicon: what a content must hold, and after which cues, to be of a type."""

    claim_type: ClaimType
    pattern: str
    unless: str
    cues: frozenset[str]
    lemmas: frozenset[str]
    but: frozenset[str]
    rules: frozenset[str]
    speaker: str
    groups: tuple[frozenset[str], ...]
    speakers: tuple[str, ...]  # where any content fits: what the words for who says it hold one of

    def fits(self, draft: Draft) -> bool:
        """Say whether the wording is tried for a draft's cue, of a class that it is for, and rule."""
        return (
            draft.lemma not in self.but
            and (not self.lemmas or draft.lemma in self.lemmas)
            and (not self.rules or draft.rule in self.rules)
        )

    def matches(self, content: str, lowered: str, words: frozenset[str], speaker: str) -> bool:
        """Say whether a content has the wording, said by such a speaker.

        Args:
            content: what is said.
            lowered: the same in lower case.
            words: its words in lower case.
            speaker: the words for who says it.
        """
        for group in self.groups:
            if group.isdisjoint(words):
                return False
        if self.speakers and not any(map(speaker.lower().__contains__, self.speakers)):
            return False
        return (
            _look(self.pattern).is_in(content, lowered)
            and not (self.unless and _look(self.unless).is_in(content, lowered))
            and not (self.speaker and not _look(self.speaker).is_in(speaker, speaker.lower()))
        )


@cache
def _wordings() -> tuple[Wording, ...]:
    """Return the wordings in the order of trial."""
    types = {name: name for name in get_args(ClaimType)}
    rows = sorted(load("claim_type_wordings"), key=lambda row: int(row["order"]))
    return tuple(
        Wording(
            claim_type=types[row["claim_type"]],
            pattern=_spelt_out(row["pattern"]),
            unless=_spelt_out(row["unless"]),
            cues=frozenset(row["cues"].split()),
            lemmas=frozenset(row["lemmas"].split()),
            but=frozenset(row["but"].split()),
            rules=frozenset(row["rules"].split()),
            speaker=row["speaker"],
            groups=_groups_needed(row["pattern"]),
            speakers=needed(row["speaker"]) if row["pattern"] == "^." else (),
        )
        for row in rows
    )


def compile_wordings() -> None:
    """Compile the patterns of all wordings at once: a process whose children will try them has them all."""
    for wording in _wordings():
        for pattern in filter(None, (wording.pattern, wording.unless, wording.speaker)):
            _look(pattern)


@cache
def tried_after(cue_class: str) -> tuple[tuple[Wording, ...], Sieve]:
    """Return the wordings that are tried after a class of cues, and the sieve of their patterns."""
    tried = tuple(wording for wording in _wordings() if cue_class in wording.cues)
    return tried, Sieve([wording.pattern for wording in tried], among=_patterns())


@cache
def _patterns() -> tuple[str, ...]:
    return tuple(wording.pattern for wording in _wordings())


@cache  # when it is first tried: most never are in a short run
def _look(pattern: str) -> Caseless:
    return Caseless(pattern)


def _spelt_out(pattern: str) -> str:
    for name, words in _MACROS.items():
        pattern = pattern.replace(name, words)
    for name in _GROUPS:
        if f"<{name}>" in pattern:
            pattern = pattern.replace(f"<{name}>", rf"\b(?:{_one_of(type_words(name))})\b")
    return pattern


def _groups_needed(pattern: str) -> tuple[frozenset[str], ...]:
    """Return the groups of which a content needs a word before a pattern is worth trying."""
    inner = None
    while inner != pattern:  # what stands in parentheses may be one of several ways
        inner, pattern = pattern, _INNERMOST.sub("", pattern)
    ways = pattern.split("|")
    names = [name for name in _GROUPS if all(f"<{name}>" in way for way in ways)]
    return tuple(frozenset(word.split()[0] for word in type_words(name)) for name in names)

"""What armed people or authorities did to people, by whatever verb.

No list holds all verbs of harm ("herded", "marched off", "put against the wall"), but those by which
armed people do others no harm are few ("rescued", "told", "found"). So a clause whose subject is a culprit
and whose object are people tells of a wrong unless its verb is one of these.  Where nobody is named as the
doer, what was done must be something that is only done by force ("were led away", "forcibly displaced").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from tasks.claims.cues.cue_words import type_words, word_class
from tasks.claims.types.culprits import culprits
from tasks.claims.types.deed_clause import BE, MAY, NOT, OF_OWN, WILL, by_whom, clause_end, is_background
from tasks.claims.types.deed_doer import stem
from tasks.claims.types.wrong_object import CLAUSE_ENDS, LENGTH, OBJECT_ENDS, harms, people
from tasks.lexicons.load import load

Wronged = Literal["own", "other", "kind", "unnamed"]

_TOKEN = re.compile(r"[\w’'-]+|[,;:.()–—]")
_MARKS = re.compile('["“”]')
_HELPERS = BE | WILL | MAY | NOT | word_class("have") | word_class("do") | word_class("adverb")
_UNDONE = WILL | MAY | NOT
_STEPS = frozenset({",", "and", "before", "then", "by", "or", "of", "for", "from", "without"})
_BEFORE_SUBJECT = frozenset(
    {"of", "by", "from", "against", "with", "to", "for", "at", "near", "between", "on"}
)
_PRONOUNS = frozenset({"it", "we", "they", "i", "he", "she", "who"})
_POLICE = frozenset({"police", "policeman", "policemen", "force", "guards", "state"})
_BREAKS = frozenset({",", ";", "and", "that", "but"})
_COUNTED = frozenset(
    {"members", "groups", "one", "two", "some", "many", "hundreds", "dozens", "thousands", "units"}
)
_SINGLE = frozenset({"general", "colonel", "commander", "officer", "officers", "state", "supporters"})
_OF_PARTY = frozenset({"members", "supporters", "followers", "leaders", "officials", "leader"})


@cache
def _culprits() -> frozenset[str]:
    return culprits() - _SINGLE


@cache
def _blamed() -> frozenset[str]:
    return _culprits() - _POLICE


def may_wrong(told: frozenset[str]) -> bool:
    """Tell whether words in lower case hold what a wrong needs: people, and a culprit or what force does."""
    wronged = any(not some.isdisjoint(told) for some in _wronged())
    if wronged and not _harmful().isdisjoint(told):
        return True
    return not type_words("abetting").isdisjoint(told) and not wrongdoers().isdisjoint(told)


@cache
def _wronged() -> tuple[frozenset[str], ...]:
    return (
        people(),
        type_words("property"),
        type_words("victim"),
        _OF_PARTY | {"they", "we", "he", "she", "i"},
    )


def wronged_by(content: str, names: frozenset[str], *, opens: bool, suffered: bool = False) -> Wronged | None:
    """Return who a content says wronged people: "unnamed" where nobody is named, None where nobody did.

    Args:
        content: what is said.
        names: stems of the words by which the claimant's own side may be called.
        opens: the content opens a sentence.
        suffered: the claimant is one who suffers what others do: "they had been beaten".
    """
    raw = _TOKEN.findall(_MARKS.sub("", content))
    words = [word.lower() for word in raw]
    if opens and raw:
        raw[0] = words[0]
    blamed, forced, abetting = _culprits(), _forced(), type_words("abetting")
    for i, word in enumerate(words):
        if word in blamed or (raw[i][0].isupper() and _is_name_of_side(raw[i])):
            if _wrong_at(words, i):
                return _whose(raw, words, i, names)
        elif word in forced and _is_forced(words, i, suffered=suffered):
            return "unnamed"
        elif word in abetting and _is_abetting(words, i):
            return _whose(raw, words, _group_start(words, i) - 1, names)
    return None


def names_side(content: str) -> bool:
    """Tell whether a content names whom it could blame: armed people but the police, a state, a group."""
    raw = _TOKEN.findall(content)
    return any(word.lower() in _blamed() or _is_name_of_side(word) for word in raw)


def _is_abetting(words: Sequence[str], at: int) -> bool:
    """Tell whether somebody helped those who do harm ("had armed the gunmen")."""
    start = _group_start(words, at)
    group = frozenset(words[start:at])
    if not start or words[start - 1] in _BEFORE_SUBJECT | {",", "the", "a"} or not _UNDONE.isdisjoint(group):
        return False
    if not BE.isdisjoint(group) and not words[at].endswith("ing"):
        return False
    end = next((k for k in range(at + 1, len(words)) if words[k] in OBJECT_ENDS), len(words))
    return not wrongdoers().isdisjoint(words[at + 1 : min(end, at + LENGTH)])


def _group_start(words: Sequence[str], at: int) -> int:
    start = at
    while start and (words[start - 1] in _HELPERS or words[start - 1].endswith("ly")):
        start -= 1
    return start


@cache
def wrongdoers() -> frozenset[str]:
    """Return the nouns for those who do harm to others."""
    rows = load("victims")
    found = frozenset(r["noun"] for r in rows if r["class"] in ("attackers", "fighters"))
    return (found | type_words("wrongdoer")) - {"suspects", "suspect", "volunteers"}


def _wrong_at(words: Sequence[str], at: int) -> bool:
    """Tell whether the subject that a word ends did a wrong to people."""
    if not _is_subject(words, at):
        return False
    verb = at + 2 if words[at + 1 : at + 2] == ["who"] else at + 1
    start = verb
    while verb < len(words) and (words[verb] in _HELPERS or words[verb].endswith("ly")):
        verb += 1
    group = frozenset(words[start:verb])
    if verb >= len(words) or not _UNDONE.isdisjoint(group) or is_background(words, at):
        return False
    if not _may_be_verb(words[verb], group):
        return False
    if not BE.isdisjoint(group) and not words[verb].endswith("ing"):
        return False  # they were the ones it was done to
    return harms(words, verb) or any(
        words[k] in _STEPS and _also_harms(words, k) for k in range(verb + 1, _clauses_end(words, verb))
    )


def _is_subject(words: Sequence[str], at: int) -> bool:
    """Tell whether a culprit is no more than what another noun belongs to ("the arrival of troops")."""
    for k in range(at - 1, max(-1, at - 4), -1):
        if words[k] in _BEFORE_SUBJECT:
            return words[k] == "of" and k > 0 and words[k - 1] in _COUNTED
        if words[k] in (",", "and", "that"):
            return True
    return True


def _may_be_verb(word: str, group: frozenset[str]) -> bool:
    if word.endswith("ing"):
        return not BE.isdisjoint(group) or not group
    if not word_class("have").isdisjoint(group):
        return True
    return (
        word.endswith("ed")
        or word in word_class("irregular_past")
        or word in word_class("irregular_participle")
    )


def _also_harms(words: Sequence[str], step: int) -> bool:
    """Tell whether a verb behind a comma or "and", of the subject of the one before it, does a wrong too."""
    verb = step + 1
    while verb < len(words) and (words[verb] in _HELPERS or words[verb].endswith("ly")):
        verb += 1
    if verb >= len(words) or not (_UNDONE | BE).isdisjoint(words[step + 1 : verb]):
        return False
    if words[verb].endswith("ing"):
        return words[verb] not in word_class("noun_ing") and harms(words, verb)
    joined = words[step] in (",", "and", "then", "or")
    return joined and _may_be_verb(words[verb], frozenset()) and harms(words, verb)


def _clauses_end(words: Sequence[str], start: int) -> int:
    return next((k for k in range(start + 1, len(words)) if words[k] in CLAUSE_ENDS), len(words))


@cache
def _forced() -> frozenset[str]:
    return frozenset(word.split()[0] for word in type_words("forced"))


def _is_forced(words: Sequence[str], at: int, *, suffered: bool) -> bool:
    """Tell whether people are what was done by force ("men were being led | away")."""
    if " ".join(words[at : at + 2]) not in type_words("forced") and words[at] not in type_words("forced"):
        return False
    start = _group_start(words, at)
    group = frozenset(words[start:at])
    if _is_reduced(words, at):
        return True
    if BE.isdisjoint(group) or not _UNDONE.isdisjoint(group) or is_background(words, start):
        return False
    by = by_whom(words, (at, clause_end(words, at)))
    if by is not None and type_words("nobody") & frozenset(words[by[0] : by[1]]):
        return False
    said = " ".join(words[at : at + 2])
    is_crime = said in type_words("crime") or words[at] in type_words("crime")
    if is_crime and not suffered and (by is None or _culprits().isdisjoint(words[by[0] : by[1]])):
        return False
    first = next((k + 1 for k in range(start - 1, -1, -1) if words[k] in _BREAKS), 0)
    subject = words[max(first, start - 8) : start]
    if suffered and subject and subject[-1] in _PRONOUNS:
        return True
    if not OF_OWN.isdisjoint(subject) and "men" in subject:
        return False  # "two of its men had been shot dead by snipers": what war does
    return not (people() | _OF_PARTY).isdisjoint(subject) and NOT.isdisjoint(subject)


def _is_reduced(words: Sequence[str], at: int) -> bool:
    """Tell whether people stand before what force did and a culprit behind ("men executed by rebels")."""
    by = by_whom(words, (at, clause_end(words, at)))
    done_by = by is not None and not _culprits().isdisjoint(words[by[0] : by[1]])
    return done_by and at > 0 and words[at - 1] in people()


def _is_name_of_side(word: str) -> bool:
    """Tell whether a word names a people, a state, or an armed group by the last word of its name."""
    if not word[:1].isupper():
        return False
    return word.lower() in _plurals() or word in _sides() or (len(word) > 2 and word.isupper())


@cache
def _sides() -> frozenset[str]:
    """Return the names of states and armed groups: of one word, or the last word that is a plural."""
    found = {name for row in load("countries") for name in row["name"].split(";") if " " not in name}
    for row in load("armed_groups"):
        for name in (row["name"], *row["alternatives"].split(";")):
            last = name.split(" ")[-1]
            if name == last or last.endswith("s"):
                found.add(last)
    return frozenset(found)


@cache
def _plurals() -> frozenset[str]:
    adjectives = (name for row in load("countries") for name in row["adjectives"].split(";") if name)
    return frozenset(f"{name.lower()}s" for name in adjectives if name.endswith(("an", "i")))


@cache
def _harmful() -> frozenset[str]:
    return _culprits() | _plurals() | _forced() | frozenset(map(str.lower, _sides()))


def _whose(raw: Sequence[str], words: Sequence[str], at: int, names: frozenset[str]) -> Wronged:
    """Return whose the subject that a word ends is."""
    start = at
    while start and at - start < 4 and words[start - 1] not in _BEFORE_SUBJECT | {",", "and", "that"}:
        start -= 1
    phrase = words[start : at + 1]
    if words[at] in type_words("rival") and not OF_OWN.isdisjoint(phrase):
        return "other"
    if words[at] in _PRONOUNS or not OF_OWN.isdisjoint(phrase) or any(stem(word) in names for word in phrase):
        return "own"
    if f"the {stem(words[at])}" in names and "the" in phrase:
        return "own"
    if not type_words("nobody").isdisjoint(phrase):
        return "unnamed"
    return (
        "other" if any(raw[k][:1].isupper() and words[k] != "the" for k in range(start, at + 1)) else "kind"
    )

"""The deeds that a content tells of: who did harm, whether it was done, and who suffered it.

A claim's type hangs on few things: whether the claimant or another one is the doer, whether the deed is
denied, done or only to come, and whether those who suffered it were ones whom no side may harm. They are
read, whatever verb attributes them, from the clause around each word for harm ("had <harm> ... <victim>",
"<victim> were <harm> by ...") or around a deed that is named ("carried out the <deed>", "the <deed> was
conducted by ..."). The words are classes of `tasks/lexicons/data/type_words.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from tasks.claims.culprits import culprits
from tasks.claims.deed_clause import (
    BE,
    MAY,
    NOT,
    OF_OWN,
    WILL,
    Part,
    by_whom,
    clause_end,
    group_start,
    head_end,
    holds,
    is_background,
    is_no_verb,
    subject_of,
)
from tasks.claims.words import type_words, word_class
from tasks.claims.wrong_object import people
from tasks.model.value import value

Doer = Literal["own", "other", "kind", "unnamed"]

_SHORT_NOT = re.compile(r"n['’]t\b")
_TOKEN = re.compile(r"[\w’'-]+|[,;:.()–—]")
_PRONOUNS = frozenset({"it", "we", "they", "i", "he", "she"})
_COUNTS = frozenset({"one", "two", "three", "some", "several", "members", "fighters", "none", "elements"})
_BEHIND_PARTICIPLE = frozenset({"by", "in", "during", "when", "near", "there"})
_NO_NAMES = (
    word_class("month") | word_class("weekday") | {"the", "this", "these", "there", "all", "both", "some"}
)
_POINTED_AT = frozenset({"the", "this", "that", "these", "both"})
_PARTICLES = frozenset({"out", "off", "up", "on"})
_OF_FORCES = frozenset({"military", "army", "police", "security", "naval", "rebel", "enemy"})
_FIGHTERS = frozenset(
    {"men", "fighters", "soldiers", "troops", "forces", "members", "militants", "guerrillas"}
)
_BEFORE_FORM = BE | WILL
_ONLY = frozenset({"only", "just"})


@value(frozen=True, slots=True)
class Deed:
    """One harmful deed of a content.

    Attributes:
        doer: who did it; "other" has a name ("Norlandic troops"), of a "kind" no more than a noun ("rebels");
            "unnamed" where nobody is, or nobody who could be blamed ("gunmen").
        person: "he", "she" or "I" did it.
        is_done: neither denied nor only possible nor to come.
        is_denied: "had not", "no civilian was", "none of", "only rebels were".
        is_to_come: "would", "will".
        on_victims: it struck somebody whom no side may harm.
        is_named: the deed is named ("carried out the attack"), or its doer by a passive ("planted by").
    """

    doer: Doer
    person: bool
    is_done: bool
    is_denied: bool
    is_to_come: bool
    on_victims: bool
    is_named: bool


def deeds_of(content: str, names: frozenset[str] = frozenset(), *, opens: bool = False) -> tuple[Deed, ...]:
    """Return the harmful deeds of a content, in its order.

    Args:
        content: what is said.
        names: the first letters, by `stem`, of words by which the claimant's own side may be called; behind
            "the " those that call it so only with the article ("the group").
        opens: the content opens a sentence: its first word has a capital letter anyhow.
    """
    raw = _TOKEN.findall(_SHORT_NOT.sub(" not", content))
    words = [token.lower() for token in raw]
    if opens and raw:
        raw[0] = words[0]
    harm, doing, deeds = _harm(), type_words("doing"), deed_words()
    found = []
    for i, word in enumerate(words):
        if word not in deeds:
            continue
        is_harm = word in harm or " ".join(words[i : i + 2]) in harm
        if not is_harm and word in type_words("harm_form") and i and words[i - 1] in _BEFORE_FORM:
            is_harm = True  # "would hang", "was starving"
        if is_harm or word in doing:
            deed = _deed_at(raw, words, i, names, is_harm=is_harm)
            if deed is not None:
                found.append(deed)
    return tuple(found)


@cache
def deed_words() -> frozenset[str]:
    """Return the first words of all deeds: content without any of them tells of none."""
    words = (word.split()[0] for name in ("harm", "doing") for word in type_words(name))
    return frozenset(words) | type_words("harm_form")


@cache
def _harm() -> frozenset[str]:
    return type_words("harm") - type_words("warfare")


def _deed_at(
    raw: Sequence[str], words: Sequence[str], at: int, names: frozenset[str], *, is_harm: bool
) -> Deed | None:
    start = group_start(words, at)
    group = frozenset(words[start:at])
    if is_no_verb(words, at, group) or is_background(words, start):
        return None
    bare = not group and words[at + 1 : at + 2] and words[at + 1] in _BEHIND_PARTICIPLE
    passive = (bare or not group.isdisjoint(BE)) and not words[at].endswith("ing")
    before = subject_of(words, start)
    behind = (at + 1, clause_end(words, at + 1))
    if passive:
        struck, by = before, by_whom(words, behind)
    else:
        struck, by = behind, before
    if not is_harm and not holds(words, head_end(words, _object(words, struck)), type_words("deed")):
        return None
    if not is_harm and not passive and (by is None or _is_of_war(words, at)):
        is_harm = True  # that a side strikes or attacks is war: it depends on whom
    if passive and holds(words, before, OF_OWN) and holds(words, before, _FIGHTERS):
        return None  # "twenty of their men were killed": what war does
    only = passive and holds(words, before, _ONLY, most=2) and holds(words, before, type_words("party"))
    denied = only or not group.isdisjoint(NOT) or holds(words, before, NOT, most=2)
    to_come = not group.isdisjoint(WILL)
    doer = _doer(raw, words, by, names)
    return Deed(
        doer=doer,
        person=by is not None and words[by[0]] in ("he", "she", "i"),
        is_done=not denied and not to_come and group.isdisjoint(MAY),
        is_denied=denied,
        is_to_come=to_come,
        on_victims=only or _holds_victims(words, struck),
        is_named=not is_harm or (passive and by is not None),
    )


def _holds_victims(words: Sequence[str], part: Part | None) -> bool:
    """Tell whether a part holds somebody whom no side may harm; not "two military convoys"."""
    if part is None:
        return False
    victims = _victims()
    return any(words[i] in victims and words[i - 1] not in _OF_FORCES for i in range(*part))


@cache
def _victims() -> frozenset[str]:
    return type_words("victim") | people()


def _object(words: Sequence[str], part: Part | None) -> Part | None:
    """Return a part without the particle of its verb ("carried | out the attack")."""
    return (part[0] + 1, part[1]) if part and part[0] < len(words) and words[part[0]] in _PARTICLES else part


def _is_of_war(words: Sequence[str], at: int) -> bool:
    """Tell whether a deed is one of a war ("conducted air strikes"), not one pointed at ("the attack")."""
    return _POINTED_AT.isdisjoint(words[at : at + 3]) and not type_words("warfare").isdisjoint(
        words[at : at + 6]
    )


def _doer(raw: Sequence[str], words: Sequence[str], part: Part | None, names: frozenset[str]) -> Doer:
    if part is None:
        return "unnamed"
    head = [w for w in words[part[0] : part[1]] if w not in ("the", "a", "an")][:6]
    if not head or not type_words("nobody").isdisjoint(head):
        return "unnamed"
    if head[0] in OF_OWN and not type_words("rival").isdisjoint(head[1:3]):
        return "other"
    if head[0] in _PRONOUNS or head[0] in OF_OWN or (head[0] in _COUNTS and not OF_OWN.isdisjoint(head[1:4])):
        return "own"
    if words[part[0]] == "the" and f"the {stem(head[0])}" in names and head[1:2] != ["of"]:
        return "own"
    called = next((i for i, word in enumerate(head) if word in ("in", "of", "from", "near")), 3)
    if any(stem(word) in names for word in head[: min(called, 3)]):
        return "own"
    named = any(
        raw[i][:1].isupper() and len(raw[i]) > 1 and words[i] not in _NO_NAMES
        for i in range(part[0], min(part[1], part[0] + 6))
    )
    if named or head[0] == "other":
        return "other"
    return "unnamed" if culprits().isdisjoint(head) else "kind"


def stem(word: str) -> str:
    """Return the letters that a people's name and its country's share ("Norlandic", "Norland")."""
    return word.lower().removesuffix("'s").removesuffix("’s")[:5]

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

from tasks.claims.cues.cue_words import type_words
from tasks.claims.types.deed import Deed
from tasks.claims.types.deed_clause import (
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
from tasks.claims.types.deed_doer import doer_of
from tasks.claims.types.led_to import Leading, is_asked, is_set_alight, leading_verb
from tasks.claims.types.misdeeds import misdeed_at, misdeed_verbs
from tasks.claims.types.of_war import holds_victims, is_fighting, is_outrage, is_wrong

_SHORT_NOT = re.compile(r"n['’]t\b")
_NO_FEWER = re.compile(
    r"\b(?:no|not) (?:fewer|less|more) than\b", re.IGNORECASE
)  # counts, and denies nothing
_TOKEN = re.compile(r"[\w’'-]+|[,;:.()–—]")
_BEHIND_PARTICIPLE = frozenset({"by", "in", "during", "when", "near", "there"})
_PARTICLES = frozenset({"out", "off", "up", "on"})
_FIGHTERS = frozenset(
    {"men", "fighters", "soldiers", "troops", "forces", "members", "militants", "guerrillas"}
)
_ATTACKERS = frozenset(
    {"assailants", "attackers", "gunmen", "bombers", "hijackers", "raiders", "terrorists", "militants"}
)
_CARRYING = frozenset({"carry", "carried", "carrying"})
_ONESELF = frozenset({"himself", "herself", "themselves", "itself"})
_THIRD = frozenset({"they", "he", "she", "it"})
_ON_US = (["us"], ["me"], ["our"], ["my"])
_BEFORE_FORM = BE | WILL
_NUMBERS = frozenset({"one", "two", "three", "four", "five", "six", "a", "few"})
_SEEMING = frozenset({"appear", "appeared", "appears", "seem", "seemed", "seems"})
_ONLY = frozenset({"only", "just"})


def deeds_of(content: str, names: frozenset[str] = frozenset(), *, opens: bool = False) -> tuple[Deed, ...]:
    """Return the harmful deeds of a content, in its order.

    Args:
        content: what is said.
        names: the first letters, by `stem`, of words by which the claimant's own side may be called; behind
            "the " those that call it so only with the article ("the group").
        opens: the content opens a sentence: its first word has a capital letter anyhow.
    """
    raw = _TOKEN.findall(_SHORT_NOT.sub(" not", _NO_FEWER.sub("about", content)))
    words = [token.lower() for token in raw]
    if opens and raw:
        raw[0] = words[0]
    harm, doing, deeds, infinitives = _harm(), type_words("doing"), _all_verbs(), _infinitives()
    found = []
    for i, word in enumerate(words):
        if word not in deeds or _is_harmless(words, i):
            continue
        if words[i - 2 : i] == ["not", "to"] and is_asked(words, i - 2):
            continue  # "hoping to talk them out of laying the mines"
        led = leading_verb(words, i) if word in infinitives else None
        if led is not None:
            deed = _deed_led_to(raw, words, i, led, names)
            if deed is not None:
                found.append(deed)
            continue
        if word in type_words("meaning") and words[i + 1 : i + 2] == ["to"]:
            continue  # "planned to attack the temple": the infinitive tells the deed
        alight = is_set_alight(words, i)
        is_harm = alight or word in harm or " ".join(words[i : i + 2]) in harm
        if not is_harm and word in type_words("harm_form") and i and words[i - 1] in _BEFORE_FORM:
            is_harm = True  # "would hang", "was starving"
        if is_harm or word in doing:
            deed = _deed_at(raw, words, i, names, is_harm=is_harm, alight=alight)
        elif word in misdeed_verbs():
            deed = misdeed_at(raw, words, i, names)
        else:
            continue
        if deed is not None:
            found.append(deed)
    return tuple(found)


@cache
def deed_words() -> frozenset[str]:
    """Return the first words of all deeds but misdeeds: content without either tells of none."""
    words = (word.split()[0] for name in ("harm", "doing") for word in type_words(name))
    return frozenset(words) | _infinitives()


@cache
def _all_verbs() -> frozenset[str]:
    return deed_words() | misdeed_verbs()


@cache
def _infinitives() -> frozenset[str]:
    return type_words("harm_form") | type_words("fate") | type_words("doing_form")


@cache
def _harm() -> frozenset[str]:
    return type_words("harm") - type_words("warfare")


def _is_harmless(words: Sequence[str], at: int) -> bool:
    """Tell whether a verb of deeds tells of none: "are carrying grenades", "had killed himself"."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    return behind in _ONESELF or (words[at] in _CARRYING and behind != "out")


def _deed_at(
    raw: Sequence[str],
    words: Sequence[str],
    at: int,
    names: frozenset[str],
    *,
    is_harm: bool,
    alight: bool = False,
) -> Deed | None:
    start = group_start(words, at)
    group = frozenset(words[start:at])
    seems = start > 0 and words[start - 1] in _SEEMING  # "did not appear to be targeting anybody"
    if seems or is_no_verb(words, at, group) or is_background(words, start):
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
    fights = not is_harm and is_fighting(words, before or (at, at) if passive else (at + 1, at + 7))
    if not is_harm and not passive and (by is None or fights):
        is_harm = True  # that a side strikes or attacks is war: it depends on whom
    if passive and holds(words, before, OF_OWN) and holds(words, before, _FIGHTERS):
        return None  # "twenty of their men were killed": what war does
    only = passive and _only_fighters(words, before)
    if passive and is_harm and not only and by is not None and holds(words, before, _ATTACKERS):
        return None  # "the gunmen were shot by the police" blames nobody
    denied = only or not group.isdisjoint(NOT) or holds(words, before, NOT, most=2)
    to_come = not group.isdisjoint(WILL)
    doer = doer_of(raw, words, by, names)
    if by is not None and words[by[0]] in _THIRD and words[at + 1 : at + 2] in _ON_US:
        doer = "other"  # "they have massacred us"
    return Deed(
        doer=doer,
        person=by is not None and words[by[0]] in ("he", "she", "i") and doer == "own",
        is_done=not denied and not to_come and group.isdisjoint(MAY),
        is_denied=denied,
        is_to_come=to_come,
        on_victims=only or alight or holds_victims(words, struck),
        is_named=not is_harm or (passive and by is not None),
        is_wrong=is_wrong(words, at, struck, by_hand=alight)
        or not (is_harm or fights)
        or words[at] in type_words("misdeed")
        or (passive and is_outrage(words, at)),
    )


def _only_fighters(words: Sequence[str], before: Part | None) -> bool:
    """Tell whether only armed people were struck ("only rebels were killed")."""
    named = holds(words, before, _ONLY, most=2) and holds(words, before, type_words("party"))
    return named and not (before is not None and _counts_few(words, before))


def _counts_few(words: Sequence[str], part: Part) -> bool:
    """Tell whether "only" counts ("only one policeman"), which says nothing of who was struck."""
    return any(word in _NUMBERS or word.isdigit() for word in words[part[0] : min(part[1], part[0] + 3)])


def _is_nobody(words: Sequence[str], part: Part) -> bool:
    return not type_words("nobody").isdisjoint(words[part[0] : part[1]])


def _deed_led_to(
    raw: Sequence[str], words: Sequence[str], at: int, led: tuple[int, Leading], names: frozenset[str]
) -> Deed | None:
    """Return the deed of an infinitive, done by who caused or meant it."""
    verb, how = led
    start = group_start(words, verb)
    group = frozenset(words[start:verb])
    if is_no_verb(words, verb, group) or is_background(words, start):
        return None
    behind = (at + 1, clause_end(words, at + 1))
    is_doing = words[at] in type_words("doing_form")
    if is_doing and not holds(words, head_end(words, _object(words, behind)), type_words("deed")):
        return None
    passive = not group.isdisjoint(BE) and not words[verb].endswith("ing")
    by = subject_of(words, start)  # in the passive as well: "they had been paid to plant the bomb"
    if passive and words[at] in type_words("fate"):
        by = by_whom(words, (verb + 1, at))  # "they had been left to die"
    denied = not group.isdisjoint(NOT) or holds(words, by, NOT, most=2)
    to_come = not group.isdisjoint(WILL)
    is_fate = words[at] in type_words("fate")
    on_victims = is_fate or holds_victims(words, behind)
    is_named = is_doing or is_fate or words[verb] in type_words("abetting")
    doer = doer_of(raw, words, by, names)
    if doer == "unnamed" and by is not None and not _is_nobody(words, by):
        doer = "kind"  # who lets others do harm is blamed, whoever he is
    return Deed(
        doer=doer,
        person=by is not None and words[by[0]] in ("he", "she", "i"),
        is_done=how == "caused" and not denied and not to_come and group.isdisjoint(MAY),
        is_denied=denied,
        is_to_come=how == "caused" and to_come,
        on_victims=on_victims,
        is_named=is_named,
        is_meant=how == "meant",
        is_wrong=on_victims or is_named,
    )


def _object(words: Sequence[str], part: Part | None) -> Part | None:
    """Return a part without the particle of its verb ("carried | out the attack")."""
    return (part[0] + 1, part[1]) if part and part[0] < len(words) and words[part[0]] in _PARTICLES else part

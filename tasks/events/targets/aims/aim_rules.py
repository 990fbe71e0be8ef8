"""Constructions that say at whom an event was aimed, beyond the plain object of a verb of violence.

- taken_from: "capturing the town from X", in battles
- captors: "X captured the town", "X attempted to seize it", "allowing X to take it", in battles: who attacks
- overthrown: "captured X", "to depose X", of a coup, a kidnapping, an assassination
- beside: "exploded a mine under a patrol of X", "fired at X", "threw a bomb into X"
- belonging: "the attackers, belonging to X", "the soldiers were from X": who did it
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from tasks.events.clauses.bodies_of_parts import whole_of
from tasks.events.clauses.who_acts import is_earlier
from tasks.events.found import Found, Words
from tasks.events.subject_verb import verb_of
from tasks.lexicons.construction_words import words
from tasks.model.order import END, START
from tasks.model.span import Span

_CAPTURES = words("captures")
_OVERTHROWS = words("overthrows")
_BESIDE = words("beside")
_HURLS = words("hurls")
_ATTACKERS = (
    words("attacker")
    | words("soldiers")
    | frozenset(
        (
            "gunmen",
            "militants",
            "bombers",
            "hostage-takers",
            "hijackers",
            "kidnappers",
            "assassins",
            "killers",
        )
    )
)
# Aimed at whoever is taken or overthrown, not at those who stand by: unlike a shooting.
_PERSONAL = re.compile(r"\b(?:coup|kidnapping|abduction|assassination|hostage)\b", re.IGNORECASE)
_BATTLE = re.compile(  # of forces, unlike a bombing
    r"\b(?:battle|offensive|siege|campaign|operation|assault|clashes|fighting|capture|raid)\b", re.IGNORECASE
)
_THOUGHT = frozenset(("thought", "believed", "suspected", "said", "reported", "alleged", "presumed"))
_NO_BODY = frozenset(
    ("by", "in", "at", "on", "not", "never", "shot", "against", "to", "with", "near", "into", "about", "seen",
     "after", "before", "then", "when", "who", "wearing", "able", "also")
)  # fmt: skip
_REACH = 14  # tokens
_LETS = frozenset(("allowing", "allowed", "enabling", "enabled", "permitting", "permitted"))
_TRIES = frozenset(("attempted", "tried", "sought", "managed", "began", "failed"))


@lru_cache(maxsize=1_000)  # asked with each sentence of an article
def _aims_of_title(title: str) -> tuple[bool, bool]:
    """Return whether a title is of a battle, and whether it is of what is done to a person."""
    return bool(_BATTLE.search(title)), bool(_PERSONAL.search(title))


def aims_of_sentence(words_: Words, title: str) -> list[Found]:
    """Return those whom a sentence shows as aimed at, and the bodies that it says the attackers were of."""
    if not words_.mentions:
        return []
    found = [*_beside(words_), *_belonging(words_)]
    is_battle, is_personal = _aims_of_title(title)
    if is_battle:
        found += [*_taken_from(words_), *_captors(words_)]
    if is_personal:
        found += _overthrown(words_)
    return sorted(found, key=lambda f: (f.span, f.role))


def _taken_from(words_: Words) -> Iterable[Found]:
    """Taken from: the actor behind "from" that follows a verb of capture."""
    tokens = words_.tokens
    for i in words_.sentence.places(_CAPTURES):
        for j in range(i + 1, min(i + _REACH, len(tokens) - 1)):
            if tokens[j].lower in (";", "while", "after", "before"):
                break
            if tokens[j].lower == "from":
                yield from _target(words_, j + 1, "taken_from")
                break


def _captors(words_: Words) -> Iterable[Found]:
    """Captors: the actor that takes, or tries to take, the place of a battle."""
    tokens = words_.tokens
    if _CAPTURES.isdisjoint(words_.sentence.words):
        return
    for span, actor in words_.mentions:
        last = bisect_left(tokens, span.end, key=END)
        verb = verb_of(words_.sentence, span) or _let(words_, span)
        before = tokens[last - 1].lower if last else ""
        if verb is None or is_earlier(tokens, verb) or before in ("by", "from", "against"):
            continue
        if tokens[verb].lower in _TRIES and verb + 2 < len(tokens) and tokens[verb + 1].lower == "to":
            verb += 2
        if tokens[verb].lower in _CAPTURES:
            yield Found(actor, "perpetrator", span, "captor", grade="captor")


def _let(words_: Words, span: Span) -> int | None:
    """Return the verb of "allowing X's forces to capture ...": what X was let do."""
    tokens = words_.tokens
    first = bisect_left(tokens, span.start, key=START)
    before = [t.lower for t in tokens[max(0, first - 2) : first]]
    if not _LETS & set(before):
        return None
    last = bisect_left(tokens, span.end, key=END)
    following = range(last + 1, min(last + 4, len(tokens) - 1))
    return next((k + 1 for k in following if tokens[k].lower == "to"), None)


def _overthrown(words_: Words) -> Iterable[Found]:
    """Overthrown: the actor that a verb of capture or removal has for its object."""
    for i in words_.sentence.places(_OVERTHROWS):
        yield from _target(words_, i + 1, "overthrown")


def _beside(words_: Words) -> Iterable[Found]:
    """Beside: the actor under, at or into whose own something was set off or thrown."""
    tokens = words_.tokens
    for i in words_.sentence.places(_HURLS):
        for j in range(i + 1, min(i + 8, len(tokens) - 1)):
            if tokens[j].kind == "punct":
                break
            if tokens[j].lower in _BESIDE:
                yield from _target(words_, j + 1, "beside")
                break


def _target(words_: Words, start: int, rule: str) -> Iterable[Found]:
    """Return the actor that a noun phrase beginning at a token ends with, or begins with."""
    tokens = words_.tokens
    for j in range(start, min(start + 4, len(tokens))):
        mention = words_.at(j)
        if mention is not None:
            yield Found(mention[1], "target", mention[0], rule, grade=rule)
            return
        if tokens[j].kind != "word" or tokens[j].lower in ("in", "at", "by", "to", "and", "for", "with"):
            return


def _belonging(words_: Words) -> Iterable[Found]:
    """Belonging: the body that the attackers, or the soldiers who did it, are said to be of."""
    tokens = words_.tokens
    for i in words_.sentence.places(_ATTACKERS):
        if i == 0 or tokens[i - 1].lower != "the":
            continue
        for j in range(i + 1, min(i + 24, len(tokens) - 2)):
            pair = (tokens[j].lower, tokens[j + 1].lower)
            thought = tokens[j + 1].lower in _THOUGHT and [t.lower for t in tokens[j + 2 : j + 4]] == [
                "to",
                "be",
            ]
            is_direct = pair[0] in ("were", "was") and j == i + 1 and _names_them(words_, j + 1 + 3 * thought)
            was_once = tokens[j - 1].lower in (
                "had",
                "once",
                "formerly",
                "previously",
            )  # of what he was before
            if is_direct or (not was_once and pair in (("belonging", "to"), ("belonged", "to"))):
                for k in range(j + 1 + (not is_direct) + 3 * thought, min(j + 11, len(tokens))):
                    mention = words_.at(k)
                    if mention is not None and not _owns(words_, mention[0]):
                        yield Found(
                            mention[1], "perpetrator", mention[0], "belonging", None, thought, "belonging"
                        )
                        whole = whole_of(words_, mention[0])
                        if whole is not None:
                            yield Found(
                                whole[1], "perpetrator", whole[0], "belonging", None, thought, "belonging"
                            )
                        break
                break


def _names_them(words_: Words, at: int) -> bool:
    """Whether what the attackers "were" is a body's people: "members of the X", "X militiamen", "from the X".

    Between the verb and the name stand no verb and no other preposition: not "were killed by X".
    """
    tokens = words_.tokens
    for k in range(at, min(at + 6, len(tokens))):
        mention = words_.at(k)
        if mention is not None:
            return k == at or tokens[k].start == mention[0].start
        token = tokens[k]
        is_past = token.lower.endswith("ed") and token.lower not in ("armed", "masked", "suspected")
        is_going_on = k == at and token.lower.endswith("ing")  # "were looking for X"
        if token.kind != "word" or token.text[:1].isupper() or token.lower in _NO_BODY:
            return False
        if is_past or is_going_on:
            return False
    return False


def _owns(words_: Words, span: Span) -> bool:
    """Whether a name has a possessive ending: who follows is meant ("X's Brigade")."""
    return any(t.start < span.end < t.end for t in words_.tokens)

"""A person with a name whom an attack was aimed at, as their own sentence says.

- fate: "X was assassinated", "X, a lawyer, was shot dead", "X was found stabbed"
- named as: "a boy, named by the police as X, was stabbed"

Who is one of the attackers is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.attackers.acting.by_means_or_word import is_attacker_before
from tasks.events.found import Found, Words
from tasks.events.subject_verb import is_passive, verb_of
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.document import Sentence, Token
from tasks.model.order import END, START
from tasks.model.span import Span

_FATES = words("suffers") - {"injured", "wounded", "tortured"} | {"ambushed", "attacked", "targeted"}
_FOUND_SO = words("suffers") | {"dead"}
_KILLED = words("suffers") | {"killing"}
_BE = words("be")
_NAMED = frozenset(("named", "identified"))
_SOME = frozenset(("people", "persons", "others", "passengers", "bystanders", "customers"))
_ALSO = frozenset(("also", "well"))
_REACH = 8  # tokens
_LOST = 5  # tokens of "whose 17-year-old elder daughter"


def singled_out(words_: Words, actors: ActorBook) -> list[Found]:
    """Return the persons whom a sentence singles out as those attacked, in text order."""
    tokens = words_.tokens
    if _FATES.isdisjoint(words_.sentence.words):
        return []
    found: list[Found] = []
    for span, key in words_.mentions:
        actor = actors.actors.get(key)
        if actor is None or actor.kind != "person" or is_attacker_before(tokens, span.start):
            continue
        if _is_counted(tokens, span) or _is_whose(tokens, span):
            continue  # "two people, X and Y, were killed"; "Z, whose daughter X was killed"
        if not _ALSO.isdisjoint(words_.sentence.words) and _is_also(tokens, span):
            continue  # "his driver, X, was killed as well"
        if found and _is_of_another(tokens, found[-1].span, span):
            continue
        if _is_struck(words_.sentence, span) or _is_one_of_them(tokens, span):
            found.append(Found(key, "target", span, "singled_out", grade="singled"))
    return found


def _is_counted(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name only tells who was among a number of people."""
    before = [t.lower for t in tokens if t.end <= span.start][-6:]
    return any(w in _SOME and before[i + 1] == "," for i, w in enumerate(before[:-1]))


def _is_whose(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name only tells whom somebody lost."""
    first = bisect_left(tokens, span.start, key=START)
    return any(t.lower == "whose" for t in tokens[max(0, first - _LOST) : first])


def _is_also(tokens: Sequence[Token], span: Span) -> bool:
    """Whether somebody was killed "as well", beside whom it was aimed at."""
    after = [t.lower for t in tokens if t.start >= span.end][:8]
    return "also" in after or "well" in after


def _is_of_another(tokens: Sequence[Token], first: Span, span: Span) -> bool:
    """Whether a name only says who the person before it was: "X, an opponent of the leader Y, was"."""
    between = [t.lower for t in tokens if first.end <= t.start and t.end <= span.start]
    return between[:1] == [","] and bool({"of", "to", "by", "for", "against"} & set(between[1:]))


def _is_struck(sentence: Sentence, span: Span) -> bool:
    tokens = sentence.tokens
    last = bisect_left(tokens, span.end, key=END)
    if last >= len(tokens):
        return False
    verb = verb_of(sentence, span)
    if verb is None and _is_named_as(tokens, span):
        verb = next((i for i in range(last, min(last + 4, len(tokens))) if tokens[i].lower in _BE), None)
    participle = is_passive(tokens, verb) if verb is not None else None
    if participle is None or any(t.lower == "among" for t in tokens[last:participle]):
        return False  # one of many that were killed is not whom it was aimed at
    if tokens[participle].lower == "found":
        return any(t.lower in _FOUND_SO for t in tokens[participle + 1 : participle + 3])
    return tokens[participle].lower in _FATES


def _is_one_of_them(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name explains who was killed: "killed one of them, 85-year-old priest X"."""
    first = bisect_left(tokens, span.start, key=START)
    before = [t.lower for t in tokens[max(0, first - _REACH) : first]]
    if "," not in before or _KILLED.isdisjoint(before):
        return False
    return "one" in before[: before.index(",")]


def _is_named_as(tokens: Sequence[Token], span: Span) -> bool:
    """Whether the name is what somebody was "named as" or "identified by the police as"."""
    first = bisect_left(tokens, span.start, key=START)
    if not first or tokens[first - 1].lower != "as":
        return False
    return any(t.lower in _NAMED for t in tokens[max(0, first - _REACH) : first])

"""Attackers whom a sentence lists by name: "the perpetrators were X, Y and Z, all members of the W"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Set

from tasks.events.found import Found, Words
from tasks.model.order import START

_MEMBERS = frozenset(("members", "militants", "activists", "fighters", "volunteers", "officers"))
_WHOLE = frozenset(("all", "both", "each"))
_ARTICLES = frozenset(("the", "a"))


def listed_attackers(words_: Words, plurals: Set[str]) -> Iterable[Found]:
    """Named: those that "the attackers were" lists by name, and the body whose members they all are."""
    tokens = words_.tokens
    if "were" not in words_.sentence.words or plurals.isdisjoint(words_.sentence.words):
        return
    for i in words_.sentence.places(plurals):
        if i + 3 >= len(tokens) or tokens[i + 1].lower != "were":
            continue
        is_alleged = not {"alleged", "suspected"}.isdisjoint(t.lower for t in tokens[max(0, i - 2) : i])
        at, number = i + 2, 0
        while at < len(tokens):
            mention = words_.at(at)
            if mention is None or mention[0].start != tokens[at].start or not tokens[at].text[:1].isupper():
                break
            at = bisect_left(tokens, mention[0].end, key=START)
            if at < len(tokens) and tokens[at].text in ("'s", "’s", "'", "’"):
                break
            number += 1
            yield Found(mention[1], "perpetrator", mention[0], "listed_attackers", None, is_alleged, "named")
            behind = [t.lower for t in tokens[at : at + 2]]
            step = 2 if behind == [",", "and"] else 1 if behind[:1] in ([","], ["and"]) else 0
            if not step:
                break
            at += step
        if number:
            yield from _body(words_, at, is_alleged=is_alleged)


def _body(words_: Words, at: int, *, is_alleged: bool) -> Iterable[Found]:
    """Yield the body behind "all members of"."""
    tokens = words_.tokens
    if at + 3 >= len(tokens) or tokens[at].lower not in _WHOLE or tokens[at + 1].lower not in _MEMBERS:
        return
    if tokens[at + 2].lower != "of":
        return
    mention = words_.at(at + 3 + (tokens[at + 3].lower in _ARTICLES))
    if mention is not None:
        yield Found(mention[1], "perpetrator", mention[0], "listed_attackers", None, is_alleged, "named")

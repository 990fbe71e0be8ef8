"""Whom a sentence says outright that an event was to hit.

- purpose: "to kill X", "to attack X"
- crashed: "crashed the plane into X", "to crash it into X"
- said: "the targets had been X and Y"; "the target was X, who was there together with Y": both
"""

from __future__ import annotations

from collections.abc import Iterable

from tasks.events.found import Found, Words
from tasks.lexicons.construction_words import words
from tasks.model.span import Span

INTENDED = words("intended")
_DEPOSES = words("deposes")
_WAS = frozenset(("was", "were", "been"))
CRASHED = "crashed"  # rule of what an aircraft was steered into
_STEERS = frozenset(("crash", "crashed", "crashing", "fly", "flew", "steer", "steered", "plunge", "plunged"))
_FLOWN = frozenset(("plane", "aircraft", "airliner", "jet", "airplane", "planes", "helicopter", "it"))
_NEAR = 5  # tokens of "crashed the hijacked plane into"
TARGETS = frozenset(("target", "targets"))


def said_targets(words_: Words) -> Iterable[Found]:
    """Said: the actor that "the target was" names, and who was together with them."""
    tokens = words_.tokens
    for i in words_.sentence.places(TARGETS):
        verb = next((j for j in range(i + 1, min(i + 6, len(tokens))) if tokens[j].lower in _WAS), None)
        mention = _behind(words_, verb) if verb is not None else None
        if mention is not None:
            yield Found(mention[1], "target", mention[0], "said_target", grade="aimed_at")
            joined = _joined(words_, mention[0].end)
            if joined is not None:
                yield Found(joined[1], "target", joined[0], "said_target", grade="aimed_at")
            beside = _companion(words_, mention[0].end)
            if beside is not None:
                yield Found(beside[1], "target", beside[0], "said_target", grade="aimed_at")


def crashed_into(words_: Words) -> Iterable[Found]:
    """Crashed: into what aircraft were steered that were no more than the means."""
    tokens = words_.tokens
    for i in words_.sentence.places(_STEERS):
        ends = range(i + 1, min(i + _NEAR, len(tokens) - 2))
        into = next((k for k in ends if tokens[k].lower == "into"), None)
        if into is None or not any(t.lower in _FLOWN for t in tokens[i + 1 : into]):
            continue
        mention = _behind(words_, into)
        if mention is not None:
            yield Found(mention[1], "target", mention[0], "crashed_into", grade=CRASHED)


def _behind(words_: Words, verb: int) -> tuple[Span, str] | None:
    """Return the actor right behind a verb, an article apart."""
    tokens = words_.tokens
    at = verb + 1
    while at < len(tokens) and tokens[at].lower in ("the", "both"):
        at += 1
    return words_.at(at) if at < len(tokens) else None


def _joined(words_: Words, after: int) -> tuple[Span, str] | None:
    """Return the actor that "and" joins to the one aimed at: "the target was X and Y"."""
    tokens = words_.tokens
    at = next((k for k, t in enumerate(tokens) if t.start >= after), len(tokens))
    if at + 1 >= len(tokens) or tokens[at].lower != "and":
        return None
    found = _behind(words_, at)
    end = None if found is None else next((k for k, t in enumerate(tokens) if t.start >= found[0].end), None)
    is_last = end is None or tokens[end].kind == "punct"
    return found if is_last else None  # not "the target was X and Y was hit as well"


def _companion(words_: Words, after: int) -> tuple[Span, str] | None:
    """Return who was "together with" the one aimed at: "X, who was there along with his deputy Y"."""
    tokens = words_.tokens
    for i, token in enumerate(tokens[:-1]):
        if token.start < after or token.lower not in ("together", "along") or tokens[i + 1].lower != "with":
            continue
        for j in range(i + 2, min(i + 7, len(tokens))):
            mention = words_.at(j)
            if mention is not None or tokens[j].text in (",", "("):
                return mention
    return None


def _ruler(words_: Words, mention: tuple[Span, str]) -> tuple[Span, str]:
    """Return whose the rule is that is to end: X of "to topple the rebel leadership of X"."""
    tokens = words_.tokens
    at = next((k for k, t in enumerate(tokens) if t.start >= mention[0].end), len(tokens))
    whose = words_.at(at + 1) if at + 1 < len(tokens) and tokens[at].lower == "of" else None
    return mention if whose is None else whose


def purposes(words_: Words) -> Iterable[Found]:
    """Purpose: the actor behind "to kill", "to attack" and the like."""
    tokens = words_.tokens
    for i in words_.sentence.places(INTENDED):
        if not 0 < i < len(tokens) - 1 or tokens[i - 1].lower != "to":
            continue
        is_rule = tokens[i].lower in _DEPOSES  # "to topple the regime of X"
        for j in range(i + 1, min(i + 7, len(tokens))):
            mention = words_.at(j)
            if mention is not None:
                span, actor = _ruler(words_, mention) if is_rule else mention
                yield Found(actor, "target", span, "purpose")
                break
            if tokens[j].kind == "punct" or tokens[j].lower in ("in", "at", "by"):
                break
            if tokens[j].lower == "of" and not is_rule:
                break

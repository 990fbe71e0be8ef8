"""Verbs of phase and of moving before a verb of violence: "continued shelling", "began to bombard"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from tasks.events.subject_verb import is_passive
from tasks.lexicons.construction_words import words
from tasks.lexicons.violence import verbs_that, words_of
from tasks.model.document import Token

_HITS = words("hit")
_BE = words("be") | {"been"}
GOING_ON = words_of(verbs_that(("attacks", "kills")), "gerund")
_STILL = frozenset(("still", "also", "now", "again"))
_VIOLENT = words("act") | words("hit") | {"killed", "fired", "opened"}
_SUFFERED = words("suffers") | _HITS
_BREAKS = frozenset(("who", "which", "that", "when", "while", "but", "was", "were"))
_SAME = frozenset(("they", "it"))
_BY = frozenset(("by", "from"))
_REACH = 16  # tokens
PHASE = frozenset(("continued", "began", "started", "resumed", "kept"))
INTENDS = frozenset(("decided", "planned", "plotted", "managed", "proceeded", "chose", "attempted", "tried"))
_PHASE_OR_INTENDS = PHASE | INTENDS


def led_to(tokens: Sequence[Token], verb: int, violent: Container[str]) -> int:
    """Return the verb that others lead to: "began to shell", "have been shelling", "drove there and shot"."""
    verb = going_on(tokens, told_verb(tokens, verb))
    if tokens[verb].lower in violent:
        return verb
    return intended_verb(tokens, second_verb(tokens, verb))


def told_verb(tokens: Sequence[Token], verb: int) -> int:
    """Return the verb that one of phase brings: "continued shelling", "began to bombard"."""
    if tokens[verb].lower not in PHASE:
        return verb
    at = verb + 1 + (verb + 1 < len(tokens) and tokens[verb + 1].lower == "to")
    return at if at < len(tokens) and is_hitting(tokens, at) else verb


def going_on(tokens: Sequence[Token], verb: int) -> int:
    """Return the verb of violence that somebody is at: "have been | shelling", itself for other verbs."""
    at = verb + 1
    if tokens[verb].lower not in _BE or at >= len(tokens):
        return verb
    at += at + 1 < len(tokens) and (tokens[at].lower.endswith("ly") or tokens[at].lower in _STILL)
    word = tokens[at].lower
    if word == "been" and at + 1 < len(tokens):
        return going_on(tokens, at)
    return at if word.endswith("ing") and is_at_it(tokens, at) else verb


def is_at_it(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the -ing form of a verb of violence behind a form of "be": "were shelling"."""
    word = tokens[at].lower
    if not word.endswith("ing") or at < 1:
        return False
    before = tokens[at - 1].lower
    if before not in _BE and not (at > 1 and tokens[at - 2].lower in _BE):
        return False
    stem = word.removesuffix("ing")
    return bool({f"{stem}ed", f"{stem}d", f"{stem}{stem[-1:]}ed"} & _HITS)


def second_verb(tokens: Sequence[Token], verb: int) -> int:
    """Return a verb of violence that "and" joins to one of moving: "drove to the village and shot X".

    The subject goes on as long as nothing but an adverb, or its pronoun, stands between "and" and the verb;
    what is joined to a passive of violence is one itself ("were shot and killed").
    """
    undergone = is_passive(tokens, verb)
    if undergone is not None and tokens[undergone].lower in _SUFFERED:
        return verb
    for i in range(verb + 1, min(verb + _REACH, len(tokens) - 1)):
        if tokens[i].text in (";", ":") or tokens[i].lower in _BREAKS:
            return verb
        if tokens[i].lower != "and":
            continue
        at = i + 1 + (tokens[i + 1].lower in _SAME and _is_of_subject(tokens, verb, i))
        at += at < len(tokens) and (tokens[at].lower.endswith("ly") or tokens[at].lower in ("then", "later"))
        if at < len(tokens) and tokens[at].lower in _VIOLENT and not tokens[at].lower.endswith("ing"):
            return at
    return verb


def _is_of_subject(tokens: Sequence[Token], verb: int, end: int) -> bool:
    """Whether a pronoun behind a clause means its subject: no agent of a passive stands in between."""
    return _BY.isdisjoint(t.lower for t in tokens[verb:end])


def intended_verb(tokens: Sequence[Token], verb: int) -> int:
    """Return the verb of violence that one of intending brings: "decided to attack X"."""
    if tokens[verb].lower not in INTENDS or verb + 2 >= len(tokens) or tokens[verb + 1].lower != "to":
        return verb
    return verb + 2 if is_hitting(tokens, verb + 2) else verb


def is_hitting(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the plain or the -ing form of a verb of violence, behind a verb of phase."""
    before = tokens[at - 1].lower if at > 0 else ""
    if before == "to":
        before = tokens[at - 2].lower if at > 1 else ""
    if before not in _PHASE_OR_INTENDS:  # nearly always
        return is_at_it(tokens, at)
    word = tokens[at].lower.removesuffix("ing")
    return bool({f"{word}ed", f"{word}d", f"{word}{word[-1:]}ed"} & _HITS)

"""Who broke up a crowd, or put down a rising: "the rally was dispersed by X", "to quell an uprising by X".

Read only where a sentence has both a word for people who gathered, or rose, and one for breaking up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.events.found import Found, Words
from tasks.events.subject_verb import verb_of
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.document import Token

_BREAKS_UP = words("breaks_up")
_CROWDS = words("crowd")
_PUTS_DOWN = frozenset(
    (
        "quell",
        "quelled",
        "quelling",
        "suppress",
        "suppressed",
        "suppressing",
        "crush",
        "crushed",
        "crushing",
        "down",
    )
)
_RISINGS = words("rising") | {"riot", "riots"}
_BREAKING_UP = _BREAKS_UP | {"disperse", "clear", "suppress", "crush", "quell"}
_TRIES = frozenset(("tried", "attempted", "began", "moved", "sought", "used"))
_REACH = 12  # tokens between a crowd and the verb, or a verb and the crowd


def crackdowns(words_: Words) -> list[Found]:
    """Return who broke up a crowd in a sentence."""
    here = words_.sentence.words
    if not words_.mentions or _BREAKING_UP.isdisjoint(here) or _CROWDS.isdisjoint(here):
        return []
    found = [*_agents(words_), *_subjects(words_)]
    return [*found, *_broken_up(words_)] if found else []


def _broken_up(words_: Words) -> Iterable[Found]:
    """Yield the people of the crowd, by the words that mention them."""
    for i in words_.sentence.places(_CROWDS):
        mention = words_.at(i)
        if mention is not None:
            yield Found(mention[1], "target", mention[0], "broken_up", grade="put_down")


def put_down(words_: Words, actors: ActorBook) -> list[Found]:
    """Return who put down a rising, and who rose: "X besieged the town to quell an uprising by Y"."""
    tokens = words_.tokens
    found: list[Found] = []
    for i in words_.sentence.places(_PUTS_DOWN):
        rising = next((k for k in range(i + 1, min(i + 5, len(tokens))) if tokens[k].lower in _RISINGS), None)
        if rising is None or rising + 2 >= len(tokens) or tokens[rising + 1].lower not in ("by", "of"):
            continue
        risen = next(
            (m for j in range(rising + 2, min(rising + 5, len(tokens))) if (m := words_.at(j))), None
        )
        acting = [
            m for m in words_.mentions if m[0].end <= tokens[i].start and verb_of(words_.sentence, m[0])
        ]
        acting = [m for m in acting if (a := actors.actors.get(m[1])) is not None and a.kind != "person"]
        if risen is not None:
            found.append(Found(risen[1], "target", risen[0], "put_down", grade="put_down"))
            found += [Found(a, "perpetrator", s, "put_down") for s, a in acting if a != risen[1]]
    return found


def _agents(words_: Words) -> Iterable[Found]:
    tokens = words_.tokens
    for i, token in enumerate(tokens[:-2]):
        if (
            token.lower not in _BREAKS_UP
            or tokens[i + 1].lower != "by"
            or not _has_crowd(tokens, i - _REACH, i)
        ):
            continue
        mention = next((m for j in range(i + 2, min(i + 6, len(tokens))) if (m := words_.at(j))), None)
        if mention is not None:
            yield Found(mention[1], "perpetrator", mention[0], "crackdown")


def _subjects(words_: Words) -> Iterable[Found]:
    tokens = words_.tokens
    for span, actor in words_.mentions:
        verb = verb_of(words_.sentence, span)
        if verb is not None and tokens[verb].lower in _TRIES and verb + 2 < len(tokens):
            verb += 2  # "tried to disperse"
        if verb is None or tokens[verb].lower not in _BREAKING_UP:
            continue
        is_active = not any(t.lower == "by" for t in tokens[verb + 1 : verb + 2])
        if is_active and _has_crowd(tokens, verb + 1, verb + _REACH):
            yield Found(actor, "perpetrator", span, "crackdown")


def _has_crowd(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(t.lower in _CROWDS for t in tokens[max(0, start) : max(0, end)])

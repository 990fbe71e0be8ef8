"""Who killed somebody by whom he fought: "was killed in a firefight with X", "died in clashes with X".

So does the moment at which somebody was killed: "was shot dead as X troops swept into the village".
"""

from __future__ import annotations

from collections.abc import Iterable

from tasks.events.clauses.who_acts import is_prepositional
from tasks.events.found import Found, Words
from tasks.events.subject_verb import verb_of
from tasks.lexicons.deeds import deeds
from tasks.model.actor import ActorBook
from tasks.model.document import Token

_DIED = frozenset(("killed", "died", "dead", "shot", "wounded", "injured", "death"))
_FIGHTS = deeds("fight")
_LAST = frozenset(noun.split()[-1] for noun in _FIGHTS)
_WITH = frozenset(("with", "against"))
_IN = frozenset(("in", "during"))
_ARMED = ("military", "armed_group")
_NEAR = 10  # tokens from the death to "in a firefight"
_NOUN = 5  # tokens of "in a brief gun battle"
_WHO = 5  # tokens from "with" to the name
_MOVES = frozenset(
    ("charged", "swept", "burst", "pushed", "moved", "poured", "rolled", "advanced", "forced", "blasted")
)
_INTO = frozenset(("into", "through"))
_MOMENT = frozenset(("as", "when", "after"))


def died_fighting(words_: Words, actors: ActorBook) -> Iterable[Found]:
    """Yield the force that a sentence says people died fighting, or that went in as they died."""
    if _DIED.isdisjoint(words_.sentence.words):
        return
    tokens = words_.tokens
    if not _WITH.isdisjoint(words_.sentence.words) and not _LAST.isdisjoint(words_.sentence.words):
        for i in words_.sentence.places(_WITH):
            if _is_of_fight(tokens, i):
                yield from _first(words_, i + 1, actors)
    if _MOVES.isdisjoint(words_.sentence.words):
        return
    for span, key in words_.mentions:
        verb = verb_of(words_.sentence, span)
        if verb is None or not _is_armed(key, actors) or is_prepositional(tokens, span):
            continue
        first = next(i for i, t in enumerate(tokens) if t.end > span.start)
        first -= first > 0 and tokens[first - 1].lower == "the"
        is_moment = first > 1 and tokens[first - 1].lower in _MOMENT
        ahead = [t.lower for t in tokens[max(0, first - _NEAR) : first]]
        goes_in = tokens[verb].lower in _MOVES and tokens[verb + 1 : verb + 2]
        if is_moment and goes_in and tokens[verb + 1].lower in _INTO and not _DIED.isdisjoint(ahead):
            yield Found(key, "perpetrator", span, "died_fighting")


def _is_of_fight(tokens: list[Token] | tuple[Token, ...], with_: int) -> bool:
    """Whether "killed in a firefight" stands before "with"."""
    if with_ < 3 or tokens[with_ - 1].lower not in _LAST:
        return False
    at = next((k for k in range(with_ - 2, max(0, with_ - 1 - _NOUN), -1) if tokens[k].lower in _IN), None)
    if at is None:
        return False
    ahead = tokens[max(0, at - _NEAR) : at]
    return any(t.lower in _DIED for t in ahead) and not any(t.text in (";", ":") for t in ahead)


def _first(words_: Words, at: int, actors: ActorBook) -> Iterable[Found]:
    for j in range(at, min(at + _WHO, len(words_.tokens))):
        mention = words_.at(j)
        if mention is not None:
            if _is_armed(mention[1], actors):
                yield Found(mention[1], "perpetrator", mention[0], "died_fighting")
            return
        if words_.tokens[j].kind == "punct":
            return


def _is_armed(key: str, actors: ActorBook) -> bool:
    actor = actors.actors.get(key)
    return actor is not None and actor.kind in _ARMED

"""Constructions that say who attacks and who is attacked where two forces fight, or one takes over.

- repelled: "X forces ... were repulsed by Y": X attacked, Y was attacked
- launched_against: "an operation launched by X, against Y"
- besieger: "X besieged Y", "X imposed a siege on Y"; seizer: "soldiers of X took over the radio"
- in_killing: "X guerrillas seized the town, killing 119 civilians"

All of them count where nothing says so more clearly, but for launched_against, which is clear.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from tasks.events.fights.background import goes_on_relative
from tasks.events.found import Found, Words
from tasks.events.subject_verb import is_verb, verb_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed, deeds
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.once import OncePerWord
from tasks.model.actor import ActorBook
from tasks.model.document import Token
from tasks.model.span import Span

_CAPTURES = words("captures")
_HELD = late_pattern(r"(?P<who>[\w’'-]+?)-(?:held|controlled|occupied)")
_ARE_HELD = OncePerWord(lambda word: _HELD.fullmatch(word) is not None)
_ATTACKS = deeds("attack") | {"offensive", "advance"}
_RETAKES = frozenset(("recapture", "recaptured", "retake", "retook", "retaking", "liberate", "liberated"))
_OFFICES = frozenset(("commander", "commanders", "leader", "leaders", "head", "chief", "member", "members"))
_FAR = 8  # tokens of what describes a force before its name
_REPELS = frozenset(("repelled", "repulsed", "defeated"))
_BESIEGES = frozenset(("besieged", "encircled", "surrounded", "blockaded"))
_TRIES = frozenset(("attempted", "tried", "sought", "began", "managed"))
_TAKES_OVER = frozenset(
    ("deposed", "overthrew", "ousted", "toppled", "overthrow", "depose", "oust", "topple", "stage")
)
_REDUCED = words("reduced_participle")
_ENTERS = frozenset(("entered", "stormed", "invaded"))
_TAKES = frozenset(("took", "take"))
# A sentence without one of them tells of nobody who took something, or failed to.
_CAPTOR_NEEDS = _REPELS | _BESIEGES | _TAKES_OVER | _CAPTURES | _ENTERS | _TAKES | {"siege"}
_AFTER_REDUCED = frozenset(("by", "with", "in", "at", "near", "there", "to"))
_LAUNCHED = frozenset(("launched", "conducted", "mounted", "waged", "carried", "staged", "led", "executed"))
_AGAINST, _BE = frozenset(("against",)), words("be")
_SEIZING = late_pattern(rf"\b{deed('rising')}\b", re.IGNORECASE)
_FIGHTING = late_pattern(  # both sides fight, unlike in a bombing
    rf"\b(?:{deed('fight')}|siege|offensive|campaign|invasion|standoff|operation)\b", re.IGNORECASE
)
_WHERE = frozenset(("in", "at", "on", "near", "by", "from", "with", "for", "of", "to"))
_REACH = 18  # tokens between a name and the verb behind what describes it
_NEAR = 5  # tokens


@lru_cache(maxsize=1_000)  # asked with each sentence of an article
def tells_fight(title: str) -> bool:
    """Return whether a title is of a fight."""
    return _FIGHTING.search(title) is not None


@lru_cache(maxsize=1_000)
def _is_coup(title: str) -> bool:
    return _SEIZING.search(title) is not None


def battle_parties(words_: Words, title: str) -> list[Found]:
    """Return the parties that these constructions name in a sentence."""
    if not words_.mentions:
        return []
    found = [*_launched_against(words_), *_withstood(words_), *_beset(words_)]
    is_fight, is_coup = tells_fight(title), _is_coup(title)
    if not is_fight and not is_coup and "killing" not in words_.sentence.words:
        return found
    if _CAPTOR_NEEDS.isdisjoint(words_.sentence.words):
        return found
    for span, actor in words_.mentions:
        verb = _acting_verb(words_, span)
        if verb is None:
            continue
        if is_fight:
            found += _repelled(words_, verb, Found(actor, "perpetrator", span, "took_place", grade="captor"))
        enters = is_fight and _enters(words_.tokens, verb, title)
        if enters or _seizes(words_.tokens, verb, is_coup=is_coup, is_fight=is_fight):
            found.append(Found(actor, "perpetrator", span, "took_place", grade="captor"))
            found += _besieged(words_, verb, actor) if is_fight else ()
    return found


def held_by(words_: Words, actors: ActorBook, title: str) -> list[Found]:
    """Return who holds what a battle is for: "to capture the rebel-held town"."""
    if not tells_fight(title):
        return []
    found = []
    for at in words_.sentence.places(_ARE_HELD.among(words_.sentence.words)):
        token = words_.tokens[at]
        if (held := _HELD.fullmatch(token.lower)) is None:
            continue
        names = (held["who"], held["who"] + "s")
        for actor in actors.actors.values():
            if any(name.casefold() in names for name in (actor.name, *actor.aliases)):
                span = Span(token.start, token.start + len(held["who"]))
                found.append(Found(actor.key, "target", span, "held_place", grade="second_side"))
                break
    return found


def _acting_verb(words_: Words, span: Span) -> int | None:
    """Return the verb of which a name is the subject, over what only describes it ("X, led by A, ...")."""
    tokens = words_.tokens
    last = min(bisect_left(tokens, span.end, key=lambda t: t.end), len(tokens) - 1)
    first = bisect_left(tokens, span.start, key=lambda t: t.start)
    before = [t.lower for t in tokens[max(0, first - _NEAR - 2) : first]]
    if before and before[-1] in ("by", "against", "on", "near", "with", "under"):
        return None
    if (
        before
        and before[-1] == "the"
        and before[-2:-1] == ["of"]
        and before[-3:-2]
        and before[-3] in _OFFICES
    ):
        return None  # "commander of the X, took": he did
    if any(a in _REDUCED and b in ("by", "to", "with") for a, b in pairwise(before)):  # "led by A and B"
        return None
    verb = _reduced(tokens, last)
    verb = verb_of(words_.sentence, span) if verb is None else verb
    for _ in range(3):
        if verb is None or tokens[verb].lower not in _REDUCED:
            break
        if verb + 1 < len(tokens) and tokens[verb + 1].lower not in _AFTER_REDUCED:
            break
        verb = next((i for i in range(verb + 1, min(verb + _REACH, len(tokens))) if is_verb(tokens[i])), None)
    if verb is not None and tokens[verb].lower in ("had", "have", "has"):
        verb += 1
        while verb < len(tokens) and tokens[verb].lower.endswith("ly"):
            verb += 1
    return verb if verb is not None and verb < len(tokens) else None


def _reduced(tokens: Sequence[Token], last: int) -> int | None:
    """Return the participle that begins what describes a name ("X, led by A")."""
    at = last + 1
    while at < len(tokens) and at - last < _NEAR and (tokens[at].text in ",()" or _is_acronym(tokens, at)):
        at += 1
    return at if at < len(tokens) and tokens[at].lower in _REDUCED else None


def _is_acronym(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and at > 0 and tokens[at - 1].text == "(" and tokens[at].text.isupper()


def _besieged(words_: Words, verb: int, acting: str) -> Iterable[Found]:
    """Besieged: the object of a verb of besieging: "encircled and destroyed two X regiments"."""
    tokens = words_.tokens
    if tokens[verb].lower not in _BESIEGES:
        return
    for i in range(verb + 1, min(verb + _FAR, len(tokens))):
        mention = words_.at(i)
        if mention is not None:
            if mention[1] != acting:
                yield Found(mention[1], "target", mention[0], "besieged", grade="second_side")
            return
        if tokens[i].kind == "punct" or tokens[i].lower in _WHERE:
            return


def _repelled(words_: Words, verb: int, acting: Found) -> Iterable[Found]:
    """Repelled: the subject of a passive of repelling attacked, the agent was attacked."""
    tokens = words_.tokens
    for i in range(verb, min(verb + _REACH, len(tokens) - 2)):
        if tokens[i].text == ";" or (i > verb and tokens[i].lower in ("while", "after")):
            return
        if tokens[i].lower in _REPELS and tokens[i - 1].lower in _BE:
            by = next((j for j in range(i + 1, min(i + 4, len(tokens))) if tokens[j].lower == "by"), None)
            mention = _first(words_, by + 1) if by is not None else None
            if mention is not None and mention[1] != acting.actor:
                yield acting
                yield Found(mention[1], "target", mention[0], "repelled", grade="second_side")
            return


def _withstood(words_: Words) -> Iterable[Found]:
    """Withstood: the actor by whom an attack was repelled was attacked."""
    tokens = words_.tokens
    if _REPELS.isdisjoint(words_.sentence.words):
        return
    for i in range(2, len(tokens) - 2):
        if tokens[i].lower not in _REPELS or tokens[i + 1].lower != "by":
            continue
        before = {t.lower for t in tokens[max(0, i - 4) : i]}
        mention = _first(words_, i + 2, _FAR) if _BE & before and _ATTACKS & before else None
        if mention is not None:
            yield Found(mention[1], "target", mention[0], "withstood", grade="second_side")


def _beset(words_: Words) -> Iterable[Found]:
    """Beset: "troops and security forces were besieged by Y": Y attacked those before the verb."""
    tokens = words_.tokens
    if _BESIEGES.isdisjoint(words_.sentence.words) or "by" not in words_.sentence.words:
        return
    for i in range(2, len(tokens) - 2):
        if tokens[i].lower not in _BESIEGES or tokens[i - 1].lower not in _BE:
            continue
        by = None if goes_on_relative(tokens, i - 1) else _agent_of(tokens, i)
        agent = _first(words_, by + 1) if by is not None else None
        if agent is None:
            continue
        yield Found(agent[1], "perpetrator", agent[0], "beset", grade="agent")
        at = i - 2
        while at >= 0 and i - at < _REACH and not (is_verb(tokens[at]) or tokens[at].text in (",", ";")):
            mention = words_.at(at)
            if mention is not None:
                yield Found(mention[1], "target", mention[0], "beset")
                while at >= 0 and tokens[at].start >= mention[0].start:
                    at -= 1
                continue
            at -= 1


def _agent_of(tokens: Sequence[Token], verb: int) -> int | None:
    """Return the "by" behind a passive, over the place: "was besieged at the base near X by Y"."""
    for i in range(verb + 1, min(verb + _REACH, len(tokens) - 1)):
        if tokens[i].lower == "by":
            return i
        if tokens[i].text in (",", ";") or is_verb(tokens[i]):
            return None
    return None


def _first(words_: Words, at: int, reach: int = 4) -> tuple[Span, str] | None:
    for j in range(at, min(at + reach, len(words_.tokens))):
        mention = words_.at(j)
        if mention is not None:
            return mention
    return None


def _seizes(tokens: Sequence[Token], verb: int, *, is_coup: bool, is_fight: bool) -> bool:
    """Whether a verb says that its subject besieges, takes over, or kills in taking something."""
    at = verb
    if tokens[at].lower in _TRIES and at + 2 < len(tokens) and tokens[at + 1].lower == "to":
        at += 2
    word = tokens[at].lower
    if is_fight and (word in _BESIEGES or _lays_siege(tokens, at)):
        return True
    if is_coup and word in _RETAKES:  # those who put it down
        return False
    if is_coup and (word in _TAKES_OVER or word in _CAPTURES or _takes_over(tokens, at)):
        return True
    return (word in _CAPTURES or word in ("entered", "stormed")) and _kills(tokens, at)


def _enters(tokens: Sequence[Token], at: int, title: str) -> bool:
    """Whether a verb says that its subject entered, or stormed, the place of the title."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].lower in _ENTERS and following[:1].isupper() and following in title


def _lays_siege(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower in ("imposed", "laid", "responded") and any(
        t.lower == "siege" for t in tokens[at + 1 : at + 6]
    )


def _takes_over(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower in _TAKES and following in ("over", "control")


def _kills(tokens: Sequence[Token], at: int) -> bool:
    """Whether ", killing" or "in the process killing" follows in the clause."""
    for i in range(at + 1, len(tokens)):
        if tokens[i].text == ";" or tokens[i].lower in ("while", "but"):
            return False
        if tokens[i].lower == "killing" and tokens[i - 1].lower in (",", "process"):
            return True
    return False


def _launched_against(words_: Words) -> Iterable[Found]:
    """Launched against: the actor behind ", against" that follows the agent of a deed."""
    tokens = words_.tokens
    if "by" not in words_.sentence.words:
        return
    for i in words_.sentence.places(_AGAINST):
        if i < 2 or tokens[i - 1].text != ",":
            continue
        by = next((j for j in range(i - 2, max(0, i - _REACH), -1) if tokens[j].lower == "by"), None)
        mention = _first(words_, i + 1)
        if by is None or mention is None or not any(t.lower in _LAUNCHED for t in tokens[:by]):
            continue
        agent = _first(words_, by + 1)
        if agent is not None:
            yield Found(agent[1], "perpetrator", agent[0], "launched_against", grade="agent")
        yield Found(mention[1], "target", mention[0], "launched_against")

"""Who attacks and who withstands in a sentence about a fight: signs of the initiative and whose they are.

- subject: "X advanced", "X tried to capture"; "X withstood"; passive: "X were besieged", "X were repulsed"
- whose: "the X offensive", "X attacks"; "the X defenders", "X positions"
- described: "assaulting X forces", "the besieged X"
- agent: "an attack by X", "was launched by X"; "was defended by X", "was repelled by X"
- object: "attacked X", "an offensive against X", "captured ... from X", "the siege of X forces"
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tasks.actors.known.countries import countries
from tasks.events.fights.agent_ahead import is_agent
from tasks.events.fights.name_signs import (
    FORCES,
    NAME_SIGNS,
    names_offensive,
    signs_before,
    signs_behind,
    signs_beside,
)
from tasks.events.fights.setting import is_setting, tells_earlier_taking
from tasks.events.fights.verb_signs import OFFENSIVE, VERB_SIGNS, behind_relative, of_verb, shows_flag
from tasks.events.found import Words
from tasks.events.subject_verb import is_source, is_verb, verb_of
from tasks.lexicons.construction_words import words
from tasks.model.document import Token, lowered
from tasks.model.order import END, START
from tasks.model.span import Span

_RETAKES = frozenset(
    ("recapture", "recaptured", "recapturing", "retake", "retaking", "retook", "regain", "regained")
)
_HELPED = frozenset(
    (
        "support",
        "help",
        "aid",
        "assistance",
        "backing",
        "supported",
        "backed",
        "aided",
        "helped",
        "assisted",
        "together",
        "along",
    )
)
_MEMBERS = words("members")
_OF_WHOM = (["of"], ["of", "the"], ["from"], ["from", "the"])
# A sentence without one of them has no sign.
_NEEDED = VERB_SIGNS | NAME_SIGNS
_LISTED = frozenset((",", "and"))
_NO_LIST = words("complement_preposition") | words("in_preposition") | words("clause_end") | words("be")
_ARTICLES = frozenset(("the", "a", "an"))
_BEGINS = frozenset(("when", "as", "that", ";"))
_MOST_BETWEEN = 5  # tokens between two of a list: ", and local resistance"
_OWNED = 5  # tokens of "X's Security Belt forces"
_NEAR = 4  # tokens of a verb


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign of the initiative.

    Attributes:
        span: the words for whose it is.
        actor: the actor that they mention, None for an adjective that mentions none ("the X offensive").
        country: the country's name, of an adjective.
        attacks: whether they attack; else they withstand.
        retakes: whether they only take back what was lost, which both sides do.
        is_setting: whether it is only told of the war in which it happened: "during the X invasion of Y".
    """

    span: Span
    actor: str | None
    country: str | None
    attacks: bool
    retakes: bool = False
    is_setting: bool = False


def signals(words_: Words) -> list[Signal]:
    """Return the signs of the initiative in a sentence, in text order."""
    found: list[Signal] = []
    if _NEEDED.isdisjoint(words_.sentence.words):
        return found
    names = _names(words_)
    for n, (span, actor, country) in enumerate(names):
        attacks = None if is_source(words_.tokens, span) else next(_signs(words_, span), None)
        whole = names[n + 1] if n + 1 < len(names) else None
        if attacks is not None and whole is not None and _are_men_of(words_, span, whole[0]):
            span, actor, country = whole  # "fighters of X stormed": X did
        before = found[-1] if found else None
        if (
            attacks is None
            and before is not None
            and actor is not None
            and _is_joined(words_, before.span, span)
        ):
            attacks = before.attacks
        elif attacks is not None and n and (before is None or before.span != names[n - 1][0]):
            found += _listed_before(words_, names[:n], span, attacks)
        if attacks and _had_taken(words_, span):
            attacks = False  # who had taken a place before the fight held it
        if attacks is not None:
            setting = is_setting(words_.tokens, span)
            found.append(Signal(span, actor, country, attacks, _retakes(words_, span), setting))
    return found


def _verb_of_force(tokens: Sequence[Token], owner: int) -> int | None:
    """Return the verb whose subject is a force of who owns it: "X's border troops launched"."""
    for i in range(owner + 1, min(owner + _OWNED, len(tokens) - 1)):
        if tokens[i].lower in FORCES:
            return i + 1 if is_verb(tokens[i + 1]) else None
    return None


def _listed_before(
    words_: Words, names: Sequence[tuple[Span, str | None, str | None]], span: Span, attacks: bool
) -> list[Signal]:
    """Return the signs of those who begin a list that ends in a subject: "X, Y and Z besieged"."""
    verb = verb_of(words_.sentence, span)
    if verb is None or next(of_verb(words_.tokens, verb), None) is not attacks:
        return []
    found: list[Signal] = []
    for one, actor, country in reversed(names):
        joint = _between(words_, one, span)
        if _LISTED.isdisjoint(joint) or len(joint) > _MOST_BETWEEN or not _NO_LIST.isdisjoint(joint):
            break
        if not found and "and" not in joint:
            break  # "according to X, Y crossed"
        found.insert(0, Signal(one, actor, country, attacks))
        span = one
    start = bisect_left(words_.tokens, span.start, key=START)
    ahead = [w for w in words_.sentence.lower[max(0, start - 2) : start] if w not in _ARTICLES]
    return found if not ahead or ahead[-1] in _BEGINS else []


def _between(words_: Words, one: Span, other: Span) -> list[str]:
    """Return the words between two names in lower case."""
    return [t.lower for t in words_.tokens if one.end <= t.start < other.start]


def _are_men_of(words_: Words, one: Span, whole: Span) -> bool:
    """Whether a common noun for men stands right before "of" and whose men they are: "fighters of X"."""
    inside = [t for t in words_.tokens if one.start <= t.start < whole.start]
    last = [t.lower for t in inside if t.start < one.end][-1:]
    between = [t.lower for t in inside if t.start >= one.end]
    return between in _OF_WHOM and last[0] in _MEMBERS and inside[0].text.islower()


def _is_joined(words_: Words, one: Span, other: Span) -> bool:
    """Whether only "and" and an acronym in brackets stand between two names."""
    inside = [t for t in words_.tokens if one.end <= t.start < other.start]
    rest = [
        t
        for t in inside
        if t.lower not in ("and", "the", ",") and t.text not in "()" and not t.text.isupper()
    ]
    return not rest and any(t.lower == "and" for t in inside)


def _retakes(words_: Words, span: Span) -> bool:
    verb = verb_of(words_.sentence, span)
    return verb is not None and not _RETAKES.isdisjoint(t.lower for t in words_.tokens[verb : verb + _NEAR])


def _had_taken(words_: Words, span: Span) -> bool:
    verb = verb_of(words_.sentence, span)
    return verb is not None and tells_earlier_taking(words_.tokens, verb)


def _names(words_: Words) -> list[tuple[Span, str | None, str | None]]:
    """Return the mentions of a sentence, and the adjectives of countries outside of them."""
    found: list[tuple[Span, str | None, str | None]] = [(s, a, None) for s, a in words_.mentions]
    tokens = words_.tokens
    adjectives = countries().adjectives
    for i in words_.sentence.places(_adjectives()):
        token = tokens[i]
        country = adjectives.get(token.text)
        is_name = i + 1 < len(tokens) and tokens[i + 1].text[:1].isupper()
        if country is None or (is_name and not names_offensive(tokens, i + 1)):
            continue  # "the English Channel", "the Norland War"
        if token.text[:1].isupper() and not any(s.start <= token.start < s.end for s, _ in words_.mentions):
            found.append((Span(token.start, token.end), None, country.name))
    if len(found) > 1:
        found.sort(key=lambda f: (f[0].start, f[0].end))
    return found


@cache
def _adjectives() -> frozenset[str]:
    """Return the adjectives of countries in lower case."""
    return frozenset(map(lowered, countries().adjectives))


def _signs(words_: Words, span: Span) -> Iterator[bool]:
    """Yield what the words around a name say: that it attacks (True) or that it withstands (False)."""
    tokens = words_.tokens
    first = bisect_left(tokens, span.start, key=START)
    last = min(bisect_left(tokens, span.end, key=END), len(tokens) - 1)
    yield from signs_before(tokens, first)
    yield from signs_beside(tokens, first, last)
    if shows_flag(tokens, first, last):
        yield True
    if " ".join(t.text for t in tokens[first : last + 1]) not in countries().names:  # "the Normandy landings"
        yield from signs_behind(tokens, last)
    if first > 1 and tokens[first - 1].lower in ("from", "by", "with") and tokens[first - 2].lower in _HELPED:
        return  # "with support from X, captured"
    if first > 1 and tokens[first - 1].lower in ("of", "on") and tokens[first - 2].lower in OFFENSIVE:
        return  # "on the day of the invasion of X, Y attacked"
    if first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in ("pursuit", "search"):
        return  # "in pursuit of X, Y crossed the border"
    verb = verb_of(words_.sentence, span)
    if verb is None and tokens[last].end > span.end:
        verb = _verb_of_force(tokens, last)
    if verb is not None and not is_agent(tokens, first, last):
        yield from of_verb(tokens, verb)
        behind = behind_relative(tokens, last)
        if behind is not None:
            yield from of_verb(tokens, behind)

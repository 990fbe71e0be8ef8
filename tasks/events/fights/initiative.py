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
from tasks.events.fights.setting import is_setting
from tasks.events.fights.verb_signs import (
    ADVANCES,
    BESET,
    CAPTURES,
    FIRES,
    OFFENSIVE,
    REPELS,
    TAKES,
    WITHSTANDS,
    behind_relative,
    of_verb,
    shows_flag,
)
from tasks.events.found import Words
from tasks.events.subject_verb import is_source, is_verb, verb_of
from tasks.lexicons.construction_words import words
from tasks.model.document import Token, lowered
from tasks.model.order import END, START
from tasks.model.span import Span

_RETAKES = frozenset(
    ("recapture", "recaptured", "recapturing", "retake", "retaking", "retook", "regain", "regained")
)
_DEFENSIVE = words("defensive_noun")
_ASSAILING = words("assailing")
_DEFENDS = REPELS | {"defended", "held", "garrisoned", "occupied", "controlled"}
_DRIVES = frozenset(
    ("forced", "forcing", "drove", "driving", "expelled", "ousted", "routed", "dislodged", "expelling")
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
_DOES = frozenset(("launched", "mounted", "conducted", "carried", "led", "undertaken", "initiated", "begun"))
_STARTS = ADVANCES | _DOES
_RISINGS = words("rising")
_MEMBERS = words("members")
_OF_WHOM = (["of"], ["of", "the"], ["from"], ["from", "the"])
_NOT_DONE = REPELS | words("judges")  # "the raid was condemned by X"
_ARTICLES = frozenset(("the", "a", "an", "two", "several", "many", "local", "some"))
# A sentence without one of them has no sign.
_NEEDED = (
    (ADVANCES | WITHSTANDS | OFFENSIVE | _DEFENSIVE | _ASSAILING | BESET | REPELS | _DEFENDS)
    | (_DOES | TAKES | _DRIVES | FIRES)
    | {"siege", "encirclement"}
)
_ENDS = (
    words("clause_end") | words("complement_preposition") | words("in_preposition") | {"and", "or", "to", "a"}
)
_LAUNCHES = frozenset(("launched", "launching"))
_ADVANCES_ON = ADVANCES - CAPTURES - _LAUNCHES - {"landed", "landing"}  # troops that one lands
_DATING = words("date_word") | {"in", "on", "early", "late", "mid", ",", "primarily", "mainly"}
_MOSTLY = frozenset(("mainly", "mostly", "primarily", "chiefly", "including"))
_SIDES = frozenset(("attackers", "defenders", "besiegers", "raiders", "invaders", "assailants"))
_TAKEN = CAPTURES | {"take", "took", "taking"}
_MEN = 7  # tokens between "by" and the name of whose men they were
_NEAR = 4  # tokens between a name and the noun that it owns, or the verb whose object it is
_FAR = 12  # tokens between a verb of capture and "from"


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
        if attacks is not None:
            setting = is_setting(words_.tokens, span)
            found.append(Signal(span, actor, country, attacks, _retakes(words_, span), setting))
    return found


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


def _names(words_: Words) -> list[tuple[Span, str | None, str | None]]:
    """Return the mentions of a sentence, and the adjectives of countries outside of them."""
    found: list[tuple[Span, str | None, str | None]] = [(s, a, None) for s, a in words_.mentions]
    tokens = words_.tokens
    adjectives = countries().adjectives
    for i in words_.sentence.places(_adjectives()):
        token = tokens[i]
        country = adjectives.get(token.text)
        if country is None or (i + 1 < len(tokens) and tokens[i + 1].text[:1].isupper()):
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
    yield from _before(tokens, first)
    if shows_flag(tokens, first, last):
        yield True
    if " ".join(t.text for t in tokens[first : last + 1]) not in countries().names:  # "the Normandy landings"
        yield from _behind(tokens, last)
    if first > 1 and tokens[first - 1].lower in ("from", "by", "with") and tokens[first - 2].lower in _HELPED:
        return  # "with support from X, captured"
    if first > 1 and tokens[first - 1].lower in ("of", "on") and tokens[first - 2].lower in OFFENSIVE:
        return  # "on the day of the invasion of X, Y attacked"
    verb = verb_of(words_.sentence, span)
    if verb is not None and not is_agent(tokens, first, last):
        yield from of_verb(tokens, verb)
        behind = behind_relative(tokens, last)
        if behind is not None:
            yield from of_verb(tokens, behind)


def _before(tokens: Sequence[Token], first: int) -> Iterator[bool]:
    """Yield what the words before a name say of it."""
    at = first - 1
    while at >= 0 and tokens[at].lower in _ARTICLES:
        at -= 1
    if at < 0:
        return
    apposed = at - (tokens[at].lower in _MOSTLY)
    if apposed > 0 and tokens[apposed].text == "," and tokens[apposed - 1].lower in _SIDES:
        yield tokens[apposed - 1].lower != "defenders"
    word = tokens[at].lower
    before = [t.lower for t in tokens[max(0, at - _NEAR) : at]]
    if word in _ASSAILING and before[-1:] and before[-1] in ("between", "and", "the", "of", "by"):
        yield True
    elif word == "by" and before:
        done = _done_before(tokens, at)
        if done in _DEFENDS:
            yield False
        elif done in _STARTS or (OFFENSIVE & set(before) and done not in _NOT_DONE):
            yield True
    elif _is_object(tokens, first, at):
        yield False
    elif word == "of":
        yield from _of_men(tokens, at)


def _of_men(tokens: Sequence[Token], of: int) -> Iterator[bool]:
    """Yield what "held by thirteen guards of" says of who stands behind it."""
    if "from" in (tokens[of - 2].lower, tokens[of - 3].lower) and of > _NEAR:
        taken = {t.lower for t in tokens[max(0, of - _FAR) : of - 2]}
        if not _TAKEN.isdisjoint(taken):  # "take the crossing from the forces of X"
            yield False
            return
    by = next((i for i in range(of - 1, max(0, of - _MEN), -1) if tokens[i].lower == "by"), None)
    if by is None or any(t.text == "," or is_verb(t) for t in tokens[by + 1 : of]):
        return
    if any(t.text.endswith(("'s", "’s")) for t in tokens[of + 1 : of + _NEAR]):
        return  # "by men of X's Y": of Y
    done = _done_before(tokens, by)
    if done in _DEFENDS or done in _STARTS:
        yield done in _STARTS


def _done_before(tokens: Sequence[Token], by: int) -> str:
    """Return the word that "by" goes with, a date and an adverb apart: "launched in early May 2013 by"."""
    at = by - 1
    while at > 0 and (
        tokens[at].kind == "number" or tokens[at].lower in _DATING or tokens[at].lower.endswith("ly")
    ):
        at -= 1
    return tokens[at].lower


def _is_object(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether the word at `at` before a name says that it is attacked, or beset."""
    word = tokens[at].lower
    before = [t.lower for t in tokens[max(0, at - _NEAR) : at]]
    if word in ("against", "on"):
        return bool(OFFENSIVE & set(before))
    if word == "of":  # "the siege of Karvel" is of a place
        is_force = at < first - 1 or not tokens[first].text[:1].isupper()
        return is_force and bool(before) and before[-1] in ("siege", "encirclement")
    if word == "from":
        return bool(CAPTURES & {t.lower for t in tokens[max(0, at - _FAR) : at]})
    if word in BESET or word in _DRIVES:
        return True
    return word in _ADVANCES_ON and word.endswith(("ed", "ing"))


def _behind(tokens: Sequence[Token], last: int) -> Iterator[bool]:
    """Yield what the noun that a name stands before, or owns, says of it."""
    for i in range(last + 1, min(last + _NEAR, len(tokens))):
        word = tokens[i].lower
        if word in _DEFENSIVE:
            yield False
            return
        if word in OFFENSIVE:
            if tokens[i - 1].lower in _RISINGS:  # "the Danish coup attempt": where, not whose
                return
            is_object = i + 1 < len(tokens) and tokens[i + 1].lower == "of" and word == "siege"
            yield not is_object
            return
        is_noun = tokens[i].text.islower() and word not in _ENDS and not is_verb(tokens[i])
        if not is_noun and not (i == last + 1 and word in ("'s", "’s")):
            return

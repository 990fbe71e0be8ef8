"""What a passive of violence says was attacked: "the embassy was bombed", "the bus was blown up".

- undergone: the subject of a passive, also far before its verb ("seven monks of the abbey at Osk were taken")
- said: what "the target of the bombing was"
- wrecked: the site or vehicle that was blown up, torched or set on fire
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.events.clauses.guarded import may_suffer
from tasks.events.clauses.phrases.ages import before_age
from tasks.events.clauses.phrases.single_person import person_before, phrase_or_person
from tasks.events.clauses.phrases.slot_phrase import SlotPhrase, phrase_before, read_phrase
from tasks.events.clauses.phrases.times import is_time
from tasks.events.subject_verb import is_verb
from tasks.lexicons.construction_words import words
from tasks.lexicons.violence import SURE, verbs_that, words_of
from tasks.model.document import Token
from tasks.model.value import value

_BE = words("be")
_HELD = words("held_site")  # whose it is counts: "the camp of X"
_POSTED = words("searcher") | {"garrison"}  # a town has one
_THOUGHT = frozenset(("believed", "thought", "said", "reported", "to", "be", "have", "been"))
TARGET = frozenset(("target", "targets"))
_DEFINITE = frozenset(("the", "its", "their"))
_MAY_AIM = words("of_aim")  # "the intended target"; "the frequent target" is not of one attack
_FIRED = words("fired_upon")
_COUNTED = words_of(verbs_that(("kills",)), "participle") | {"shot", "stabbed"}
_HAD_OR_BE = _BE | {"had", "has", "have"}
WRECKED = words_of(verbs_that(("destroys",), (*SURE, "intransitive")), "participle") | {"blown", "set"}
_NUMERALS = words("numeral")
_ALSO_MISHAPS = frozenset(("hit", "stabbed", "killed", "executed"))
_FIRED_AT = frozenset(
    (verb, on) for verb in ("fired", "shot", "shooting", "firing") for on in ("on", "upon", "at", "into")
)
_WEAPONS = words("weapon") | words("strike_noun") | {"bullets", "mortars", "artillery", "mine", "landmine"}
_ENDS = words("clause_end")
_COMMA = frozenset((",",))
_DASHES = frozenset(("–", "—", "-"))
_FAR_BY = 10  # tokens of "shot in their homes in Osk by"
_NEAR = 4  # words from "by" to the weapon


@value(frozen=True, slots=True)
class Aimed:
    """A phrase for what was aimed at; `is_weak`: only a place at which something went off."""

    phrase: SlotPhrase
    rule: str
    at: int
    is_weak: bool = False


def undergone(tokens: Sequence[Token], hits: Sequence[int]) -> Iterable[Aimed]:
    """Undergone: the subject of a passive of a verb of violence."""
    for i in hits:
        is_upon = i + 1 < len(tokens) and (tokens[i].lower, tokens[i + 1].lower) in _FIRED_AT
        by = tokens[i].lower in _COUNTED and _is_done_by(tokens, i)
        if by and (agentless := is_undergone(tokens, i)):
            agentless = before_age(tokens, agentless)
            phrase = phrase_before(tokens, before_aside(tokens, agentless) or agentless)
            if phrase is None or phrase.kind != "people":  # "aid workers of the X Society were killed by Y"
                phrase = _first_subject(tokens, agentless) or phrase
            if phrase is not None and phrase.kind == "people":
                yield Aimed(phrase, "undergone", i)  # "66 Northland civilians were shot by X"
        is_plain = tokens[i].lower in _FIRED or tokens[i].lower in _ALSO_MISHAPS
        if is_plain and not is_upon and not _is_hit_by_weapon(tokens, i):
            continue
        be = before_age(tokens, is_undergone(tokens, i))
        if not be:
            continue
        phrase = _subject(tokens, i, be)
        if phrase is not None and may_suffer(tokens, i, phrase) and tokens[phrase.first].lower != "whose":
            yield Aimed(phrase, "undergone", i)
            joined = phrase.first - 1
            while joined > 0 and tokens[joined].lower in ("the", "a", "an"):
                joined -= 1
            other = phrase_before(tokens, joined) if joined > 0 and tokens[joined].lower == "and" else None
            if other is not None:
                yield Aimed(other, "undergone", i)


def _is_done_by(tokens: Sequence[Token], verb: int) -> bool:
    """Whether somebody did it: "were shot by X", "were shot in their homes in Osk by members of X"."""
    for k in range(verb + 1, min(verb + _FAR_BY, len(tokens) - 1)):
        if tokens[k].lower == "by":
            return k == verb + 1 or not (is_time(tokens, k + 1) or tokens[k + 1].kind == "number")
        if tokens[k].kind == "punct" or tokens[k].lower in _ENDS or is_verb(tokens[k]):
            return False
    return False


def _subject(tokens: Sequence[Token], verb: int, be: int) -> SlotPhrase | None:
    """Return the phrase of which a passive is the predicate, None for a craft that was merely shot at."""
    end = be
    while end > 0 and tokens[end - 1].lower in ("had", "has", "have", "which", "that", ","):
        end -= 1
    phrase = phrase_before(tokens, before_aside(tokens, be) or end) or _first_subject(tokens, be)
    phrase = _site_of(tokens, phrase) or phrase or _apposed_name(tokens, be)
    is_of = phrase is not None and phrase.kind == "site" and _is_of(tokens, phrase.first)
    if phrase is not None and (is_of or not may_suffer(tokens, verb, phrase)):
        phrase = _first_subject(tokens, be) or phrase  # "members of the X Party were beaten to death"
    if phrase is not None and phrase.kind == "vehicle" and tokens[verb].lower == "shot":
        return None
    return _who_serve(tokens, phrase or _and_one(tokens, end))


def _site_of(tokens: Sequence[Token], phrase: SlotPhrase | None) -> SlotPhrase | None:
    """Return the site that a bare name only places: "the gendarmerie of Osk, on the west coast, was"."""
    if phrase is None or phrase.kind != "name" or phrase.first < 2 or tokens[phrase.first - 1].lower != "of":
        return None
    site = phrase_before(tokens, phrase.first - 1)
    is_site = site is not None and (site.kind == "site" or tokens[site.head].lower in _POSTED)
    return site if is_site and site is not None and tokens[site.head].lower not in _HELD else None


def _is_of(tokens: Sequence[Token], first: int) -> bool:
    """Whether a site only says of what somebody is: "students of the X College were attacked"."""
    at = first - 1 - (first > 0 and tokens[first - 1].lower == "the")
    return at > 0 and tokens[at].lower == "of"


def _is_hit_by_weapon(tokens: Sequence[Token], verb: int) -> bool:
    """Whether what it was hit by is a weapon: "was hit by two missiles fired by X"."""
    if tokens[verb].lower != "hit" or verb + 2 >= len(tokens) or tokens[verb + 1].lower not in ("by", "with"):
        return False
    return any(t.lower in _WEAPONS for t in tokens[verb + 2 : verb + 2 + _NEAR])


def _and_one(tokens: Sequence[Token], end: int) -> SlotPhrase | None:
    """Return the people to whom "and" joins a single one: "three nuns and a driver were kidnapped"."""
    at = next((k for k in range(end - 1, max(0, end - 4), -1) if tokens[k].lower == "and"), 0)
    if not at or tokens[at + 1].lower not in ("a", "an", "his", "her", "their", "one"):
        return None
    phrase = phrase_before(tokens, at)
    return phrase if phrase is not None and phrase.kind == "people" else None


def _who_serve(tokens: Sequence[Token], phrase: SlotPhrase | None) -> SlotPhrase | None:
    """Return those who serve with a body in its place: "paratroopers serving with the X were ambushed"."""
    at = phrase.first - 1 if phrase is not None else 0
    while at > 1 and tokens[at].lower in ("the", "a", "an"):
        at -= 1
    if at < 2 or tokens[at].lower not in ("with", "for") or not tokens[at - 1].lower.endswith("ing"):
        return phrase
    return phrase_before(tokens, at - 1) or phrase


def _first_subject(tokens: Sequence[Token], be: int) -> SlotPhrase | None:
    """Return the people that begin a sentence, far before its verb: "Seven monks of the abbey were"."""
    at = 0
    if tokens[0].lower in ("on", "in", "at"):
        at = next((i + 1 for i in range(1, min(9, be)) if tokens[i].text == ","), 0)
    at += tokens[at].lower in _NUMERALS
    phrase = read_phrase(tokens, at) if at < be else None
    if phrase is None or phrase.kind != "people" or phrase.head >= be:
        return None
    behind = tokens[phrase.head + 1 : be]
    if not behind or behind[0].lower not in ("of", "from", "at", "in", "on", "near", "who", ","):
        return None
    return None if any(is_verb(t) for t in behind) else phrase


def wrecked(tokens: Sequence[Token], places: Sequence[int]) -> Iterable[Aimed]:
    """Wrecked: the site or vehicle that "was blown up", "was set on fire", "was torched"."""
    for i in places:
        following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if tokens[i].lower == "set" and following not in ("on", "alight", "ablaze", "afire"):
            continue
        be = is_undergone(tokens, i)
        phrase = phrase_before(tokens, be) if be else None
        if phrase is not None and phrase.kind in ("site", "vehicle"):
            yield Aimed(phrase, "undergone", i)


def said(tokens: Sequence[Token], places: Sequence[int]) -> Iterable[Aimed]:
    """Said: what a sentence says that the target was, or was thought to be, before or behind "the target"."""
    for i in places:
        ahead = _said_ahead(tokens, i)
        if ahead is not None:
            yield Aimed(ahead, "said", i)
            continue
        verb = next(
            (k for k in range(i + 1, min(i + 6, len(tokens))) if tokens[k].lower in ("was", "were")), 0
        )
        if not verb or any(is_verb(t) or t.kind == "punct" for t in tokens[i + 1 : verb]):
            continue
        at = verb + 1
        while at < len(tokens) and (tokens[at].lower in _THOUGHT or tokens[at].lower.endswith("ly")):
            at += 1
        phrase = phrase_or_person(tokens, at) if at < len(tokens) else None
        if phrase is not None and (phrase.kind != "name" or phrase.is_inner):
            yield Aimed(phrase, "said", i)


def _said_ahead(tokens: Sequence[Token], target: int) -> SlotPhrase | None:
    """Return Y of "Y was the intended target of the raid", and of "the intended target, Y, survived"."""
    the = target - 1
    while the > 0 and target - the < _NEAR and tokens[the].lower not in _DEFINITE:
        the -= 1
    if tokens[the].lower not in _DEFINITE or not _MAY_AIM.issuperset(
        t.lower for t in tokens[the + 1 : target]
    ):
        return None
    following = tokens[target + 1].text if target + 1 < len(tokens) else ""
    if following == "," and target - the > 1:
        return phrase_or_person(tokens, target + 2) if target + 2 < len(tokens) else None
    be = the - 1
    while be > 0 and (tokens[be].lower in _THOUGHT or tokens[be].lower.endswith("ly")):
        be -= 1
    was = next((k for k in range(be, the) if tokens[k].lower in _BE), 0)
    if not was or (tokens[be].lower not in _BE and was != be + 1):
        return None
    return phrase_before(tokens, was) or person_before(tokens, was)


def _apposed_name(tokens: Sequence[Token], be: int) -> SlotPhrase | None:
    """Return the name in commas right before a verb: "a rights lawyer, X, was beaten to death"."""
    phrase = phrase_before(tokens, be - 1) if be > 1 and tokens[be - 1].text == "," else None
    is_alone = phrase is not None and phrase.kind == "name" and tokens[phrase.first - 1].text == ","
    return phrase if is_alone else None


def before_aside(tokens: Sequence[Token], be: int) -> int | None:
    """Return where an aside right before a verb opens: "X, a critic of Y, was shot"; else None."""
    marks = _DASHES if tokens[be - 1].text in _DASHES else _COMMA
    if tokens[be - 1].text not in marks:
        return None
    opened = next((k for k in range(be - 2, max(0, be - 20), -1) if tokens[k].text in marks), None)
    return opened if opened is not None and tokens[opened + 1].text.islower() else None


def is_undergone(tokens: Sequence[Token], verb: int) -> int:
    """Return the index of the auxiliary of a passive, 0 if the verb is active."""
    at = verb - 1
    while at > 0 and (tokens[at].lower.endswith("ly") or tokens[at].lower in ("also", "both", "then")):
        at -= 1
    if at > 0 and tokens[at].lower in _BE:
        while at > 0 and tokens[at - 1].lower in _HAD_OR_BE:
            at -= 1
        return at
    return 0

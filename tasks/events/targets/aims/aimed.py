"""Whom or what the article's own event was aimed at, by construction, whether it is an actor yet or not.

The convention of the labels: a target is the force, body or person that was attacked, the people whom a
noun of their own names ("Shia pilgrims", "judges"; not "people", "women", "others"), the building, vehicle
or installation that was attacked; where a force owns it ("an army base"), the force.

- struck: "attacked passengers", "opened fire on a bus", "targeting pilgrims"
- undergone: "the embassy was bombed", "a convoy of the X Army was ambushed"
- event_on: "a shooting on Israeli vacationers", "the bombing of a car transporting judges" (see `event_on`)
- counted_as: "39 of those killed were police officers"
- said: "the target was the embassy"
- planned: "a plan to burn down a mosque" (see `planned`)
- beside: "a bomb exploded under a bus" (see `set_off_beside`)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tasks.events.clauses.event_on import event_on
from tasks.events.clauses.guarded import may_be_seized, may_suffer
from tasks.events.clauses.phrasal import phrasal
from tasks.events.clauses.phrases.people_phrases import are_people, people_counted
from tasks.events.clauses.phrases.slot_phrase import phrase_before, read_phrase
from tasks.events.clauses.phrases.times import is_time
from tasks.events.clauses.shot_down import DOWNED, shot_down
from tasks.events.clauses.under_fire import comes_under
from tasks.events.clauses.undergone import TARGET, WRECKED, Aimed, is_undergone, said, undergone, wrecked
from tasks.events.clauses.who_acts import is_earlier
from tasks.events.subject_verb import is_verb
from tasks.events.targets.aims.caught import TRAPS, caught
from tasks.events.targets.aims.dead_or_trap import is_dead_or_trap
from tasks.events.targets.aims.planned import PLANS, planned
from tasks.events.targets.aims.set_off_beside import SETS_OFF, set_off_beside
from tasks.events.triggers import violent_triggers
from tasks.events.turns import turn_of
from tasks.lexicons.construction_words import words
from tasks.lexicons.violence import verbs_that, words_of
from tasks.model.document import Sentence, Token
from tasks.model.memo import remembered

_HITS, _FIRED = (words("hit") | words("strikes")) - {"attacks"}, words("fired_upon")
_SEIZES = frozenset(("seized", "seizing")) - _HITS  # a vehicle: land is captured
_HITS_OR_SEIZES = _HITS | _SEIZES
_DRIVEN = frozenset(("driven", "ploughed", "plowed", "rammed", "crashed", "fired"))
_KILLS = words_of(verbs_that(("kills",)), "past", "participle", "gerund") | {"shot"}
_WEAPONS = words("weapon")
_FIRES_AT = frozenset(
    ("on", "at", "upon", "into", "towards", "toward", "a", "an", "the", "two", "several", "their", "his",
     "from")
)  # fmt: skip
_TAKEN = frozenset(
    ("took", "held")
)  # who is taken hostage where a site is attacked is not whom it was aimed at
_WITH_VERB = frozenset(("dead", "and", "into", "out", "down", "up", "upon", "off"))  # before its object
_TO_FIRE, _AT = frozenset(("fire", "shoot")), frozenset(("on", "upon", "into", "at"))
_LOST = frozenset(("killed", "dead", "victims", "deceased", "fatalities"))
# A sentence with none of them and no word for violence says of nothing that it was attacked.
_NEEDED = (
    PLANS | DOWNED | _HITS_OR_SEIZES | SETS_OFF | WRECKED | TARGET | {"were", "fire", "strike", "strikes"}
)
_DETERMINED = frozenset(("the", "a", "an", "of", "its", "their", "his", "this", "that", "by", "in", "no"))
_UNDER = frozenset(("under",))
_SOME = frozenset(("some", "several", "many", "numerous"))
_RARE = DOWNED | _TO_FIRE | PLANS | _UNDER | WRECKED | TARGET
_ENDS = words("clause_end")
_WARNED = frozenset(("warned", "warning", "warnings", "hoax"))
_STORMS = frozenset(("stormed", "raided", "entered", "attacked", "retook"))
_RESCUERS = frozenset(
    ("troops", "police", "soldiers", "commandos", "marines", "forces",
     "officers", "gendarmes", "paratroopers")
)  # fmt: skip
_FREES = frozenset(("ended", "freed", "rescued", "rescue", "hostages", "liberated", "freeing", "ending"))
_COMES_TOO_LATE = _WARNED | _STORMS
_WARNING = 8  # tokens between "warned" and the bomb
_PURSUING = words("pursuing")  # police who came after the attacker
_KNOWN = frozenset(("known", "notorious", "infamous", "famous", "renowned", "feared", "wanted"))
_CARRIERS = frozenset(
    ("bicycle", "bicycles", "motorcycle", "motorcycles", "motorbike", "motorbikes", "rickshaw", "scooter")
)
_HIDDEN = frozenset(("placed", "planted", "hidden", "fitted", "strapped", "attached", "concealed", "loaded"))
_HIDING = 6  # tokens
_KINDS_OF_BOMBING = words("bombing_kind")


def aimed_at(sentence: Sentence, *, is_battle: bool = False) -> list[Aimed]:
    """Return what a sentence says was attacked, in text order, each phrase once.

    In a battle both sides are killed, so that who was killed is no target.
    """
    once: dict[int, Aimed] = {}
    for one in _aims(sentence):
        if not (is_battle and sentence.tokens[one.at].lower in _KILLS) and not _carries(sentence, one):
            once.setdefault(one.phrase.head, one)
    return list(once.values())


def _carries(sentence: Sentence, one: Aimed) -> bool:
    """Whether a bomb was only hidden in what is named: "planted in a motorcycle", "placed on bicycles"."""
    if sentence.tokens[one.phrase.head].lower not in _CARRIERS:
        return False
    before = [t.lower for t in sentence.tokens[max(0, one.phrase.head - _HIDING) : one.phrase.head]]
    return not _HIDDEN.isdisjoint(before) and not {"on", "in", "to", "with"}.isdisjoint(before)


@remembered
def _aims(sentence: Sentence) -> tuple[Aimed, ...]:
    """Return all that a sentence says was attacked, the surest of each place first."""
    several = phrasal(sentence)
    if not several and _NEEDED.isdisjoint(sentence.words) and not violent_triggers(sentence):
        return ()
    tokens = sentence.tokens
    hits: Sequence[int] = sentence.places(_HITS_OR_SEIZES)
    if several:
        hits = sorted({*hits, *several})
    found = [*_struck(tokens, hits, several), *undergone(tokens, hits)] if hits else []
    found += [*event_on(sentence), *set_off_beside(sentence)]
    is_rare = not _RARE.isdisjoint(sentence.words)
    if is_rare:
        found += shot_down(tokens, sentence.places(DOWNED))
    if trapped := list(caught(sentence)):  # "drove into a position": it is not what was attacked
        found = [a for a in found if tokens[a.phrase.head].lower not in TRAPS] + trapped
    found += [more for one in found if (more := _and_another(tokens, one)) is not None]
    if is_rare:
        found += _of_rare_words(sentence)
    if "were" in sentence.words and not _LOST.isdisjoint(sentence.words):
        found += _counted_as(tokens)
    if not found:
        return ()
    limit = turn_of(sentence)
    if not _COMES_TOO_LATE.isdisjoint(sentence.words):
        found = [a for a in found if not (_is_warned_of(tokens, a.at) or is_freed(sentence, a.at))]
    found = [a for a in found if a.at < limit and tokens[a.phrase.first].lower not in _PURSUING]
    found = [a for a in found if not is_dead_or_trap(tokens, a)]
    return tuple(sorted(found, key=lambda a: (a.phrase.span, a.is_weak)))


def _of_rare_words(sentence: Sentence) -> Iterable[Aimed]:
    """Yield what was attacked by the constructions of words that few sentences have."""
    tokens = sentence.tokens
    yield from _to_fire(tokens, sentence.places(_TO_FIRE))
    for phrase, at in planned(sentence):
        yield Aimed(phrase, "planned", at)
    yield from _under_fire(tokens, sentence.places(_UNDER))
    yield from wrecked(tokens, sentence.places(WRECKED))
    yield from said(tokens, sentence.places(TARGET))


def _is_warned_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bomb is one that somebody only told of: "had warned the police of a bomb at the station"."""
    return any(t.lower in _WARNED for t in tokens[max(0, at - _WARNING) : at])


def is_freed(sentence: Sentence, at: int) -> bool:
    """Whether a force storms what others hold: "it ended when troops stormed the island"."""
    tokens = sentence.tokens
    is_storm = tokens[at].lower in _STORMS and at > 0 and tokens[at - 1].lower in _RESCUERS
    return is_storm and not _FREES.isdisjoint(sentence.words)


def _struck(tokens: Sequence[Token], hits: Sequence[int], several: Mapping[int, int]) -> Iterable[Aimed]:
    """Struck: the object of an active verb of violence, or what it was fired at."""
    for i in hits:
        if _is_noun(tokens, i) or is_earlier(tokens, i - 1) or _is_on_strike(tokens, i):
            continue
        if i > 1 and tokens[i - 1].lower == "for" and tokens[i - 2].lower in _KNOWN:
            continue  # "a leader known for ambushing convoys"
        if is_undergone(tokens, i) and tokens[i].lower not in _DRIVEN:
            continue
        at = several[i] + 1 if several.get(i, i) > i else _behind(tokens, i)
        if at is None or at >= len(tokens):
            continue
        phrase = read_phrase(tokens, at)
        if tokens[i].lower in _SEIZES and not may_be_seized(tokens, phrase):
            continue
        if phrase is not None and not is_time(tokens, at) and may_suffer(tokens, i, phrase):
            is_taken = i in several and tokens[i].lower in _TAKEN
            yield Aimed(people_counted(tokens, at, phrase), "struck", i, is_taken)


def _is_on_strike(tokens: Sequence[Token], at: int) -> bool:
    """Whether "striking" says that people are on strike: "Striking miners attacked the police"."""
    if tokens[at].lower != "striking":
        return False
    return not at or tokens[at - 1].lower in _DETERMINED or tokens[at - 1].kind == "number"


def _and_another(tokens: Sequence[Token], one: Aimed) -> Aimed | None:
    """Return the site that "and" joins to one that was attacked: "a police station and an army post"."""
    at = one.phrase.head + 1
    is_joined = at + 2 < len(tokens) and tokens[at].lower == "and" and tokens[at + 1].lower in _DETERMINED
    if one.phrase.kind != "site" or not is_joined:
        return None
    phrase = read_phrase(tokens, at + 1)
    if phrase is None or phrase.kind != "site" or any(is_verb(t) for t in tokens[at + 1 : phrase.first]):
        return None
    return replace(one, phrase=phrase)


def _behind(tokens: Sequence[Token], verb: int) -> int | None:
    """Return where the object of a verb begins; verbs of firing need a preposition."""
    at = verb + 1
    is_plain = tokens[verb].lower == "shot" and at < len(tokens) and tokens[at].lower == "dead"
    if tokens[verb].lower in _FIRED and not is_plain:
        if tokens[verb].lower.endswith("ing") and not _is_fired(tokens, verb):
            return None
        if tokens[verb].lower == "shot" and are_people(tokens, at):
            return at  # "shot several students"
        for j in range(verb + 1, min(verb + 7, len(tokens))):
            if tokens[j].lower in ("on", "at", "upon", "into", "towards", "toward"):
                return j + 1
            if tokens[j].kind == "punct" or tokens[j].lower in _ENDS:
                break
        return at if tokens[verb].lower == "rammed" else None  # "rammed the trawler"
    while at < len(tokens) and (tokens[at].lower in _WITH_VERB or _joins(tokens, at)):
        at += 1
    return at if at < len(tokens) else None


def _under_fire(tokens: Sequence[Token], places: Sequence[int]) -> Iterable[Aimed]:
    """Under fire: what "came under fire": a convoy, a post, the guests of a wedding."""
    for i in places:
        if comes_under(tokens, i):
            phrase = phrase_before(tokens, i - 1)
            if phrase is not None and phrase.kind != "name":
                yield Aimed(phrase, "undergone", i)


def _to_fire(tokens: Sequence[Token], places: Sequence[int]) -> Iterable[Aimed]:
    """To fire: whom somebody ordered others "to fire on"."""
    for i in places:
        if i + 2 < len(tokens) and tokens[i - 1].lower == "to" and tokens[i + 1].lower in _AT:
            phrase = read_phrase(tokens, i + 2)
            if phrase is not None and phrase.kind == "people":
                yield Aimed(phrase, "struck", i)


def _is_fired(tokens: Sequence[Token], verb: int) -> bool:
    """Whether "firing" is a verb here, not the first word of "a firing exercise"."""
    following = tokens[verb + 1].lower if verb + 1 < len(tokens) else ""
    return following in _FIRES_AT or following in _WEAPONS or following.endswith("ly")


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a further verb with the same object stands here: "stabbed and slashed passengers"."""
    return tokens[at - 1].lower == "and" and tokens[at].lower.endswith("ed")


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether "attacks" or "hit" is a noun here, or "some torched cars" only describes."""
    before = tokens[at - 1].lower if at else ""
    if tokens[at].lower.endswith("ing"):  # "the suicide bombing and two shootings", "the killing of X"
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        return before in _KINDS_OF_BOMBING or (before == "the" and following == "of")
    return before in _DETERMINED or (before in _SOME and tokens[at].lower.endswith("ed"))


def _counted_as(tokens: Sequence[Token]) -> Iterable[Aimed]:
    """Counted as: what those killed are said to have been: "39 of those killed were police officers"."""
    for i in range(2, len(tokens) - 1):
        if tokens[i].lower != "were" or tokens[i - 1].lower not in _LOST:
            continue
        if tokens[i - 1].lower == "killed" and tokens[i - 2].lower != "those":
            continue
        if "among" in [t.lower for t in tokens[max(0, i - 4) : i]]:
            continue
        at = i + 1 + (tokens[i + 1].lower in ("mostly", "all", "mainly", "both"))
        phrase = read_phrase(tokens, at) if at < len(tokens) else None
        if phrase is not None and phrase.kind == "people":
            yield Aimed(phrase, "counted_as", i)

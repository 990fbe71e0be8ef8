"""What ships do and undergo in their histories, as words that tell of an event.

- fired: "fired four torpedoes at a freighter", "loosed a spread at two ships", "dropped depth charges on it"
- harmed: "damaged a 9,000-ton tanker", "engaged two destroyers", "captured the brig Heron", "she was hit by";
  none by a storm or by ice
- under fire: "came under heavy shore fire", "was taken under fire"
- mines: "laid a field of twelve mines", "struck a mine"
- collision: "collided with a trawler", where people died
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.events.others.happenings.armed_people import is_armed
from tasks.events.subject_verb import is_verb
from tasks.events.triggers import EventType, Trigger
from tasks.lexicons.construction_words import words
from tasks.model.document import Sentence, Token
from tasks.model.span import Span

_ORDNANCE = words("ordnance")
_MISSILES = _ORDNANCE | {"missile", "missiles", "rocket", "rockets"}
_FIRES = frozenset(("fired", "firing", "launched", "loosed", "unleashed", "dropped", "released", "emptied"))
_AT_WHAT = frozenset(("at", "into", "against", "on", "upon", "toward", "towards"))
_NO_FIGHT = frozenset(
    ("practice", "exercise", "exercises", "dummy", "test", "tests", "salute", "warning", "drill")
)
_HARMS = words("harms_ship")
_MUTUAL = frozenset(("engaged",))
_ON_BOARD = frozenset(("boarded",))
_ON_ITS_OWN = frozenset(("hit", "seized"))  # by others than armed people as well
_ONLY_BY = frozenset(("struck",))  # "was struck by a torpedo"; who struck a ship may have run into her
_OF_FIGHTS = frozenset(
    ("mined", "captured", "boarded", "hit", "depth-charged")
)  # what nothing but a fight does to a ship
_ONLY_SHIPS = frozenset(("damaged", "holed", "crippled", "disabled", "depth-charged"))  # "damaged her"
_OTHERS = frozenset(("another", "one", "two", "three", "several"))
_BEHIND = frozenset((",", ".", ";", "and", "before", "on", "in", "off", "with", "of", "more", "others"))
_SHORE = frozenset(("battery", "batteries", "gunners", "artillery", "gunfire", "kamikaze", "kamikazes"))
_ENDS = frozenset((",", ";", ":", ".", "(", ")"))
_BREAKS = frozenset(("in", "at", "from", "to", "with", "by", "for", "as", "who", "which", "that"))
_PARTS = frozenset(
    ("crew", "crews", "captain", "yard", "company", "owner", "owners", "passengers", "traffic")
)
_DETERMINES = frozenset(("the", "a", "an", "her", "his", "its", "their", "of"))
_DAY = re.compile(r"\d{1,2}|[A-Z][a-z]+day")
_VESSELS = frozenset(
    form for noun in map(str.lower, words("vessel")) for form in (noun, f"{noun}s", f"{noun}es")
)
_PREFIXES = words("ship_prefix")
_AIRCRAFT = words("aircraft")
_ATTACKERS = _MISSILES | {"bomb", "bombs", "mine", "mines", "shell"}
_SHE = frozenset(("she",))
_BE = frozenset(("was", "were", "been", "being"))
_UNDER, _COMES = frozenset(("under",)), frozenset(("came", "come", "coming", "taken"))
_FIRE = frozenset(("fire", "gunfire", "shellfire"))
_MINES = frozenset(("mine", "mines", "minefield", "minefields"))
_LAYS = frozenset(("laid",))
_COLLIDES = frozenset(("collided",))
SHIPS_FIGHT = _FIRES | _HARMS | _ONLY_BY | _UNDER | _LAYS | _COLLIDES
_NUMBER = re.compile(r"U[BC]?-\d{1,4}|[A-Z]{1,3}-\d{1,3}")
_FIRED = EventType(
    "Explosions/Remote violence", "Shelling/artillery/missile attack", "ASSAULT", "heavy-weapons", 2
)
_HARMED = EventType("Battles", "Armed clash", "ASSAULT", None, 1)
_MINED = EventType("Explosions/Remote violence", "Remote explosive/landmine/IED", "ASSAULT", "explosives", 1)
_COLLISION = EventType("Violence against civilians", "Attack", "ASSAULT", None, 0)
_AIMED = 4  # tokens between what is fired and at what
_FIRED_REACH = 9  # tokens between a verb and at what something is fired
_SUBJECT = 7  # tokens before a verb in which its subject stands
_OBJECT = 8  # tokens of what is harmed
_BY = 6  # tokens of who did it
_QUALIFIED = 4  # tokens of "heavy and accurate shore"


def ship_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the verbs of a sentence that tell what a ship did in a fight or underwent."""
    if SHIPS_FIGHT.isdisjoint(sentence.words):
        return
    tokens = sentence.tokens
    for i in sentence.places(SHIPS_FIGHT):
        word, first, last, kind = tokens[i].lower, i, None, _HARMED
        if word in _UNDER:
            first, last, kind = i - 1, _under_fire(tokens, i), _FIRED
        elif word in _FIRES:
            last, kind = _fired(sentence, i), _FIRED
        elif word in _LAYS:
            last, kind = _noun_ahead(tokens, i, _MINES), _MINED
        elif word in _COLLIDES:
            last, kind = (i if _word(tokens, i + 1) == "with" else None), _COLLISION
        elif _is_harmed(tokens, i):
            last = i
        if last is not None:
            yield Trigger(Span(tokens[first].start, tokens[last].end), first, last, True, kind)


def is_ship_taken(sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether a verb of taking tells that a ship was captured, seized or boarded."""
    return sentence.lower[trigger.first] in _HARMS and _is_harmed(sentence.tokens, trigger.first)


def is_ship(token: Token) -> bool:
    """Return whether a word is for a ship, the prefix of one's name or a submarine's number."""
    return (
        token.lower in _VESSELS
        or token.text in _PREFIXES
        or token.text == "Maru"
        or _NUMBER.fullmatch(token.text) is not None
    )


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _noun_ahead(tokens: Sequence[Token], verb: int, nouns: frozenset[str]) -> int | None:
    """Return the first of some nouns in the object of a verb, None if it has none of them."""
    for k in range(verb + 1, min(verb + 1 + _FIRED_REACH, len(tokens))):
        if tokens[k].lower in nouns:
            return k
        if tokens[k].text in _ENDS or is_verb(tokens[k]):
            return None
    return None


def _fired(sentence: Sentence, verb: int) -> int | None:
    """Return the last word of what is fired at something, None where nothing is or only for practice."""
    tokens = sentence.tokens
    if not _NO_FIGHT.isdisjoint(sentence.words):
        return None
    noun = _noun_ahead(tokens, verb, _MISSILES)
    if noun is None:
        return None
    near = range(noun + 1, min(noun + 1 + _AIMED, len(tokens) - 1))
    at = next((k for k in near if tokens[k].lower in _AT_WHAT), None)
    if at is None or any(tokens[k].text in _ENDS or is_verb(tokens[k]) for k in range(noun + 1, at)):
        return None
    is_day = _DAY.fullmatch(tokens[at + 1].text) is not None
    return None if is_day else noun


def _under_fire(tokens: Sequence[Token], under: int) -> int | None:
    """Return the last word of "came under heavy shore fire", None if nobody did."""
    if _word(tokens, under - 1) not in _COMES:
        return None
    for k in range(under + 1, min(under + 2 + _QUALIFIED, len(tokens))):
        if tokens[k].lower in _FIRE:
            return k
        if tokens[k].kind == "punct" or is_verb(tokens[k]):
            return None
    return None


def _is_harmed(tokens: Sequence[Token], verb: int) -> bool:
    """Whether what a verb of harm has for its object or passive subject is a ship."""
    if _word(tokens, verb - 1) in _DETERMINES or _word(tokens, verb - 2) in _DETERMINES:
        return False  # "the badly damaged ship"
    is_passive = _word(tokens, verb - 1) in _BE or _word(tokens, verb - 2) in _BE
    if is_passive:
        return _is_harmed_by(tokens, verb)
    word = tokens[verb].lower
    if word in _ONLY_BY:
        return False
    if word in _ON_BOARD:
        return sees_ship(tokens, verb) and (is_armed(tokens, verb) or _acts(tokens, verb))
    if word in _MUTUAL:
        return sees_ship(tokens, verb) or (
            _acts(tokens, verb) and _noun_ahead(tokens, verb, _AIRCRAFT | _SHORE) is not None
        )
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    if after is None or (word in _ON_ITS_OWN and not _acts(tokens, verb) and not is_armed(tokens, verb)):
        return False
    if after.lower == "her" and word in _ONLY_SHIPS:
        return _word(tokens, verb + 2) in _BEHIND
    is_other = after.lower in _OTHERS and (_word(tokens, verb + 2) in _BEHIND or _acts(tokens, verb))
    is_named = after.kind == "word" and after.text[:1].isupper() and _acts(tokens, verb)
    return is_other or is_named or sees_ship(tokens, verb)


def sees_ship(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether a ship stands in a verb's object, before a preposition or another verb."""
    for k in range(verb + 1, min(verb + 1 + _OBJECT, len(tokens))):
        if is_ship(tokens[k]):
            return _word(tokens, k + 1) not in _PARTS
        if tokens[k].text in _ENDS or tokens[k].lower in _BREAKS or is_verb(tokens[k]):
            return False
    return False


def _acts(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a ship is the subject of a verb: "she", "the submarine", "HMS Heron"."""
    for k in range(verb - 1, max(-1, verb - 1 - _SUBJECT), -1):
        if tokens[k].lower in _SHE or is_ship(tokens[k]):
            return True
        if tokens[k].text in _ENDS:
            return False
    return False


def _is_harmed_by(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a ship, or what has a name, was harmed by aircraft, ships or what they fire."""
    end = min(verb + 1 + _BY, len(tokens))
    by = next((k for k in range(verb + 1, end) if tokens[k].lower == "by"), None)
    is_hurt = _acts(tokens, verb)
    if by is None:
        return is_hurt and tokens[verb].lower in _OF_FIGHTS
    name = tokens[max(0, verb - 2)]
    if not is_hurt and not (name.kind == "word" and name.text[:1].isupper()):
        return False
    agent = tokens[by + 1 : by + 1 + _BY]
    return any(t.lower in _AIRCRAFT | _ATTACKERS | _SHORE or is_ship(t) for t in agent)

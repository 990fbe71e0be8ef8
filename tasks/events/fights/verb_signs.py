"""What a verb says of its subject in a fight: that it attacks, or that it withstands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.subject_verb import is_passive, is_verb
from tasks.lexicons.construction_words import words
from tasks.model.document import Token

CAPTURES = words("captures")
ADVANCES = words("advances") | CAPTURES
WITHSTANDS = words("withstands")
OFFENSIVE = words("offensive_noun")
BESET = words("beset")
REPELS = frozenset(("repelled", "repulsed", "stopped", "halted"))
_OFF = frozenset(
    ("beat", "beaten", "drove", "driven", "fought", "held", "fended", "warded", "shaken", "shook")
)
_BACK = frozenset(("beat", "beaten", "threw", "thrown", "turned", "flung", "hurled"))
_DRIVEN = frozenset(("driven", "dislodged", "ousted", "expelled", "evicted", "forced"))
_FENDS = frozenset(
    ("defeated", "beat", "broke", "stopped", "halted", "checked", "contained", "thwarted", "foiled")
)
_FALLS = frozenset(
    (("fell", "upon"), ("fell", "on"), ("set", "upon"), ("bore", "down"), ("closed", "on"),
     ("came", "ashore"), ("went", "ashore"))
)  # fmt: skip
_BRINGS = frozenset(("battle", "action"))
_FIGHTS = frozenset(("fight", "battle", "engagement", "action", "fighting", "hostilities", "combat"))
_MAKES = frozenset(("made", "make", "making", "delivered", "renewed", "conducted", "carried", "opened"))
_TRIES = frozenset(("attempted", "tried", "sought", "began", "managed", "started", "failed", "started"))
_UNDOES = frozenset(  # what one tries to do who has the initiative
    ("take", "destroy", "annihilate", "encircle", "surround", "crush", "storm", "overwhelm", "eliminate")
)
TAKES = frozenset(("took", "take", "taking", "gained", "regain", "gain"))
_HELD = frozenset(("control", "over", "possession"))
TAKES_FROM = TAKES | {"taken", "wrest", "wrested", "wresting", "won"}  # before "from" and who held it
_TAKEN_REACH = 7  # tokens of "took the fort at Osk from"
_SKIPPED = frozenset(("had", "has", "have", "then", "also", "to", "was", "were", "successfully", "able"))
_MOUNTS = frozenset(("mount", "mounted", "mounting", "offer", "offered", "organised", "organized", "put"))
_DEFENCES = frozenset(("defence", "defense", "resistance"))
_LAYS = frozenset(("imposed", "imposing", "laid", "laying", "mounting", "launching"))
_STRIKES = frozenset(("struck", "strike", "hauled", "lowered"))
_COLOURS = frozenset(("colours", "colors", "flag", "ensign", "pennant"))  # who strikes them surrenders
_HOISTS = frozenset(("hoisted", "raised", "broke", "showed", "ran"))
FIRES = frozenset(("fired", "opened"))
_CLINGS = frozenset(("clung", "stood"))
_RUNS = frozenset(("ran", "stumbled", "blundered", "walked", "rode"))
_ON_THE_WAY = words("on_the_way")
_LINES = words("defensive_noun") | {"fire", "trouble", "difficulties", "trees"}
_FAR = 16  # tokens between a flag and the first shot
_CAUGHT = frozenset(("fire", "up", "between", "in", "by"))
_NEAR = 4  # tokens between a verb and what it was that it did
# A sentence without one of them has no verb that says so.
VERB_SIGNS = (ADVANCES | _UNDOES | WITHSTANDS | OFFENSIVE | BESET | REPELS | TAKES_FROM | FIRES) | (
    _OFF
    | _BACK
    | _DRIVEN
    | {"fell", "set", "bore", "closed", "offered", "forced", "sought", "brought", "ashore"}
    | _CLINGS
    | _RUNS
)


def of_verb(tokens: Sequence[Token], verb: int) -> Iterator[bool]:
    """Yield what a verb says of its subject."""
    participle = is_passive(tokens, verb) if tokens[verb].lower not in ("had", "has", "have") else None
    if participle is not None:
        word = tokens[participle].lower
        if word in REPELS or is_thrown_back(tokens, participle):
            yield True
        elif word in ADVANCES or word in BESET or is_driven_out(tokens, participle):
            yield False
        return
    while verb + 1 < len(tokens) and (tokens[verb].lower in _SKIPPED or tokens[verb].lower.endswith("ly")):
        verb += 1
    if tokens[verb].lower in _TRIES and verb + 2 < len(tokens):
        verb += 1 + (tokens[verb + 1].lower == "to")
        if tokens[verb].lower in _UNDOES or any(t.lower in OFFENSIVE for t in tokens[verb : verb + _NEAR]):
            yield True
    word = tokens[verb].lower
    following = [t.lower for t in tokens[verb + 1 : verb + 1 + _NEAR]]
    if _is_defensive(word, following) or is_thrown_back(tokens, verb) or _fends_off(word, following):
        yield False
    elif (
        begins_fire(tokens, verb)
        or _is_advance(word, following)
        or falls_upon(word, following)
        or _opens_fight(word, following)
        or (word in _MAKES and not OFFENSIVE.isdisjoint(following))
        or (word in TAKES and following[:1] and following[0] in _HELD)
        or (word in TAKES_FROM and takes_from(tokens, verb))
    ):
        yield True
    elif word in WITHSTANDS or _clings(word, following) or runs_into(tokens, verb):
        yield False
    elif word == "responded" or word in _LAYS:  # "responded by laying siege to"
        here = [t.lower for t in tokens[verb : verb + 2 * _NEAR]]
        if not _LAYS.isdisjoint(here) and not OFFENSIVE.isdisjoint(here):
            yield True


def takes_from(tokens: Sequence[Token], verb: int) -> bool:
    """Whether what is taken is taken from somebody: "took Osk from the X", not "took part from 9 May"."""
    for i in range(verb + 1, min(verb + _TAKEN_REACH, len(tokens) - 1)):
        if tokens[i].kind == "punct":
            return False
        if tokens[i].lower == "from":
            named = tokens[i + 1 + (i + 2 < len(tokens) and tokens[i + 1].lower == "the")]
            return i > verb + 1 and named.text[:1].isupper() and named.kind == "word"
    return False


def _clings(word: str, following: Sequence[str]) -> bool:
    """Whether a verb says with its preposition that its subject held on: "clung to", "stood up to"."""
    return (word == "clung" and following[:1] == ["to"]) or (
        word == "stood" and following[:2] == ["up", "to"]
    )


def runs_into(tokens: Sequence[Token], verb: int) -> bool:
    """Whether who was on the way came upon others: "the convoy ran into", "a patrol stumbled upon".

    Who attacks runs into defences as well: only those are caught who are said to have been on the way.
    """
    following = [t.lower for t in tokens[verb + 1 : verb + 1 + _NEAR]]
    if tokens[verb].lower not in _RUNS or not following or following[0] not in ("into", "upon", "on"):
        return False
    before = {t.lower for t in tokens[max(0, verb - _FAR) : verb]}
    return not _ON_THE_WAY.isdisjoint(before) and _LINES.isdisjoint(following)


def is_driven_out(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a participle says that who held something lost it: "was driven from its trenches"."""
    following = tokens[verb + 1].lower if verb + 1 < len(tokens) else ""
    return tokens[verb].lower in _DRIVEN and following in ("from", "out")


def is_thrown_back(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb says that who came on is sent back: "beat off", "were thrown back", "held off"."""
    word = tokens[verb].lower
    following = tokens[verb + 1].lower if verb + 1 < len(tokens) else ""
    return (word in _OFF and following == "off") or (word in _BACK and following == "back")


def _fends_off(word: str, following: Sequence[str]) -> bool:
    """Whether a verb says that an attack failed against its subject: "defeated attacks by X"."""
    return word in _FENDS and not OFFENSIVE.isdisjoint(following[:3]) and "defending" not in following


def _opens_fight(word: str, following: Sequence[str]) -> bool:
    """Whether a verb says that its subject began it: "opened the fight by", "opened the battle with"."""
    return word == "opened" and not _FIGHTS.isdisjoint(following[:3]) and "in" not in following[:1]


def falls_upon(word: str, following: Sequence[str]) -> bool:
    """Whether a verb says with its preposition that its subject attacks: "fell upon", "brought to battle"."""
    if (word, *following[:1]) in _FALLS:
        return True
    if word in ("offered", "forced", "sought") and following[:1] == ["battle"]:
        return True
    return word in ("brought", "bring") and "to" in following and not _BRINGS.isdisjoint(following)


def _is_advance(word: str, following: Sequence[str]) -> bool:
    """Whether a verb is one of attacking with what follows: not "entered the war", "caught fire"."""
    if word == "entered" and "war" in following:
        return False
    return word in ADVANCES and not (word == "caught" and following[:1] and following[0] in _CAUGHT)


def _is_defensive(word: str, following: Sequence[str]) -> bool:
    """Whether a verb of attacking tells the opposite: "launched a counterattack", "struck her colours"."""
    if word in _STRIKES and not _COLOURS.isdisjoint(following):
        return True
    if word in _MOUNTS and not _DEFENCES.isdisjoint(following):  # "were able to mount a defence"
        return True
    return word in ADVANCES and any(w.startswith("counter") for w in following)


def begins_fire(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb says that its subject shot first: "fired the first broadside", "opened fire first"."""
    following = [t.lower for t in tokens[verb + 1 : verb + 1 + _NEAR]]
    return tokens[verb].lower in FIRES and "first" in following and "at" not in following[:1]


def shows_flag(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether who hoisted a country's flag then shot first: "hoisted the X flag and fired the first shot"."""
    if last + 1 >= len(tokens) or tokens[last + 1].lower not in _COLOURS:
        return False
    if _HOISTS.isdisjoint(t.lower for t in tokens[max(0, first - 3) : first]):
        return False
    return any(begins_fire(tokens, i) for i in range(last + 2, min(last + _FAR, len(tokens))))


def behind_relative(tokens: Sequence[Token], last: int) -> int | None:
    """Return the verb behind ", who had few guns," or ", with help from X," of a name, None without it."""
    at = last + 1
    if (
        at + 1 >= len(tokens)
        or tokens[at].text != ","
        or tokens[at + 1].lower not in ("who", "which", "whose")
    ):
        return None
    close = next((i for i in range(at + 2, len(tokens) - 1) if tokens[i].text == ","), None)
    return close + 1 if close is not None and is_verb(tokens[close + 1]) else None

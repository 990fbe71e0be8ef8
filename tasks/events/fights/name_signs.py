"""What the words right before and behind a name in a fight say: that it attacks, or that it withstands.

- described: "assaulting X forces", "an X force besieging Y"; "the besieged X", "X defenders", "X positions"
- whose: "the X offensive", "X attacks"
- agent: "an attack by X", "was launched by X", "was driven out by X"; "was met by X", "beaten off by X"
- object: "attacked X", "an offensive against X", "captured ... from X"; "repelled X", "beat off X"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.fights.verb_signs import (
    ADVANCES,
    BESET,
    CAPTURES,
    OFFENSIVE,
    REPELS,
    TAKES_FROM,
    is_driven_out,
    is_thrown_back,
    runs_into,
    takes_from,
)
from tasks.events.subject_verb import is_verb
from tasks.lexicons.construction_words import words
from tasks.model.document import Token

_BE = words("be")
_MET = frozenset(("met", "confronted", "opposed"))
_REPELLING = frozenset(("repelled", "repulsed", "repelling", "repulsing"))
_ARTICLES = frozenset(("the", "a", "an", "two", "several", "many", "local", "some"))
_DEFENSIVE = words("defensive_noun")
_ASSAILING = words("assailing")
_DEFENDS = REPELS | {"defended", "held", "garrisoned", "occupied", "controlled"}
_DRIVES = frozenset(
    ("forced", "forcing", "drove", "driving", "expelled", "ousted", "routed", "dislodged", "expelling")
)
_DOES = frozenset(("launched", "mounted", "conducted", "carried", "led", "undertaken", "initiated", "begun"))
_STARTS = ADVANCES | _DOES
_RISINGS = words("rising")
_NOT_DONE = REPELS | words("judges")  # "the raid was condemned by X"
_COMING = _ASSAILING | {"marching", "storming", "assailing"}
_HOLDING = frozenset(("defending", "garrisoning", "occupying"))
_BEFORE_ASSAILING = frozenset(
    ("between", "and", "the", "of", "by", "a", "an", "small", "large", "larger", "smaller")
)
_ENDS = (
    words("clause_end") | words("complement_preposition") | words("in_preposition") | {"and", "or", "to", "a"}
)
_LAUNCHES = frozenset(("launched", "launching"))
_ADVANCES_ON = ADVANCES - CAPTURES - _LAUNCHES - {"landed", "landing"}  # troops that one lands
_DATING = words("date_word") | {
    "in", "on", "early", "late", "mid", ",", "primarily", "mainly", "from", "to", "between", "until",
}  # fmt: skip
_MOSTLY = frozenset(("mainly", "mostly", "primarily", "chiefly", "including"))
_SIDES = frozenset(("attackers", "defenders", "besiegers", "raiders", "invaders", "assailants"))
_TAKEN = CAPTURES | {"take", "took", "taking"}
_NAMES = frozenset(("codenamed", "code-named", "nicknamed", "dubbed", "termed"))
FORCES = frozenset(("fleet", "army", "navy", "forces", "force", "troops", "squadron", "militia"))
_ENDED = words("beaten_by")
_FELL = frozenset(("fell", "fallen", "surrendered", "capitulated", "lost"))
_MEN = 7  # tokens between "by" and the name of whose men they were
_FAR = 12  # tokens between a verb of capture and "from"
_HOLDS_PLACE = frozenset(("held", "defended", "holding", "defending", "hold", "defend"))
_HELD = 9  # tokens of "held the fort at Osk against"
_RELIEVES = words("relieves")
_INTO = frozenset(("into", "upon", "on"))
_NEAR = 4  # tokens between a name and the noun that it owns, or the verb whose object it is
# A sentence without one of them says nothing so.
NAME_SIGNS = (
    (ADVANCES | OFFENSIVE | _DEFENSIVE | BESET | REPELS | _DEFENDS | _DOES | _DRIVES)
    | (_COMING | _HOLDING | _MET | _REPELLING)
    | {"siege", "encirclement", "fall", "into", "upon"}
    | _FELL
)


def signs_beside(tokens: Sequence[Token], first: int, last: int) -> Iterator[bool]:
    """Yield what a name says by its noun, or a participle in it or right behind it.

    "X defenders", "X invaders", "X invading army", "X army invading Y".
    """
    if any(t.lower in _ASSAILING for t in tokens[first + 1 : last]):
        yield True
    if first < last and tokens[last].lower in _SIDES:  # "Danish defenders defeated": they withstood
        yield tokens[last].lower != "defenders"
    behind = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    if behind in _COMING:
        yield True
    elif behind in _HOLDING:
        yield False


def signs_before(tokens: Sequence[Token], first: int) -> Iterator[bool]:
    """Yield what the words before a name say of it."""
    at = first - 1
    while at >= 0 and (tokens[at].lower in _ARTICLES or _counts(tokens, at)):
        at -= 1
    if at < 0:
        return
    apposed = at - (tokens[at].lower in _MOSTLY)
    if apposed > 0 and tokens[apposed].text == "," and tokens[apposed - 1].lower in _SIDES:
        yield tokens[apposed - 1].lower != "defenders"
    word = tokens[at].lower
    ahead = [t.lower for t in tokens[max(0, at - _NEAR) : at]]
    if word in _ASSAILING and ahead[-1:] and ahead[-1] in _BEFORE_ASSAILING:
        yield True
    elif word == "by" and ahead:
        done = _done_before(tokens, at)
        over = _passive_before(tokens, at)
        is_defence = done in _DOES and not _DEFENSIVE.isdisjoint(ahead) and OFFENSIVE.isdisjoint(ahead)
        is_defence = is_defence or (over is not None and _is_withstood(tokens, over))
        if done in _DEFENDS or done == "met" or is_defence:  # "a defence led by X"
            yield False
        elif (
            done in _STARTS
            or (OFFENSIVE & set(ahead) and done not in _NOT_DONE and _NAMES.isdisjoint(ahead))
            or (over is not None and is_driven_out(tokens, over))
        ):
            yield True
    elif _repels(tokens, at) or _ran_into(tokens, at) or (word == "against" and _held_against(tokens, at)):
        yield True
    elif _is_object(tokens, first, at):
        yield False
    elif word == "of":
        yield from _of_men(tokens, at)
    elif word == "to" and _falls_to(tokens, at):
        yield True


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number says how many they are: "against some 4,000 X"; a year does not."""
    return tokens[at].kind == "number" and at > 0 and tokens[at - 1].lower not in _DATING


def _ran_into(tokens: Sequence[Token], into: int) -> bool:
    """Whether others came upon a name on their way: "the column ran into two companies of the X"."""
    if tokens[into].lower == "of":
        into = next((i for i in range(into - 1, max(0, into - _NEAR), -1) if tokens[i].lower in _INTO), into)
    return into > 0 and tokens[into].lower in _INTO and runs_into(tokens, into - 1)


def _held_against(tokens: Sequence[Token], against: int) -> bool:
    """Whether somebody held a place against a name: "held the fort at Osk against some 4,000 X"."""
    for i in range(against - 1, max(-1, against - _HELD), -1):
        if tokens[i].lower in _HOLDS_PLACE:
            return tokens[i - 1].lower not in _BE and tokens[i + 1].lower not in ("talks", "a", "elections")
        if tokens[i].text in (";", ":") or (is_verb(tokens[i]) and tokens[i].lower not in _BE):
            return False
    return False


def _falls_to(tokens: Sequence[Token], to: int) -> bool:
    """Whether what stands before "to" fell to whom follows: "the fall of Osk to X", "Osk fell to X"."""
    for i in range(to - 1, max(0, to - _FAR), -1):
        word = tokens[i].lower
        if word in _FELL:
            return True
        if word == "fall":
            return i + 1 < to and tokens[i + 1].lower == "of"
        if is_verb(tokens[i]) or tokens[i].text == ";":
            return False
    return False


def _passive_before(tokens: Sequence[Token], by: int) -> int | None:
    """Return the participle of the passive that "by" goes with, over a place: "was driven from it by"."""
    for i in range(by - 1, max(0, by - _MEN), -1):
        if tokens[i].kind == "punct":
            return None
        if is_verb(tokens[i]):
            return i if tokens[i - 1].lower in _BE else None
    return None


def _is_withstood(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a participle tells of an attack that failed: "was met near it by", "was beaten off by"."""
    return tokens[verb].lower in _MET or is_thrown_back(tokens, verb)


def _repels(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before a name is an active verb of throwing it back: "repelled X", "beat off X"."""
    verb = at - (tokens[at].lower in ("off", "back"))
    if verb < 1 or tokens[verb - 1].lower in _BE:
        return False
    return tokens[verb].lower in _REPELLING or (verb < at and is_thrown_back(tokens, verb))


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
    owner = next((i for i, t in enumerate(tokens[of + 1 : of + _NEAR]) if t.text[-2:] in ("'s", "’s")), None)
    if owner is not None and not _owns_force(tokens, of + 1 + owner):
        return  # "by men of X's Y": of Y
    done = _done_before(tokens, by)
    if done in _DEFENDS or done in _STARTS:
        yield done in _STARTS


def _owns_force(tokens: Sequence[Token], owner: int) -> bool:
    """Whether a force without a name follows a possessive, so that its owner's it was: "X's second fleet"."""
    for token in tokens[owner + 1 : owner + _NEAR]:
        if token.lower in FORCES:
            return token.text.islower()
    return False


def _done_before(tokens: Sequence[Token], by: int) -> str:
    """Return the word that "by" goes with, a date and an adverb apart: "launched in early May 2013 by".

    Of two the first tells how it began: "intercepted and defeated by".
    """
    at = by - 1
    while at > 0 and (
        tokens[at].kind == "number" or tokens[at].lower in _DATING or tokens[at].lower.endswith("ly")
    ):
        at -= 1
    if at > 1 and tokens[at].lower in _ENDED and tokens[at - 1].lower == "and":
        return tokens[at - 2].lower
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
        taken = range(max(0, at - _FAR), at)
        if any(tokens[i].lower in TAKES_FROM and takes_from(tokens, i) for i in taken):
            return True
        return any(tokens[i].lower in CAPTURES for i in taken)
    if word in _DRIVES and "defenders" in before:
        return False  # "the defenders routed X"
    if word in BESET or word in _DRIVES:
        return True
    return word in _ADVANCES_ON and word.endswith(("ed", "ing"))


def signs_behind(tokens: Sequence[Token], last: int) -> Iterator[bool]:
    """Yield what the noun that a name stands before, or owns, says of it."""
    if names_offensive(tokens, last + 1):
        yield True
        return
    for i in range(last + 1, min(last + _NEAR, len(tokens))):
        word = tokens[i].lower
        if word in _DEFENSIVE:
            yield False
            return
        if word in OFFENSIVE:
            if tokens[i - 1].lower in _RISINGS:  # "the Danish coup attempt": where, not whose
                return
            if _is_relief(tokens, i):  # "the X attempt to bring provisions to the besieged"
                return
            is_object = i + 1 < len(tokens) and tokens[i + 1].lower == "of" and word == "siege"
            yield not is_object
            return
        is_noun = tokens[i].text.islower() and word not in _ENDS and not is_verb(tokens[i])
        if not is_noun and not (i == last + 1 and word in ("'s", "’s")):
            return


def _is_relief(tokens: Sequence[Token], noun: int) -> bool:
    """Whether an attempt was none to attack: to help the besieged, to get away."""
    to = [t.lower for t in tokens[noun + 1 : noun + 3]]
    return tokens[noun].lower in ("attempt", "attempts") and to[:1] == ["to"] and not _RELIEVES.isdisjoint(to)


def names_offensive(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name of an offensive begins or goes on here: "the Danish | Spring Offensive"."""
    for token in tokens[at : at + _NEAR - 1]:
        if token.text in ("Offensive", "Offensives"):
            return True
        if not token.text[:1].isupper():
            return False
    return False

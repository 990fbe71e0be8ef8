"""Whether a name is that of who acts, and a deed one that is told of: what several constructions ask."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set

from tasks.actors.known.name_words import titles
from tasks.events.clauses.phrases.slot_phrase import read_phrase
from tasks.events.subject_verb import is_verb
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.model.document import Token
from tasks.model.order import END, START
from tasks.model.span import Span

_ACTS = words("act")
_ENDS = words("clause_end")
_HITS = words("hit") | words("suffers")
_THEMSELVES = words("doer")  # "the gunmen", "two of the attackers": who attacked, not who was attacked
_DATES = words("date_word") | {
    ",", "the", "of", "night", "morning", "evening", "afternoon", "dawn", "dusk", "noon", "midnight", "eve",
    "early", "late", "hours", "day",
}  # fmt: skip
_DATE = 9  # tokens of "the early hours of Monday, 3 May 1999"
_BACKS = words("support") | {
    "backed",
    "trained",
    "funded",
    "sponsored",
    "armed",
    "inspired",
    "linked",
    "affiliated",
    "aligned",
}
_BEHIND_BACKED = _ENDS | {"by", "with", "to", "in", "on", "at", "from", "the", "a", "an", "and", "for"}
_MEMBERS, _MEMBER = words("members"), words("member")
_PREPOSED = frozenset(("of", "by", "against", "with", "from", "near", "on", "upon", "for", "to"))
_BEFORE_THE = frozenset(("by", "on", "upon", "against", "with", "to"))
_SUPPORT = words("support_noun") | {"supported", "backed", "assisted", "aided", "helped"}
_MANY = frozenset(
    ("dozens", "scores", "hundreds", "thousands", "group", "groups", "number", "band", "bands", "gang",
     "force", "squad", "column", "crowd", "mob")
)  # fmt: skip
_ONE_OF = _MEMBERS | _MEMBER | _MANY | {"one"}
_ONCE = frozenset(("former", "ex", "expelled", "retired", "defected"))
_DONE_TO, _DEED = words("done_to"), words("deed")
_DEEDS = words("of_target") | {"attacks", "act", "acts", "operation"}
_GUISES = frozenset(("dressed", "disguised", "posing", "masquerading"))
_TIED = frozenset(("affiliated", "associated", "belonging"))
_JUDGES = words("judges")
_OTHERS = frozenset(
    ("neighbours", "neighbors", "allies", "enemies", "opponents", "critics", "rivals", "heirs")
)
_KIN = frozenset(
    ("son", "sons", "brother", "brothers", "daughter", "nephew", "cousin", "wife", "father", "widow")
)
_BEHIND_DONE = frozenset(
    ("in", "by", "during", "on", "and", "at", ",", ".", "worldwide", "nationwide", "overnight", "yesterday")
)
_INSIDE = frozenset(("inside", "outside", "in", "at", "into", "near", "aboard", "beside"))
_CRAFT = words("machine") | words("machine_alone")
_BE = words("be")
_JOINS = frozenset(("and", "but"))
_SUBJECT = 8  # tokens that a subject without commas has at most
_THEM = frozenset(("him", "her", "them", "it", "us"))
_LAUNCHED = frozenset(("launched", "committed", "conducted", "mounted", "perpetrated", "staged"))
_FAR_OF = frozenset(("on", "upon", "against", "of", "toward", "towards"))
_ONTO = frozenset(("on", "upon", "against"))
_PART = 5  # tokens of "on the rear guard of"
_FAR = 28  # tokens between what was attacked, with its description, and who did it


def was_done_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether "killed" and the like is passive: "soldiers killed in the attack"."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1].lower
    if following == "by" and (tokens[at].lower in _DONE_TO or tokens[at].lower in _DEED):
        return True  # "men lynched by a mob", "an attack launched by X"
    if (
        following == "out"
        and tokens[at].lower == "carried"
        and tokens[min(at + 2, len(tokens) - 1)].lower == "by"
    ):
        return True
    if tokens[at].lower not in ("killed", "shot", "hit", "struck"):
        return False
    if following == "at" and at + 2 < len(tokens) and tokens[at + 2].lower in ("least", "most"):
        return False  # "killed at least 91 people"
    if following in ("at", "on") and tokens[at].lower == "shot" and at + 2 < len(tokens):
        at_whom = read_phrase(tokens, at + 2)
        if tokens[at + 2].lower in _THEM or (at_whom is not None and at_whom.kind == "people"):
            return tokens[at - 1].lower in _BE  # "soldiers shot at demonstrators"
    if following == "to" and at + 2 < len(tokens) and tokens[at + 2].kind == "number":
        return True  # "the number of journalists killed to 34"
    if following == "and" and at + 4 < len(tokens) and is_verb(tokens[at + 2]):
        if tokens[at + 3].lower == "at" and tokens[at + 4].lower in ("least", "most"):
            return False  # "shot and killed at least eleven people"
        return tokens[at + 3].lower in _BEHIND_DONE  # "shot and killed his teacher" is none
    return following in _BEHIND_DONE


def is_earlier(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a relative clause tells of what came before: "the forces which had invaded Northland"."""
    return verb > 0 and tokens[verb].lower == "had" and tokens[verb - 1].lower in ("which", "that", "who")


def is_far_agent(tokens: Sequence[Token], by: int, events: Sequence[Trigger]) -> bool:
    """Whether "by" follows an attack on what a phrase describes: "an attack on a Norland ship, the X, by".

    So it does behind a siege or a bombardment: "the siege of Osk, in the north, by X".
    """
    for event in events:
        between = tokens[event.last + 1 : by]
        if [t.lower for t in between[1:3]] == ["carried", "out"]:  # "an attack was carried out against"
            between = between[3:]
        elif between[:1] and between[0].lower in _LAUNCHED:  # "raids launched on 20 August on Osk by X"
            between = _behind_day(between[1:])
        if event.is_verb or not 0 < len(between) <= _FAR or between[0].lower not in _FAR_OF:
            continue
        if not any(is_verb(t) or t.lower in _ENDS or t.text in (";", ":") for t in between):
            return True
    return False


def _behind_day(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens behind a day with which they begin: "on 20 August 1955 | on towns"."""
    if len(tokens) < 3 or tokens[0].lower != "on":
        return tokens
    end = 1
    while end < len(tokens) and (tokens[end].kind == "number" or tokens[end].lower in _DATES):
        end += 1
    return tokens[end:] if end > 1 else tokens


def behind_machines(tokens: Sequence[Token], at: int) -> int | None:
    """Return where the words for what a force used end: "by X jet aircraft and Y torpedo boats"."""
    end = at
    while end < len(tokens) and end - at < 4 and tokens[end].text.islower() and tokens[end].lower != "and":
        end += 1
    return end if end > at and tokens[end - 1].lower in _CRAFT else None


def stands_inside(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name is a place in or at which something is done: "detonated inside the church"."""
    first = bisect_left(tokens, span.start, key=START)
    while first > 0 and tokens[first - 1].lower in ("the", "a", "an"):
        first -= 1
    return first > 0 and tokens[first - 1].lower in _INSIDE


def suffer_attackers(tokens: Sequence[Token], by: int) -> bool:
    """Whether a passive before "by" is of those who attacked: "the gunmen were shot by X".

    Where and when may stand before "by": "the gunmen held out, but were shot in a last assault by X".
    """
    near = range(by - 1, max(0, by - 4), -1)
    verb = next((i for i in near if tokens[i].lower in _HITS or tokens[i].lower == "destroyed"), None)
    if verb is None:
        verb = next((i for i in range(by - 1, max(1, by - 9), -1) if _is_passive(tokens, i)), None)
        if verb is None or any(t.kind == "punct" for t in tokens[verb:by]):
            return False
    if _comes_first(tokens, range(verb - 1, max(-1, verb - 9), -1), _THEMSELVES, _ENDS):
        return True
    is_joined = verb > 2 and tokens[verb - 1].lower in _BE and tokens[verb - 2].lower in _JOINS
    return is_joined and _comes_first(tokens, range(min(_SUBJECT, verb)), _THEMSELVES, _ENDS)


def _is_passive(tokens: Sequence[Token], verb: int) -> bool:
    return tokens[verb].lower in _HITS and tokens[verb - 1].lower in _BE


def hit_attackers(tokens: Sequence[Token], verb: int) -> bool:
    """Whether those who attacked are the object of a verb: "X shot the attacker", "killed two gunmen"."""
    first = verb + 1 + (verb + 1 < len(tokens) and tokens[verb + 1].lower in ("on", "at", "upon"))
    for i, token in enumerate(tokens[first : verb + 6], first):
        if token.lower in _THEMSELVES and not (i + 1 < len(tokens) and tokens[i + 1].lower in _DEEDS):
            return True  # not "conducted a terrorist attack"
        if token.kind == "punct" or token.lower in ("on", "at", "in", "by", "and", "with", "when"):
            return False
    return False


def is_judged(tokens: Sequence[Token], by: int) -> bool:
    """Whether "by" follows what somebody thinks or says of a deed: "the coup was viewed as illegal by X"."""
    return _comes_first(tokens, range(by - 1, max(-1, by - 7), -1), _JUDGES, _ACTS)


def _comes_first(tokens: Sequence[Token], places: range, wanted: Set[str], ends: Set[str]) -> bool:
    """Whether a wanted word comes at these places before one that ends the look, as punctuation does."""
    for i in places:
        if tokens[i].lower in wanted:
            return True
        if tokens[i].kind == "punct" or tokens[i].lower in ends:
            return False
    return False


def owns_others(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name only owns who acts, where those are no force of its own: "by X's neighbours"."""
    last = bisect_left(tokens, span.end, key=END)
    if last + 1 >= len(tokens) or tokens[last].end <= span.end:
        return False
    following = [t.lower for t in tokens[last + 1 : last + 4]]
    return bool(_OTHERS & set(following)) or following[0] in _KIN


def before_date(tokens: Sequence[Token], by: int) -> int:
    """Return where a date before "by" begins, `by` if none does: "was launched on 24 January 2015 by X"."""
    at = by
    while at > 1 and by - at < _DATE and (tokens[at - 1].kind == "number" or tokens[at - 1].lower in _DATES):
        at -= 1
    return at - 1 if at < by and at > 1 and tokens[at - 1].lower in ("on", "in") else by


def only_backs(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name only says who backs, trains or pays those who act: "by X-backed officers of Y"."""
    last = bisect_left(tokens, span.end, key=END)
    if last + 2 < len(tokens) and tokens[last + 1].lower in _BACKS:  # "by X backed officers of Y"
        return tokens[last + 2].kind == "word" and tokens[last + 2].lower not in _BEHIND_BACKED
    return last < len(tokens) and tokens[last].lower.rpartition("-")[2] in _BACKS and "-" in tokens[last].text


def is_of_members(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name stands behind "members of", "fighters from": they act for it."""
    first = bisect_right(tokens, span.start, key=END)
    before = [t.lower for t in tokens[max(0, first - 4) : first]]
    before = [w for w in before if w not in ("the", "a", "an", "two", "three", "four", "several")]
    if before[-1:] and before[-1] in ("with", "to") and before[-2:-1] and before[-2] in _TIED:
        return True
    if len(before) < 2 or before[-1] not in ("of", "from"):
        return False
    if before[-2] == "number" and first > 2 and tokens[first - 3].lower in ("the", "total"):
        return False  # "the number of soldiers killed": who was counted, no band of them
    return before[-2] in _ONE_OF and not (before[-2] in _MEMBER and before[-3:-2] and before[-3] in _ONCE)


def is_of_once(tokens: Sequence[Token], span: Span) -> bool:
    """Whether those who act only belonged to a body: "former members of the X", "ex-soldiers of the X"."""
    of = bisect_right(tokens, span.start, key=END) - 1
    of -= of > 0 and tokens[of].lower == "the"
    if of < 1 or tokens[of].lower not in ("of", "from") or not tokens[of - 1].text.islower():
        return False
    return tokens[of - 1].lower.startswith("ex-") or (of > 1 and tokens[of - 2].lower in _ONCE)


def is_under(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name is that of the one who leads those before it: "men of the X under Colonel Y"."""
    first = bisect_right(tokens, span.start, key=END)
    return first > 0 and tokens[first - 1].lower == "under"


def is_prepositional(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a preposition stands right before a name, so that the name is no subject.

    Nor are those whom somebody only looked like: "dressed as soldiers".
    """
    first = bisect_right(tokens, span.start, key=END)
    if first > 1 and tokens[first - 1].lower == "as" and tokens[first - 2].lower in _GUISES:
        return True
    before = [t.lower for t in tokens[max(0, first - 3) : first]]
    if any(w in _SUPPORT for w in before) and {"of", "from", "by"} & set(before[-2:]):
        return True  # "with support of the X", "backed by X"
    if before[-1:] == ["the"] and before[-2:-1] and before[-2] in _BEFORE_THE:
        return True
    if len(before) == 3 and before[1:] == ["of", "the"] and before[0] in titles():
        return True  # "the commander of the X"
    return first > 0 and tokens[first - 1].lower in _PREPOSED


def is_hit_part(tokens: Sequence[Token], span: Span) -> bool:
    """Whether "of the X" tells whose part was hit: "an attack on the vanguard of the X and routed it"."""
    of = bisect_right(tokens, span.start, key=END) - 1
    of -= of > 0 and tokens[of].lower == "the"
    if of < 2 or tokens[of].lower != "of":
        return False
    for at in range(of - 1, max(0, of - _PART), -1):
        if tokens[at].lower in _ONTO:
            return True
        if tokens[at].kind == "punct" or is_verb(tokens[at]):
            return False
    return False

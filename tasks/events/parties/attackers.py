"""Who attacked, by what they used or by a word for the attacker.

- machines: "one of the X Air Force aircraft taking part in a show opened fire"
- driving: "a lorry driven by X rammed into the crowd"
- named: "the attacker, X", "the perpetrator was identified as X", "a man named X detonated"
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set

from tasks.actors.words import titles
from tasks.events.clause_parts import is_verb
from tasks.events.found import Found, Words
from tasks.events.parties.guarded import is_violent
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.model.document import Token
from tasks.model.order import END, START
from tasks.model.span import Span

_ACTS = words("act")
_ATTACKER = words("attacker")
_DRIVERS = frozenset(("pilot", "driver"))
ATTACKERS = _ATTACKER | _DRIVERS
_BE = words("be")
_ENDS = words("clause_end")
MACHINES = words("machine")
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
_MEMBERS = words("members")
_PREPOSED = frozenset(("of", "by", "against", "with", "from", "near", "on", "for", "to"))
_SUPPORT = words("support_noun") | {"supported", "backed", "assisted", "aided", "helped"}
_MANY = frozenset(
    ("dozens", "scores", "hundreds", "thousands", "group", "groups", "number", "band", "bands", "gang",
     "force", "squad", "column", "crowd", "mob")
)  # fmt: skip
_ONE_OF = _MEMBERS | _MANY | {"one"}
_DONE_TO = words("done_to")
_DEEDS = words("of_target") | {"attacks", "act", "acts", "operation"}
_GUISES = frozenset(("dressed", "disguised", "posing", "masquerading"))
_TIED = frozenset(("affiliated", "associated", "belonging"))
_JUDGES = words("judges")
_OTHERS = frozenset(("neighbours", "neighbors", "allies", "enemies", "opponents", "critics", "rivals"))
_BEHIND_DONE = frozenset(
    ("in", "by", "during", "on", "and", "at", ",", ".", "worldwide", "nationwide", "overnight", "yesterday")
)
_TOLD = frozenset(("identified", "named"))
_GUILT = frozenset(("guilty", "convicted", "mistook", "misidentified", "fired", "bombed", "court-martialled"))
_INSIDE = frozenset(("inside", "outside", "in", "at", "into", "near", "aboard", "beside"))
STEERS = frozenset(("piloted", "flown", "driven", "steered", "commanded", "captained"))
_DOES = words("strikes") | {"released", "sank", "ran"}
_CRAFT = words("machine") | words("machine_alone")
_FAR = 28  # tokens between what was attacked, with its description, and who did it
_STEER_REACH = 6  # tokens
_MACHINE_REACH = 16  # tokens between an owner of machines and the verb of what they did


def machines(words_: Words) -> Iterable[Found]:
    """Machines: whose aircraft or soldiers did it: "one of the X aircraft taking part ... fired"."""
    tokens = words_.tokens
    if MACHINES.isdisjoint(words_.sentence.words) or _ACTS.isdisjoint(words_.sentence.words):
        return
    for span, actor in words_.mentions:
        at = bisect_left(tokens, span.end, key=START)
        end = at
        while end < len(tokens) and end - at < 4 and _is_of_machine(tokens[end]):
            end += 1
        if not any(t.lower in MACHINES for t in tokens[at:end]):
            continue
        for k in range(at, min(at + _MACHINE_REACH, len(tokens))):
            if tokens[k].kind == "punct" or tokens[k].lower in _ENDS or tokens[k].lower in _BE:
                break
            is_act = tokens[k].lower in _ACTS and tokens[k - 1].lower != "to"
            if is_act and not was_done_to(tokens, k) and is_violent(tokens, k):
                yield Found(actor, "perpetrator", span)
                break


def named_attackers(words_: Words) -> Iterable[Found]:
    """Named: the actor that a word for the attacker introduces."""
    tokens = words_.tokens
    for i in words_.sentence.places(ATTACKERS):
        if i + 2 >= len(tokens) or not (tokens[i].lower in _ATTACKER or _is_guilty_pilot(tokens, i)):
            continue
        following = [t.lower for t in tokens[i + 1 : i + 14]]
        is_told = "as" in following and not _TOLD.isdisjoint(following[:3])  # "the gunman, identified as X"
        if following[0] in (",", "as", "—", "–") and not is_told:  # "the attacker, X"; "the bomber as X"
            start = i + 2
        elif "as" in following and not _TOLD.isdisjoint(following):
            start = i + 1 + following.index("as") + 1
        elif following[0] == "was" or following[0] in ("named", "called"):
            start = i + 2
        else:
            continue
        mention = _behind_age(words_, start)
        if mention is None and following[0] == ",":
            mention = _named_in_aside(words_, i + 2)
        if mention is None:
            continue
        alleged = any(t.lower in ("alleged", "suspected") for t in tokens[max(0, i - 3) : i])
        yield Found(mention[1], "perpetrator", mention[0], None, alleged, "named")
        after = bisect_left(tokens, mention[0].end, key=START)
        joined = words_.at(after + 1) if after + 1 < len(tokens) and tokens[after].lower == "and" else None
        if joined is not None:
            yield Found(joined[1], "perpetrator", joined[0], None, alleged, "named")


def _is_of_machine(token: Token) -> bool:
    """Whether a word may stand between an owner and its machine: "fighter", "AC-130U"; no verb."""
    if token.text.islower() and not is_verb(token):
        return True
    return token.kind == "word" and any(map(str.isdigit, token.text))


def _behind_age(words_: Words, start: int) -> tuple[Span, str] | None:
    """Return the mention at a token or behind an age: "the pilot, 21-year-old Sergeant X"."""
    tokens = words_.tokens
    for i in range(start, min(start + 6, len(tokens))):
        mention = words_.at(i)
        if mention is not None:
            return mention
        is_age = tokens[i].text[:1].isdigit() or tokens[i].lower in ("-", "the", "a", "year", "old", "aged")
        if not is_age:
            return None
    return None


def _named_in_aside(words_: Words, at: int) -> tuple[Span, str] | None:
    """Return who is named within an aside: "the attacker, a Northland student named as X, ..."."""
    tokens = words_.tokens
    for i in range(at, min(at + 12, len(tokens) - 2)):
        if tokens[i].kind == "punct" and tokens[i].text not in ("-", "–"):
            return None
        if tokens[i].lower in _TOLD or tokens[i].lower == "called":
            return _behind_age(words_, i + 1 + (tokens[i + 1].lower == "as"))
    return None


def _is_guilty_pilot(tokens: Sequence[Token], at: int) -> bool:
    """Whether "the pilot" is one who did it: "found the pilot, X, was guilty of an error"."""
    if tokens[at].lower not in _DRIVERS or not at or tokens[at - 1].lower != "the":
        return False
    return any(t.lower in _GUILT for t in tokens[at + 1 : at + _MACHINE_REACH])


def driving(words_: Words) -> Iterable[Found]:
    """Driving: who steered what did it: "a lorry driven by X rammed", "a jet piloted by X dropped a bomb"."""
    tokens = words_.tokens
    for i in words_.sentence.places(STEERS):
        if i + 2 >= len(tokens) or tokens[i + 1].lower != "by":
            continue
        mention = next((m for j in range(i + 2, min(i + 6, len(tokens))) if (m := words_.at(j))), None)
        if mention is None:
            continue
        at = bisect_left(tokens, mention[0].end, key=START)
        at += 2 * (at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].lower == "who")
        for k in range(at, min(at + _STEER_REACH, len(tokens))):
            if (tokens[k].lower in _ACTS or tokens[k].lower in _DOES) and not was_done_to(tokens, k):
                yield Found(mention[1], "perpetrator", mention[0], rule="named")
                break
            if tokens[k].kind == "punct" or tokens[k].lower in _BE or tokens[k].lower in _ENDS:
                break


def was_done_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether "killed" and the like is passive: "soldiers killed in the attack"."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1].lower
    if following == "by" and tokens[at].lower in _DONE_TO:
        return True  # "men lynched by a mob"
    if tokens[at].lower not in ("killed", "shot", "hit", "struck"):
        return False
    if following == "at" and at + 2 < len(tokens) and tokens[at + 2].lower in ("least", "most"):
        return False  # "killed at least 91 people"
    if following == "and" and at + 3 < len(tokens) and is_verb(tokens[at + 2]):
        return tokens[at + 3].lower in _BEHIND_DONE  # "shot and killed his teacher" is none
    return following in _BEHIND_DONE


def is_earlier(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a relative clause tells of what came before: "the forces which had invaded Northland"."""
    return verb > 0 and tokens[verb].lower == "had" and tokens[verb - 1].lower in ("which", "that", "who")


def is_far_agent(tokens: Sequence[Token], by: int, events: Sequence[Trigger]) -> bool:
    """Whether "by" follows an attack on what a phrase describes: "an attack on a Norland ship, the X, by"."""
    for event in events:
        between = tokens[event.last + 1 : by]
        if event.is_verb or not 0 < len(between) <= _FAR or between[0].lower not in ("on", "against"):
            continue
        if not any(is_verb(t) or t.lower in _ENDS or t.text in (";", ":") for t in between):
            return True
    return False


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
    """Whether a passive before "by" is of those who attacked: "the gunmen were shot by X"."""
    verb = next((i for i in range(by - 1, max(0, by - 4), -1) if tokens[i].lower in _HITS), None)
    return verb is not None and _comes_first(
        tokens, range(verb - 1, max(-1, verb - 9), -1), _THEMSELVES, _ENDS
    )


def hit_attackers(tokens: Sequence[Token], verb: int) -> bool:
    """Whether those who attacked are the object of a verb: "X shot the attacker", "killed two gunmen"."""
    first = verb + 1 + (verb + 1 < len(tokens) and tokens[verb + 1].lower in ("on", "at", "upon"))
    for i, token in enumerate(tokens[first : verb + 6], first):
        if token.lower in _THEMSELVES and not (i + 1 < len(tokens) and tokens[i + 1].lower in _DEEDS):
            return True  # not "conducted a terrorist attack"
        if token.kind == "punct" or token.lower in ("on", "at", "in", "by", "and", "with", "when"):
            return False
    return False


def is_attacker_before(tokens: Sequence[Token], start: int) -> bool:
    """Whether a word for the attacker stands right before a name: "the gunman, X", "suspect X"."""
    first = bisect_left(tokens, start, key=START)
    before = [t.lower for t in tokens[max(0, first - 4) : first] if t.kind == "word"]
    return not (_THEMSELVES.isdisjoint(before) and _ATTACKER.isdisjoint(before))


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
    return bool(_OTHERS & set(following))


def before_date(tokens: Sequence[Token], by: int) -> int:
    """Return where a date before "by" begins, `by` if none does: "was launched on 24 January 2015 by X"."""
    at = by
    while at > 1 and by - at < _DATE and (tokens[at - 1].kind == "number" or tokens[at - 1].lower in _DATES):
        at -= 1
    return at - 1 if at < by and at > 1 and tokens[at - 1].lower in ("on", "in") else by


def only_backs(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name only says who backs, trains or pays those who act: "by X-backed officers of Y"."""
    last = bisect_left(tokens, span.end, key=END)
    return last < len(tokens) and tokens[last].lower.rpartition("-")[2] in _BACKS and "-" in tokens[last].text


def is_of_members(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a name stands behind "members of", "fighters from": they act for it."""
    first = bisect_right(tokens, span.start, key=END)
    before = [t.lower for t in tokens[max(0, first - 4) : first]]
    before = [w for w in before if w not in ("the", "a", "an", "two", "three", "four", "several")]
    if before[-1:] and before[-1] in ("with", "to") and before[-2:-1] and before[-2] in _TIED:
        return True
    return len(before) > 1 and before[-1] in ("of", "from") and before[-2] in _ONE_OF


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
    if before[-1:] == ["the"] and before[-2:-1] and before[-2] in ("by", "on", "against", "with", "to"):
        return True
    if len(before) == 3 and before[1:] == ["of", "the"] and before[0] in titles():
        return True  # "the commander of the X"
    return first > 0 and tokens[first - 1].lower in _PREPOSED

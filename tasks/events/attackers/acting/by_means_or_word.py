"""Who attacked, by what they used or by a word for the attacker.

- machines: "one of the X Air Force aircraft taking part in a show opened fire"
- driving: "a lorry driven by X rammed into the crowd"
- named: "the attacker, X", "the perpetrator was identified as X", "a man named X detonated"
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from tasks.events.attackers.acting.listed_attackers import listed_attackers
from tasks.events.clauses.guarded import is_violent
from tasks.events.clauses.who_acts import was_done_to
from tasks.events.found import Found, Words
from tasks.events.subject_verb import is_verb
from tasks.lexicons.construction_words import words
from tasks.lexicons.months import MONTH_NAMES
from tasks.model.document import Token
from tasks.model.order import START
from tasks.model.span import Span

_ACTS = words("act")
_PAST_ACTS = _ACTS - words("strike_noun") - {"attacks", "raids", "strikes"}  # "X drone attacks in Y ceased"
_ATTACKER = words("attacker")
_ONE = frozenset(("one",))
_PLURAL = frozenset(f"{noun}s" for noun in _ATTACKER) | {"gunmen"}
_DRIVERS = frozenset(("pilot", "driver"))
ATTACKERS = _ATTACKER | _DRIVERS
_BE = words("be")
_ENDS = words("clause_end")
MACHINES = words("machine")
_THEMSELVES = words("doer")  # "the gunmen", "two of the attackers": who attacked, not who was attacked
_TOLD = frozenset(("identified", "named"))
_GUILT = frozenset(("guilty", "convicted", "mistook", "misidentified", "fired", "bombed", "court-martialled"))
STEERS = frozenset(("piloted", "flown", "driven", "steered", "commanded", "captained"))
_DOES = words("strikes") | {"released", "sank", "ran"}
_NO_MODIFIER = frozenset(("a", "an", "the", "said", "says", "that", "of"))  # "the sources said a jet shelled"
_CALLED_SO = frozenset(("who", "responsible", "behind", "in", "and", "was", "had"))
_ASIDE = 18  # tokens of ", who had been trained abroad,"
_DOUBTED = frozenset(("alleged", "suspected", "suspect"))
_DATED = 4  # tokens of "in the 3 May"
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
            is_act = tokens[k].lower in _PAST_ACTS and tokens[k - 1].lower != "to"
            if is_act and not was_done_to(tokens, k) and is_violent(tokens, k):
                yield Found(actor, "perpetrator", span, "machines")
                break


def named_attackers(words_: Words) -> Iterable[Found]:
    """Named: the actor that a word for the attacker introduces."""
    tokens = words_.tokens
    for i in words_.sentence.places(ATTACKERS):
        if i + 2 >= len(tokens) or not (tokens[i].lower in _ATTACKER or _is_guilty_pilot(tokens, i)):
            continue
        following = [t.lower for t in tokens[i + 1 : i + 14]]
        is_told = "as" in following and not _TOLD.isdisjoint(following[:3])  # "the gunman, identified as X"
        behind = _behind_relative(tokens, i + 1)
        if behind:  # "the bomber, who had been trained abroad, was X"
            start = behind
        elif following[0] in (",", "as", "—", "–") and not is_told:  # "the attacker, X"; "the bomber as X"
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
        yield Found(mention[1], "perpetrator", mention[0], "named_attackers", None, alleged, "named")
        after = bisect_left(tokens, mention[0].end, key=START)
        joined = words_.at(after + 1) if after + 1 < len(tokens) and tokens[after].lower == "and" else None
        if joined is not None:
            yield Found(joined[1], "perpetrator", joined[0], "named_attackers", None, alleged, "named")


def _behind_relative(tokens: Sequence[Token], at: int) -> int:
    """Return where the words behind "was" begin, after a clause with "who" in commas; 0 without one."""
    if at + 2 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].lower not in ("who", "whose"):
        return 0
    ends = range(at + 2, min(at + _ASIDE, len(tokens) - 2))
    end = next((k for k in ends if tokens[k].text == ","), 0)
    return end + 2 if end and tokens[end + 1].lower == "was" else 0


def one_of_attackers(words_: Words) -> Iterable[Found]:
    """Named: whom an aside calls one of them: "X, one of the hijackers, took the controls"."""
    tokens = words_.tokens
    yield from _called_attackers(words_)
    yield from listed_attackers(words_, _PLURAL)
    for i in words_.sentence.places(_ONE):
        if not 1 < i < len(tokens) - 3 or tokens[i - 1].text != "," or tokens[i + 1].lower != "of":
            continue
        near = [t.lower for t in tokens[i + 2 : i + 6]]
        noun = next((k for k, word in enumerate(near) if word in _PLURAL), None)
        mention = words_.at(i - 2) if noun is not None and near[0] in ("the", "its", "his") else None
        if mention is not None and mention[0].end == tokens[i - 2].end:
            is_alleged = not {"alleged", "suspected"}.isdisjoint(near)
            yield Found(mention[1], "perpetrator", mention[0], "one_of_attackers", None, is_alleged, "named")


def _called_attackers(words_: Words) -> Iterable[Found]:
    """Named: whom an aside calls the attacker: "X, the suicide bomber, drove up"."""
    tokens = words_.tokens
    for i in words_.sentence.places(_ATTACKER):
        the = next((k for k in range(i - 1, max(1, i - 4), -1) if tokens[k].lower == "the"), 0)
        if the < 2 or tokens[the - 1].text != "," or i + 1 >= len(tokens):
            continue
        is_end = tokens[i + 1].kind == "punct" or tokens[i + 1].lower in _CALLED_SO
        mention = words_.at(the - 2) if is_end else None
        if mention is not None and mention[0].end == tokens[the - 2].end:
            is_alleged = not _DOUBTED.isdisjoint(t.lower for t in tokens[the : i + 1])
            if not (is_alleged and _is_of_dated(tokens, i + 1)):
                yield Found(
                    mention[1], "perpetrator", mention[0], "called_attackers", None, is_alleged, "named"
                )


def _is_of_dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether what somebody is suspected of has a day to tell it by: "the suspect in the May 3 bombing"."""
    return any(t.text in MONTH_NAMES for t in tokens[at : at + _DATED])


def _is_of_machine(token: Token) -> bool:
    """Whether a word may stand between an owner and its machine: "fighter", "AC-130U"; no verb."""
    if token.text.islower() and not is_verb(token):
        return token.lower not in _NO_MODIFIER
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
                yield Found(mention[1], "perpetrator", mention[0], "driving", grade="named")
                break
            if tokens[k].kind == "punct" or tokens[k].lower in _BE or tokens[k].lower in _ENDS:
                break


def is_attacker_before(tokens: Sequence[Token], start: int) -> bool:
    """Whether a word for the attacker stands right before a name: "the gunman, X", "suspect X"."""
    first = bisect_left(tokens, start, key=START)
    before = [t.lower for t in tokens[max(0, first - 4) : first] if t.kind == "word"]
    return not (_THEMSELVES.isdisjoint(before) and _ATTACKER.isdisjoint(before))

"""Event on: what stands behind "on", "upon", "against", "targeting" or "of" after a noun for an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from tasks.events.clauses.phrases.people_phrases import people_counted
from tasks.events.clauses.phrases.slot_phrase import read_phrase
from tasks.events.clauses.phrases.times import is_time
from tasks.events.clauses.strikes_on import strikes_on
from tasks.events.clauses.undergone import Aimed
from tasks.events.triggers import Trigger, violent_triggers
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deeds
from tasks.model.document import Sentence, Token

_WORST = frozenset(("worst", "deadliest", "bloodiest", "biggest", "heaviest", "largest"))
_LINKS = frozenset(("followed", "follows", "came", "prompted", "led", "triggered", "sparked", "preceded"))
_FURTHER = frozenset(
    ("other", "previous", "earlier", "similar", "past", "recent", "prior", "subsequent", "spike")
)
_DONE = frozenset(("carried", "launched", "made", "committed", "staged", "mounted"))
_ENDS, _OF = words("clause_end"), words("of_target")
_REMEMBERS, _AMID = words("remembers"), frozenset(("course", "amid", "amidst"))
_RISINGS, _BLASTS = words("rising"), deeds("blast")
_NO_AIM = words("no_aim")
_PARTS = frozenset(("beginning", "start", "onset", "end", "climax", "culmination", "part", "prelude"))
_DONE_OR_OUT = _DONE | {"out", "perpetrated", "conducted"}
_UNITS = frozenset(("minutes", "hours", "days", "weeks", "months", "years"))  # "a bombardment of two days"
_ANY = frozenset(("any", "further", "future"))
_ENDS_IT = frozenset(("end", "halt", "stop", "foil", "prevent", "avert", "thwart", "renounce", "abandon"))
_KEEPS_OFF = frozenset(("preventing", "foiling", "stopping", "averting", "thwarting", "halting"))
_BREAKS = frozenset((",", "after", "that", "which", "who", "when", "by"))
_SHALL_END = 6  # tokens of "to stop all its suicide"
_NEAR = 6  # tokens of "which was later carried out"
_REACH = 14  # tokens


def event_on(sentence: Sentence) -> Iterable[Aimed]:
    """Event on: what stands behind "on", "upon", "against", "targeting" or "of" after an event noun."""
    tokens = sentence.tokens
    for event in (*violent_triggers(sentence), *strikes_on(sentence)):
        if not _names_event(tokens, event):
            continue
        at = _behind_agent(tokens, event.last + 1)
        if at < len(tokens) and tokens[at].lower == "of" and not is_time(tokens, at + 1):
            if tokens[event.last].lower in _OF:
                is_span = at + 2 < len(tokens) and tokens[at + 2].lower in _UNITS
                phrase = None if is_span else read_phrase(tokens, at + 1)
                if phrase is not None:
                    yield Aimed(people_counted(tokens, at + 1, phrase), "event_on", event.first)
            continue
        at = _behind_relative(tokens, _behind_carried_out(tokens, at))
        far = _REACH + 8 * (at < len(tokens) and tokens[at].lower in ("by", "carried"))
        for j in range(at, min(at + far, len(tokens))):
            word = tokens[j].lower
            is_mark = tokens[j].kind == "punct" and word not in ("(", ")")
            if (
                word in _ENDS
                or word in _LINKS
                or (is_mark and word != "," and tokens[j - 1].kind != "number")
            ):
                break
            if word in ("against", "targeting", "on", "upon", "at") and j + 1 < len(tokens):
                if j == event.last + 1 and is_where(tokens, event):
                    break
                if (
                    tokens[j - 1].lower in _NO_AIM
                    or is_of_more(tokens, event.last, j)
                    or _is_called(tokens, j)
                ):
                    break
                phrase = None if is_time(tokens, j + 1) else read_phrase(tokens, j + 1)
                if phrase is not None:
                    yield Aimed(phrase, "event_on", event.first, word == "at")
                    break


def _is_called(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody only calls it so: "against what X described as a camp"."""
    return tokens[at + 1].lower == "what"


def is_of_more(tokens: Sequence[Token], event: int, at: int) -> bool:
    """Return whether an event is part of what somebody is against: "the start of a campaign against X"."""
    between = tokens[event + 1 : at]
    return any(one.lower in _PARTS and two.lower == "of" for one, two in pairwise(between))


def is_where(tokens: Sequence[Token], event: Trigger) -> bool:
    """Whether "on" behind a rising or a blast says where it was: "the mutiny on the Heron"."""
    noun, link = tokens[event.last].lower, tokens[event.last + 1].lower
    return (noun in _RISINGS and link in ("on", "at")) or (noun in _BLASTS and link == "on")


def _behind_relative(tokens: Sequence[Token], at: int) -> int:
    """Return where the "by" of a relative clause stands: "a massacre which was committed | by X"."""
    start = at + (at < len(tokens) and tokens[at].text == ",")
    if start >= len(tokens) or tokens[start].lower not in ("which", "that"):
        return at
    near = range(start + 2, min(start + _NEAR, len(tokens)))
    return next((k for k in near if tokens[k].lower == "by" and tokens[k - 1].lower in _DONE_OR_OUT), at)


def _behind_carried_out(tokens: Sequence[Token], at: int) -> int:
    """Return where a predicate of doing ends: "a bomb attack was carried out | at X"."""
    words_ = [t.lower for t in tokens[at : at + 3]]
    is_done = len(words_) == 3 and words_[0] in ("was", "were") and words_[1] in _DONE
    return at + 2 + (words_[2] == "out") if is_done else at


def _behind_agent(tokens: Sequence[Token], at: int) -> int:
    """Return where "of" stands behind an agent in commas: "the killing, by a pilot, of four soldiers"."""
    if [t.lower for t in tokens[at : at + 2]] != [",", "by"]:
        return at
    after = range(at + 2, min(at + _REACH, len(tokens)))
    return next((i for i in after if tokens[i].lower == "of" and tokens[i - 1].text == ","), at)


def _names_event(tokens: Sequence[Token], event: Trigger) -> bool:
    """Whether a noun names an event of violence; not one that it is compared with ("the worst in years")."""
    is_noun_last = event.last > event.first  # "launched an attack" on X
    if event.is_verb and not is_noun_last and not _is_plural_noun(tokens, event.last):
        return False
    if is_denied(tokens, event.first):
        return False
    before = [t.lower for t in tokens[max(0, event.first - 5) : event.first]]
    if not (_REMEMBERS.isdisjoint(before) and _AMID.isdisjoint(before)):
        return False  # "mourn the killing of X"; "in the course of an operation against X"
    if is_only_thought_of(tokens, event.first):
        return False
    if not _FURTHER.isdisjoint(before) or ("number" in before and _is_compared(tokens, event.first)):
        return False  # "followed a number of attacks on shops": others than the article's own
    return _WORST.isdisjoint(before[-3:])


def _is_compared(tokens: Sequence[Token], noun: int) -> bool:
    return any(t.lower in ("followed", "follows", "following") for t in tokens[max(0, noun - 8) : noun])


def _is_plural_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether "attacks" and the like is a noun by what follows: "simultaneous attacks against X"."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower.endswith("s") and following in ("against", "on", "upon", "of", "by", "targeting")


def is_only_thought_of(tokens: Sequence[Token], noun: int) -> bool:
    """Whether no event is told but what may come or shall end: "any attack on", "an end to attacks on"."""
    before = [t.lower for t in tokens[max(0, noun - _SHALL_END) : noun]]
    if not _ANY.isdisjoint(before[-2:]):
        return True
    if not any(t.lower.endswith("s") for t in tokens[noun : noun + 2]):
        return False  # "could not stop the attack on X"
    for at, word in enumerate(before):
        if word in ("end", "halt", "stop") and before[at + 1 : at + 2] in (["to"], ["of"]):
            return True
        if word in _ENDS_IT and not any(w in _BREAKS for w in before[at + 1 :]):
            return before[at - 1 : at] in (["to"], ["and"], ["would"], ["will"], ["must"])
        if word in _KEEPS_OFF:
            return True
    return False


def is_denied(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a clause says that something was no such event: "it wasn't a Russian attack on Y"."""
    before = [t.lower for t in tokens[max(0, noun - 5) : noun]]
    if tokens[noun].lower == "war" and any(w.startswith("declar") for w in before):
        return True  # "would declare war on Y"
    return ("not" in before and "only" not in before) or "n't " in f"{' '.join(before)} "

"""By agent: "carried out by X", "was attacked ... by X", "an attack by X"; "an attack of X upon Y"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import takewhile

from tasks.events.clauses.apposed_agents import apposed, are_described, is_done_to_him
from tasks.events.clauses.asides import is_aside
from tasks.events.clauses.bodies_of_parts import behind_best, is_squadron, owned, whole_of
from tasks.events.clauses.dispersed import is_held_by, is_put_down
from tasks.events.clauses.guarded import may_be_seized
from tasks.events.clauses.hands_of import HANDS, at_the_hands
from tasks.events.clauses.no_doer import is_guess
from tasks.events.clauses.phrasal import ends_passive
from tasks.events.clauses.phrases.slot_phrase import phrase_before
from tasks.events.clauses.who_acts import (
    before_date,
    behind_machines,
    is_far_agent,
    is_judged,
    only_backs,
    owns_others,
    suffer_attackers,
)
from tasks.events.found import Found, Words
from tasks.events.subject_verb import is_verb
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.document import Token
from tasks.model.order import START
from tasks.model.span import Span

_BE = words("be")
_DOES, _ACTS = words("deed"), words("act")
_DOES_BY = _DOES - {"led", "ordered"}
_HITS, _DONE_TO = words("hit"), words("done_to")
_VIOLENT = _ACTS | _HITS
_NO_DEED = words("undone") | {"fought", "contested", "met", "confronted", "opposed"}
_TAKEN = words("taken")
_HELP = frozenset(("rescue", "relief", "search", "evacuation", "recovery", "investigation", "manhunt"))
_WRECKED = frozenset(("destroyed", "sunk", "downed", "torpedoed"))
_ENDS = words("clause_end")
_AIMS = words("tried") | {
    "overthrow",
    "topple",
    "depose",
    "oust",
    "force",
    "remove",
    "gain",
    "secure",
    "free",
}
_INQUIRIES = words("inquiry")
_LAYS = frozenset(("laid", "set", "buried", "hidden", "left"))  # a mine, a bomb
_NAMES = frozenset(("codenamed", "code-named", "nicknamed", "dubbed", "termed"))
_IMPOSED, _SIEGES = frozenset(("laid", "imposed", "begun")), frozenset(("siege", "blockade"))
_WEAPONS = words("weapon") | {"mine", "mines", "landmine", "landmines", "device", "booby-trap"}
_SEIZED = frozenset(("seized", "boarded"))
_REPRISALS = frozenset(("reprisal", "reprisals", "retaliation", "revenge", "crackdown"))
_FOLLOWS = frozenset(("followed", "led", "sparked", "triggered", "prompted", "provoked"))
_RINGED = frozenset(("surrounded", "besieged", "encircled"))
_RELATIVE = frozenset(("which", "that", "who"))
_SAYS = frozenset(("said", "say", "says", "told", "according"))
_NEAR = 6  # tokens
_ATTEMPTS = frozenset(("attempt", "attempts", "plot", "bid", "conspiracy"))
_ATTEMPTED = (words("tried") | words("deposes")) - {"escape", "free", "lift", "relieve", "rescue", "break"}
_FAR_ATTEMPT = 14  # tokens of "attempts to seize control of the government of Osk"
_BY = frozenset(("by",))
_BEHIND_NOBODY = frozenset(
    ("in", "on", "at", "and", "under", "near", "inside", "outside", "against", "during")
)  # no name follows behind
_LIST_ENDS = _BEHIND_NOBODY | {"during", "after", "before", "who", "which"}
_MEANWHILE = frozenset(("as", "when", "while"))
_HIDES = (["covered", "up"], ["hushed", "up"])  # "the bombing was covered up by X"
_KNOWN = frozenset(("known", "such", "described", "identified", "referred", "designated"))  # "known as X"
_FAR = 12  # tokens between an attack and "upon"
_FOUGHT_OVER = late_pattern(r"\b(?:was|were|been) (?:[a-z]+ly )?met (?:at|near|in|on|outside) [^,;]*$")


def agents(words: Words, events: Sequence[Trigger]) -> Iterable[Found]:
    """by_agent: the actors behind a "by" that follows a deed."""
    tokens = words.tokens
    deed = -_FAR  # where the last "by" behind a deed stands
    for i in sorted({*words.sentence.places(_BY), *at_the_hands(words.sentence)}):
        if not 0 < i < len(tokens) - 1:
            continue
        is_next = tokens[i - 1].lower == "and" and 0 < i - deed <= _FAR  # "by a group and by the X"
        is_next = is_next or tokens[i - 1].lower in HANDS
        is_next = is_next or (tokens[i - 1].lower == "caused" and any(t.last == i - 2 for t in events))
        if is_next or _is_deed(tokens, i, events) or ends_passive(words.sentence, i):
            deed = i
            if suffer_attackers(tokens, i) or is_judged(tokens, i) or is_guess(tokens, i):
                continue
            if tokens[i - 1].lower in _RINGED and not _RELATIVE.isdisjoint(
                t.lower for t in tokens[max(0, i - _FAR) : i]
            ):
                continue  # "residents of X, which were surrounded by Y, would leave"
            for owner in _list(words, i + 1):
                span, actor = owned(words, owner[0]) or owner
                if owns_others(tokens, span):
                    continue
                yield Found(actor, "perpetrator", span, "by_agent", grade="agent")
                whole = whole_of(words, span) or (
                    owner if span != owner[0] and is_squadron(tokens, span) else None
                )
                if whole is not None:
                    yield Found(whole[1], "perpetrator", whole[0], "by_agent", grade="agent")


def agents_of(words: Words, events: Sequence[Trigger]) -> Iterable[Found]:
    """agent_of: the actor behind the "of" of an attack whose object follows: "an attack of X upon Y"."""
    tokens = words.tokens
    for event in events:
        at = event.last + 1
        if event.is_verb or at + 1 >= len(tokens) or tokens[at].lower != "of":
            continue
        upon = next(
            (k for k in range(at + 2, min(at + _FAR, len(tokens))) if tokens[k].lower == "upon"), None
        )
        if upon is None or _breaks(tokens, at, upon):
            continue
        found = next((m for k in range(at + 1, upon) if (m := words.at(k)) is not None), None)
        if found is not None:
            yield Found(found[1], "perpetrator", found[0], "by_agent", grade="agent")


def _is_deed(tokens: Sequence[Token], by: int, events: Sequence[Trigger]) -> bool:
    """Whether "by" follows a deed: "carried out by", "an attack ... by", not "attacked ... and freed by"."""
    by = before_date(tokens, by)
    before = [t.lower for t in tokens[max(0, by - 12) : by]]
    last = before[-1]
    if _is_no_deed(last, before) or any(t.text in _HELP for t in tokens[max(0, by - 12) : by]):
        return False  # but not behind the name of a relief society
    if last == "led":
        return any(t.last < by and by - t.last <= 5 for t in events) or bool(
            {"attempt", "plot"} & set(before[-5:])
        )
    if last == "ordered":  # "the bombing had been ordered by X", not "an inquiry into it was ordered by X"
        return any(t.last < by and by - t.last <= 4 for t in events) and _INQUIRIES.isdisjoint(before)
    if not _DOES_BY.isdisjoint(before[-3:]):
        return not _INQUIRIES & set(before[-4:])
    if last == "," and {"carried", "committed", "perpetrated"} & {t.lower for t in tokens[:by]}:
        return not _INQUIRIES & {t.lower for t in tokens[:by]}
    if last in _WRECKED and any(not t.is_verb and t.last < by for t in events):
        return True
    if _is_laid(last, before) or _is_attempted(tokens, by):
        return True
    if (
        last in _SEIZED
        and len(before) > 1
        and before[-2] in _BE
        and may_be_seized(tokens, phrase_before(tokens, by - 2))
    ):
        return True  # people or a vehicle, not land
    is_done_to = (last in _HITS or last in _DONE_TO) and len(before) > 1 and before[-2] in _BE
    if is_done_to or (is_verb(tokens[by - 1]) and _is_joined(before)):
        return True  # "was hit by", "was rammed and sunk by"
    if is_verb(tokens[by - 1]) and last not in _VIOLENT and not any(t.last == by - 1 for t in events):
        return False
    if is_far_agent(tokens, by, events):
        return True
    return any(
        t.last < by and by - t.last <= 12 and not _breaks(tokens, t.last + 1, by)
        for t in events
        if tokens[t.last].lower not in _TAKEN
    )


def _is_no_deed(last: str, before: Sequence[str]) -> bool:
    """Whether what was done by somebody was no attack: "was repelled by X", "was met near the wells by X"."""
    if not _NAMES.isdisjoint(before[-_NEAR:]):
        return True  # "codenamed Operation Y by X"
    if {"had", "been", "under"} <= set(before[-5:]) or {"after", "being"} <= set(before[-8:]):
        return True  # "a town that had been under siege by X until then", "after being driven out by X"
    if last in _REPRISALS and not _FOLLOWS.isdisjoint(before):
        return True  # "the massacres were followed by reprisals by X"
    if before[-2:-1] == ["carried"] and last != "out":
        return True  # "the revolution was carried forward by X"
    if is_held_by(before) or is_put_down(before):
        return True  # "opened fire to disperse a sit-in by protesters"
    if "end" in before[-_NEAR:] and "of" in before[-_NEAR:]:
        return True  # "this marked the end of daylight raids by X"
    is_met = "met" in before and _FOUGHT_OVER.search(" ".join(before)) is not None
    return is_met or last in _NO_DEED or before[-2:] in _HIDES


def _is_laid(last: str, before: Sequence[str]) -> bool:
    """Whether a siege or a bomb was laid: "the siege was laid by", "a mine was buried by"."""
    is_siege = last in _IMPOSED and not _SIEGES.isdisjoint(before)
    return is_siege or (last in _LAYS and not _WEAPONS.isdisjoint(before[-4:]))


def _is_attempted(tokens: Sequence[Token], by: int) -> bool:
    """Whether a plot or attempt of violence stands before "by": "an attempt to seize control of Y by X"."""
    for k in range(by - 2, max(-1, by - _FAR_ATTEMPT), -1):
        if tokens[k].lower in _ATTEMPTS:
            return tokens[k + 1].lower == "to" and tokens[k + 2].lower in _ATTEMPTED
        if tokens[k].kind == "punct" or tokens[k].lower in _ENDS:
            return False
    return False


def _is_joined(before: Sequence[str]) -> bool:
    """Whether the last of these words is joined to a passive of violence: "was rammed and sunk"."""
    return len(before) > 3 and before[-2] == "and" and before[-3] in _DONE_TO and before[-4] in _BE


def _list(words: Words, at: int) -> list[tuple[Span, str]]:
    """Return the mention that begins near a token and those joined to it by "and" or commas."""
    tokens, found = words.tokens, []
    i, gap = behind_best(words, at), 0
    while i < len(tokens) and gap <= 6:
        mention = words.at(i)
        if mention is not None:
            is_backer = only_backs(tokens, mention[0])
            found += [] if is_backer else [mention]
            while i < len(tokens) and tokens[i].start < mention[0].end:
                i += 1
            if is_backer:
                continue
            if i < len(tokens) and tokens[i].text == "(":
                while i < len(tokens) and tokens[i].text != ")":
                    i += 1
                i += 1
            if i + 1 < len(tokens) and tokens[i].text == "," and tokens[i + 1].lower == "and":
                i += 1
            after = behind_machines(tokens, i)
            i = after if after is not None and after + 1 < len(tokens) and tokens[after].lower == "and" else i
            i = _behind_whole(words, i)
            if i < len(tokens) and (tokens[i].lower in ("and", "alongside") or _lists_on(words, i)):
                i, gap = i + 1, 3
                continue
            break
        if tokens[i].lower == "and" and i + 1 < len(tokens) and not found and words.at(i + 1) is not None:
            i += 1  # "by Northland and pro-Northland forces"
            continue
        name = apposed(words, i) if tokens[i].text == "," and not found else None
        if name is not None and are_described(tokens, at, i) and not is_done_to_him(tokens, at - 1):
            i = name  # "by a former student, X"
            continue
        if _ends_list(tokens, at, i):
            break
        i, gap = i + 1, gap + 1
    return found


def _ends_list(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether those behind a "by" end here, without a name: "by officers to overthrow X"."""
    lower = tokens[at].lower
    if lower in _MEANWHILE and (at == first or tokens[at - 1].lower not in _KNOWN):
        return True  # "set off by remote control as X passed"
    if lower == "to":
        return at + 1 < len(tokens) and tokens[at + 1].lower in _AIMS
    return tokens[at].kind == "punct" or lower in _ENDS or lower in _BEHIND_NOBODY


def _lists_on(words: Words, at: int) -> bool:
    """Whether a comma goes on to the next of a list that "and" ends: "by X, Y and Z", "by X, the Y, and Z".

    Not to who says it: "by X, Y officials and Z said".
    """
    tokens = words.tokens
    if at + 2 >= len(tokens) or tokens[at].text != ",":
        return False
    begin = at + 1 + (tokens[at + 1].lower == "the")
    following = words.at(begin)
    if following is None or tokens[begin].start != following[0].start:
        return False
    end = bisect_left(tokens, following[0].end, lo=at, key=START)
    behind = [t.lower for t in tokens[end : end + 2]]
    if behind[:1] != ["and"] and behind != [",", "and"]:
        return False
    listed = takewhile(
        lambda t: t.kind != "punct" and t.lower not in _LIST_ENDS,
        tokens[end + behind.index("and") : end + _FAR],
    )
    return not any(is_verb(t) or t.lower in _SAYS for t in listed)


def _breaks(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(
        (t.lower in _ENDS and not is_aside(tokens, k)) or t.text in (";", ":")
        for k, t in enumerate(tokens[start:end], start)
    )


def _behind_whole(words: Words, at: int) -> int:
    """Return where "and" stands behind the body that men are of: "soldiers of the Y and ...", else `at`."""
    tokens = words.tokens
    if at + 2 >= len(tokens) or tokens[at].lower not in ("of", "from"):
        return at
    whole = words.at(at + 1 + (tokens[at + 1].lower == "the"))
    if whole is None:
        return at
    after = bisect_left(tokens, whole[0].end, lo=at, key=START)
    return after if after < len(tokens) and tokens[after].lower == "and" else at

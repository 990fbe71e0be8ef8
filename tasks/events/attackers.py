"""Who attacked, by what they used or by a word for the attacker.

- machines: "one of the X Air Force aircraft taking part in a show opened fire"
- named: "the attacker, X", "the perpetrator was identified as X", "a man named X detonated"
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from tasks.events.clause_parts import is_verb
from tasks.events.found import Found, Words
from tasks.lexicons.construction_words import words
from tasks.model.document import Token

_ACTS = words("act")
_ATTACKER = words("attacker")
_BE = words("be")
_ENDS = words("clause_end")
_MACHINES = words("machine")
_MACHINE_REACH = 16  # tokens between an owner of machines and the verb of what they did


def machines(words_: Words) -> Iterable[Found]:
    """Machines: whose aircraft or soldiers did it: "one of the X aircraft taking part ... fired"."""
    tokens = words_.tokens
    for span, actor in words_.mentions:
        at = bisect_left(tokens, span.end, key=lambda t: t.start)
        end = at
        while end < len(tokens) and end - at < 4 and tokens[end].text.islower() and not is_verb(tokens[end]):
            end += 1
        if not any(t.lower in _MACHINES for t in tokens[at:end]):
            continue
        for k in range(at, min(at + _MACHINE_REACH, len(tokens))):
            if tokens[k].kind == "punct" or tokens[k].lower in _ENDS or tokens[k].lower in _BE:
                break
            if tokens[k].lower in _ACTS and tokens[k - 1].lower != "to" and not was_done_to(tokens, k):
                yield Found(actor, "perpetrator", span)
                break


def named_attackers(words_: Words) -> Iterable[Found]:
    """Named: the actor that a word for the attacker introduces."""
    tokens = words_.tokens
    for i, token in enumerate(tokens):
        if token.lower not in _ATTACKER or i + 2 >= len(tokens):
            continue
        following = [t.lower for t in tokens[i + 1 : i + 14]]
        if following[0] == ",":
            start = i + 2
        elif "as" in following and {"identified", "named"} & set(following):
            start = i + 1 + following.index("as") + 1
        elif following[0] == "was" or following[0] in ("named", "called"):
            start = i + 2
        else:
            continue
        mention = words_.at(start) if start < len(tokens) else None
        if mention is not None:
            alleged = any(t.lower in ("alleged", "suspected") for t in tokens[max(0, i - 3) : i])
            yield Found(mention[1], "perpetrator", mention[0], None, alleged, "named")


def was_done_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether "killed" and the like is passive: "soldiers killed in the attack"."""
    if tokens[at].lower not in ("killed", "shot", "hit", "struck") or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].lower in ("in", "by", "during", "on", "and", "at", ",", ".")


def is_earlier(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a relative clause tells of what came before: "the forces which had invaded Northland"."""
    return verb > 0 and tokens[verb].lower == "had" and tokens[verb - 1].lower in ("which", "that", "who")

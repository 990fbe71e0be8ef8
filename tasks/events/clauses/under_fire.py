"""Under fire: "X ships came under fire from Y", "X was fired upon by Y", "Y fired upon X": Y attacked X.

"A convoy of X came under heavy fire" says of X that they were attacked, whoever it was that fired.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.found import Found, Words
from tasks.model.document import Token
from tasks.model.order import START
from tasks.model.span import Span

_COMES = frozenset(("came", "come", "comes", "coming", "were", "was"))
_FIRE = frozenset(("fire", "attack", "bombardment"))
_FROM = frozenset(("from", "by"))
_GETS = frozenset(("came", "come", "comes", "coming"))
_BESIDE_VERB = frozenset(("had", "then", "also", "which", "that", "who", "again", "suddenly", "soon", ","))
_QUALIFIED = 3  # tokens of "heavy mortar fire"
_UNDER = frozenset(("under", "upon"))
_AHEAD = 8  # tokens between "fired upon" and who was
_REACH = 5  # tokens between the parts of the construction


def under_fire(words_: Words) -> list[Found]:
    """Return who came under fire in a sentence, and from whom."""
    tokens = words_.tokens
    found: list[Found] = []
    for i in words_.sentence.places(_UNDER):
        origin = _origin(tokens, i)
        if origin is None and i and tokens[i].lower == "upon" and tokens[i - 1].lower == "fired":
            struck = next(
                (m for j in range(i + 1, min(i + _AHEAD, len(tokens))) if (m := words_.at(j))), None
            )
            found += [Found(struck[1], "target", struck[0], "under_fire")] if struck is not None else []
        if origin is None:
            if comes_under(tokens, i) and (alone := _right_before(words_, i)) is not None:
                found.append(Found(alone[1], "target", alone[0], "under_fire"))
            continue
        agent = next((m for j in range(origin, min(origin + 4, len(tokens))) if (m := words_.at(j))), None)
        begin = tokens[max(0, i - 2 * _REACH)].start
        hit = [m for m in words_.mentions if begin <= m[0].start and m[0].end <= tokens[i].start]
        if agent is not None:
            found.append(Found(agent[1], "perpetrator", agent[0], "under_fire"))
        if hit and bisect_left(tokens, hit[-1][0].end, key=START) <= i:
            found.append(Found(hit[-1][1], "target", hit[-1][0], "under_fire"))
    return found


def _origin(tokens: Sequence[Token], at: int) -> int | None:
    """Return where the words begin for who fired: behind "came under heavy fire from", "fired upon by"."""
    before = [t.lower for t in tokens[max(0, at - 2) : at]]
    if tokens[at].lower == "upon":
        is_so = before[-1:] == ["fired"] and at + 1 < len(tokens) and tokens[at + 1].lower == "by"
        return at + 2 if is_so else None
    if not _COMES & set(before):
        return None
    fire = next((k for k in range(at + 1, min(at + 4, len(tokens))) if tokens[k].lower in _FIRE), None)
    if fire is None or fire + 2 >= len(tokens) or tokens[fire + 1].lower not in _FROM:
        return None
    return fire + 2


def comes_under(tokens: Sequence[Token], at: int) -> bool:
    """Whether "under" is that of "came under heavy fire", whoever fired; not "was under attack for years"."""
    if at < 1 or tokens[at].lower != "under" or tokens[at - 1].lower not in _GETS:
        return False
    return any(t.lower in _FIRE for t in tokens[at + 1 : at + 1 + _QUALIFIED])


def _right_before(words_: Words, under: int) -> tuple[Span, str] | None:
    """Return the mention that ends where "came under" begins, "which" and "had" apart."""
    at = under - 1
    while at > 0 and words_.tokens[at - 1].lower in _BESIDE_VERB:
        at -= 1
    return words_.at(at - 1) if at else None

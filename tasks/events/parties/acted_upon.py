"""Who is acted upon: "an attack on Y", "an offensive of X against Y"; "Y was attacked"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from tasks.events.clauses.event_on import is_denied, is_of_more, is_only_thought_of, is_where
from tasks.events.clauses.phrases.people_kinds import people_kind
from tasks.events.clauses.who_acts import is_prepositional
from tasks.events.found import Found, Words
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.lexicons.site_nouns import attacked_nouns, place_nouns
from tasks.model.document import Token
from tasks.model.order import START
from tasks.model.span import Span

_BE = words("be")
_SKIPPED = words("skipped")
_ENDS = words("clause_end")
# Of these "was hit" and the like is as often an active verb.
PASSIVE = words("hit") - {"shot", "hit", "stabbed"}
_SITES = frozenset(place_nouns()) | attacked_nouns()


_DONE = frozenset(("out", "committed", "perpetrated", "conducted", "launched"))
_AT = frozenset(("against", "targeting"))
_FILED = frozenset(("filed", "brought", "laid", "lodged", "levelled", "leveled", "issued", "charges"))
_NEAR, _FAR = 12, 20  # tokens from an event, or from who did it, to whom it was against


def against(words: Words, events: Sequence[Trigger]) -> Iterable[Found]:
    """Against: the actor behind "on", "upon", "against" or "targeting" that follows an event noun."""
    tokens = words.tokens
    for event in events:
        if event.is_verb or is_denied(tokens, event.first) or is_only_thought_of(tokens, event.first):
            continue
        if "course" in [t.lower for t in tokens[max(0, event.first - 5) : event.first]]:
            continue
        by = _carried_out(tokens, event.last)
        end = min((by or event.last) + (_FAR if by else _NEAR), len(tokens))
        for i in range((by or event.last) + 1, end):
            word = tokens[i].lower
            if (tokens[i].kind == "punct" and word not in "()") or word in _ENDS:
                break
            if word == "on" and i - event.last == 1 and is_where(tokens, event):
                break
            if word in _AT and is_of_more(tokens, event.last, i):
                break
            is_filed = tokens[i - 1].lower in _FILED  # "charges of murder being filed against X"
            if (word in _AT and not is_filed) or (word in ("on", "upon") and i - event.last == 1):
                yield from _behind(words, i)
                break


def _behind(words: Words, at: int) -> Iterator[Found]:
    """Yield the actor near behind "against" or "on"."""
    tokens = words.tokens
    for j in range(at + 1, min(at + 8, len(tokens))):
        if tokens[j].lower == "what":
            return  # "against what X described as a camp"
        mention = words.at(j)
        if mention is not None:
            yield Found(mention[1], "target", mention[0], "acted_upon")
            return
        if tokens[j].kind == "punct" or tokens[j].lower in ("in", "at", "by", "near"):
            return
        if j > at + 2 and tokens[j].lower in ("a", "an") and tokens[j - 1].lower != "of":
            return  # "during the attack on Osk barracks a unit of X": a clause without its comma


def _carried_out(tokens: Sequence[Token], last: int) -> int:
    """Return the "by" of an event that was "carried out by men of X against Y", 0 where none follows."""
    near = range(last + 1, min(last + _NEAR, len(tokens)))
    return next((k for k in near if tokens[k].lower == "by" and tokens[k - 1].lower in _DONE), 0)


def passive(words: Words) -> Iterable[Found]:
    """Passive: an actor, or the owner of a site, before "was attacked" and the like."""
    tokens = words.tokens
    if PASSIVE.isdisjoint(words.sentence.words) or _BE.isdisjoint(words.sentence.words):
        return
    for span, actor in words.mentions:
        i = bisect_left(tokens, span.end, key=START)
        if (
            is_prepositional(tokens, span)
            or _has_people(tokens, span)
            or (i > 1 and tokens[max(0, i - 2)].lower in ("in", "and"))
        ):
            continue
        i = _after_site(tokens, i)
        if i + 1 < len(tokens) and tokens[i].lower in _BE:
            j = i + 1 + (tokens[i + 1].lower in _SKIPPED)
            if j < len(tokens) and tokens[j].lower in PASSIVE:
                yield Found(actor, "target", span, "passive")


def _has_people(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a site only says where people belong: "students of the X College were attacked"; not a body."""
    last = bisect_left(tokens, span.end, key=START) - 1
    if tokens[last].lower not in _SITES:
        return False
    of = bisect_left(tokens, span.start, key=START) - 1
    of -= of > 1 and tokens[of].lower == "the"
    return of > 0 and tokens[of].lower == "of" and people_kind(tokens[of - 1].lower) == "civilians"


def _after_site(tokens: Sequence[Token], at: int) -> int:
    """Return where a site that a name owns ends, its place included: "X base in Y, Z and W" was ..."."""
    start = at
    while at < len(tokens) and at - start < 3 and tokens[at].lower in _SITES:
        at += 1
    if at == start or at >= len(tokens) or tokens[at].lower not in ("in", "at", "near"):
        return at
    at += 1
    while at < len(tokens) and (tokens[at].text[:1].isupper() or tokens[at].lower in (",", "and", "the")):
        at += 1
    return at

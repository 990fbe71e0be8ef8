"""Who is mentioned with an event by what is said of it, although somebody else speaks.

- A body answers through one of its people: "a spokesman of the X Ministry said", "the office of President X",
  "Y, an analyst of the X Institute"; so does the body in a speaker's title ("UN envoy Y").
- Who speaks together with another: of "X and Y promised" only one stands in claims.
- Who is told: "Y told X", "wrote to X".

Neither these nor whoever speaks take part in the event by it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from tasks.lexicons.construction_words import words
from tasks.model.actor import Actor, ActorBook
from tasks.model.claim import Claim
from tasks.model.document import Document, Sentence
from tasks.model.order import END
from tasks.model.span import Span

_OFFICIAL = ("state", "government", "military", "armed_group", "party", "international")
_SPEAKER = words("speaker_role")
_NEAR = frozenset(("close", "near", "opposed", "hostile", "loyal", "sympathetic", "linked"))
Spoken = Sequence[tuple[int, Claim]]


def speaks(span: Span, claims: Spoken) -> bool:
    """Whether a mention is of one who speaks, or stands in the words for one."""
    for _, claim in claims:  # noqa: SIM110  asked of each name: a generator takes as long as the answer
        if claim.claimant is not None and claim.claimant.overlaps(span):
            return True
    return False


def is_told(span: Span, claims: Spoken) -> bool:
    """Whether a mention is of one to whom something is said."""
    for _, claim in claims:  # noqa: SIM110  as above
        if claim.addressee is not None and claim.addressee.overlaps(span):
            return True
    return False


def answers(document: Document, span: Span, actor: Actor, claims: Spoken, actors: ActorBook) -> bool:
    """Whether an actor answers through the one who speaks, or speaks together with them.

    An unnamed group does not ("residents of X said"), nor one that a speaker only stands close to.
    """
    for index, claim in claims:
        if claim.claimant is None or not claim.claimant.contains(span):
            continue
        claimant = actors.claimants[index]
        if claimant is None or claimant.actor == actor.key:
            return False
        before = document.text[claim.claimant.start : span.start].lower().split()
        if actor.kind in _OFFICIAL:
            return True
        return is_named(actor) and not (_NEAR & set(before[-3:]))
    return False


def is_house(sentence: Sentence, span: Span) -> bool:
    """House: "an analyst of the X Institute", "spokesman for X" tell whom somebody speaks for.

    Only in a sentence with a word for one who speaks.
    """
    tokens = sentence.tokens
    first = bisect_right(tokens, span.start, key=END)
    before = [t.lower for t in tokens[max(0, first - 5) : first] if span.start - t.end < 40]
    before = [w for w in before if w not in ("the", "a", "an")]
    return len(before) > 1 and before[-1] in ("of", "for", "at", "with", "from") and before[-2] in _SPEAKER


def has_speaker(sentence: Sentence) -> bool:
    """Whether a sentence has a word for one who speaks for somebody."""
    return not _SPEAKER.isdisjoint(sentence.words)


def bodies_within(
    span: Span, actors: ActorBook, inside: Sequence[tuple[Span, str]]
) -> Iterator[tuple[Span, str]]:
    """Yield the bodies named within a person's title: the "UN" of "UN envoy Y"."""
    first = bisect_left(inside, span.start, key=lambda one: one[0].start)
    for inner, key in islice(inside, first, None):
        if inner.start >= span.end:
            break
        if span.contains(inner) and len(inner) < len(span):
            actor = actors.actors.get(key)
            if actor is not None and actor.kind not in ("person", "civilians") and is_named(actor):
                yield inner, key


def is_named(actor: Actor) -> bool:
    """Whether an actor has a name of its own, not only a common noun."""
    return any(w[:1].isupper() for w in actor.name.split()) and actor.kind not in ("civilians", "unknown")

"""A sentence with the mentions of actors in it, as the constructions of parties look at it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.found import Words
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.span import Span


def sentence_words(document: Document, sentence: Sentence, actors: ActorBook) -> Words:
    """Return a sentence with the outermost mentions of actors in it, without described speakers."""
    return Words(sentence, outermost(mentions_in(sentence, actors)))


def mentions_in(sentence: Sentence, actors: ActorBook) -> tuple[tuple[Span, str], ...]:
    """Return where actors are mentioned in a sentence, with their keys; described speakers are left out."""
    first = bisect_left(actors.mentions, sentence.span.start, key=lambda m: m.span.start)
    last = bisect_left(actors.mentions, sentence.span.end, key=lambda m: m.span.start)
    return tuple(
        (m.span, m.actor)
        for m in actors.mentions[first:last]
        if sentence.span.contains(m.span) and m.method != "claimant"
    )


def outermost(inside: Sequence[tuple[Span, str]]) -> tuple[tuple[Span, str], ...]:
    """Return the mentions that lie within no other one: the person of "UN envoy X", not the UN."""
    furthest = -1  # where the longest of those ends that begin no later
    inner: set[Span] = set()
    for span in sorted({span for span, _ in inside}, key=lambda s: (s.start, -s.end)):
        if span.end <= furthest:
            inner.add(span)
        furthest = max(furthest, span.end)
    return tuple((span, key) for span, key in inside if span not in inner)

"""A sentence with the mentions of actors in it, as the constructions of parties look at it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from tasks.actors.context.guises import has_guise, is_guise
from tasks.events.found import Mentions, Words
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.document import Sentence
from tasks.model.memo import remembered
from tasks.model.order import START
from tasks.model.span import Span

_BODIES = words("group_noun")
_JOINS = frozenset(("and", "or", "of", "the", "a", "an", "by", "with", "against", "to", "in", "from"))
_MOST_BETWEEN = 4  # tokens


def sentence_words(sentence: Sentence, actors: ActorBook) -> Words:
    """Return a sentence with the outermost mentions of actors in it, without described speakers."""
    known = _known(actors)
    found = known.get(sentence.index)
    if found is None or found.sentence is not sentence:
        every = mentions_in(sentence, actors)
        outer = _without_adjectives(sentence, outermost(every)) if every else ()
        found = known[sentence.index] = Words(sentence, outer, every)
    return found


def _without_adjectives(sentence: Sentence, inside: Mentions) -> Mentions:
    """Return the mentions but those that only say whose a body is: "the Basque organisation ETA"."""
    tokens, dropped = sentence.tokens, set()
    if _BODIES.isdisjoint(sentence.words):
        return inside
    for (span, _), (name, _) in pairwise(inside):
        first, last = (bisect_left(tokens, at, key=START) for at in (span.end, name.start))
        between = [t.text for t in tokens[first:last]]
        if 0 < len(between) <= _MOST_BETWEEN and between[-1] in _BODIES and all(map(str.islower, between)):
            is_one_word = first > 0 and tokens[first - 1].start == span.start
            if is_one_word and _JOINS.isdisjoint(between):
                dropped.add(span)
    return tuple([(span, key) for span, key in inside if span not in dropped]) if dropped else inside


@remembered
def _known(actors: ActorBook) -> dict[int, Words]:
    """Return the sentences that have been looked at with these actors, by their index."""
    return {}


def mentions_in(sentence: Sentence, actors: ActorBook) -> Mentions:
    """Return where actors are mentioned in a sentence, with their keys.

    Described speakers are left out, and those like whom somebody only looked.
    """
    end, may_be_guise = sentence.span.end, has_guise(sentence)
    return tuple(
        [
            (m.span, m.actor)
            for m in actors.beginning_in(sentence.span)
            if m.span.end <= end
            and m.method != "claimant"
            and not (may_be_guise and is_guise(sentence, m.span))
        ]
    )


def outermost(inside: Sequence[tuple[Span, str]]) -> Mentions:
    """Return the mentions that lie within no other one: the person of "UN envoy X", not the UN."""
    end = -1
    for span, _ in inside:
        if span.start < end:
            break
        end = span.end
    else:  # one behind the other, as nearly always
        return tuple(inside)
    furthest = -1  # where the longest of those ends that begin no later
    inner: set[Span] = set()
    for span in sorted({span for span, _ in inside}, key=lambda s: (s.start, -s.end)):
        if span.end <= furthest:
            inner.add(span)
        furthest = max(furthest, span.end)
    return tuple([(span, key) for span, key in inside if span not in inner]) if inner else tuple(inside)

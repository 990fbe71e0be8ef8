"""Who has a part in an event only by what somebody said: the part is alleged, with that claim.

"According to X, Y carried out the raid" does not make the article say that Y did.  Where other words of the
article tell the same part of the same event in its own voice, these are what the row points at.  What an
inquiry or a court found is no mere allegation, as in `accused_only.py`; nor does an order allege anything:
"the general ordered his troops to fire" is the article's own tale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from tasks.events.by_sentence import Stretches, stretches_in
from tasks.events.candidate import Candidate
from tasks.events.cast.only_suspected import is_doubted
from tasks.events.cast.party_stages import stages
from tasks.events.cast.told_in_sentence import in_sentence
from tasks.events.found import Found
from tasks.events.parties.participants import ALLEGES_NOTHING, Involved
from tasks.events.parties.party_rules import parties_of_sentence
from tasks.events.party_choice import LATE
from tasks.events.sentence_words import sentence_words
from tasks.events.targets.people.victims import counted_victims
from tasks.model.actor import ActorBook
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.event import Event, EventActor
from tasks.model.figure import Figure
from tasks.model.span import Span

_FOUND_OUT = "finding"  # the cue class of what inquiries and courts say


def with_allegations(
    document: Document,
    events: Sequence[Event],
    claims: Sequence[Claim],
    involved: Sequence[Involved],
    figures: Sequence[Figure],
    actors: ActorBook,
    others: Sequence[Candidate],
) -> tuple[Event, ...]:
    """Return the events; parts that only somebody's statement tells are alleged, with the claim.

    Args:
        document: the article.
        events: the article's own, then those of `others`.
        claims: all claims.
        involved: parts that single mentions show.
        figures: those of the article's own event.
        actors: the article's actors, those that only events name included.
        others: the events other than the main one, in their order.
    """
    spoken = _Spoken(document, claims)
    stretches = stretches_in(document, others)
    shown: dict[int, list[EventActor]] = {}
    for one in involved:
        shown.setdefault(one.event, []).append(one.party)
    victims: list[EventActor] | None = None  # counted when somebody asks
    found = []
    for index, event in enumerate(events):
        parties = []
        for party in event.actors:
            claim = None if party.role == "mentioned" else spoken.holding(party.span)
            if claim is not None:
                if victims is None and party.role == "victim":
                    victims = counted_victims(document, figures, actors)
                told = (
                    _told_of_other(document, others[index - 1], actors)
                    if index
                    else _told_of_own(document, party, victims or (), actors, stretches)
                )
                ways = (shown.get(index, ()), told)
                firm = (p for p in _firm(document, party, ways) if spoken.holding(p.span) is None)
                claim = claim if party.claim is None else party.claim
                party = next(firm, None) or replace(party, is_alleged=True, claim=claim)
            parties.append(party)
        found.append(replace(event, actors=tuple(parties)))
    return tuple(found)


def alleges(claim: Claim) -> bool:
    """Whether what a claim says of somebody is an allegation."""
    is_said = claim.voice == "attributed" and claim.cue_class != _FOUND_OUT
    return is_said and claim.claim_type not in ALLEGES_NOTHING


class _Spoken:
    """What is said in an article, by the sentence in which it begins."""

    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        self._document = document
        self._by_sentence: dict[int, list[tuple[int, Span]]] = {}
        for number, claim in enumerate(claims):
            if alleges(claim):
                for part in claim.content:
                    for at in range(document.index_at(part.start), document.index_at(part.end - 1) + 1):
                        self._by_sentence.setdefault(at, []).append((number, part))

    def holding(self, span: Span) -> int | None:
        """Return the number of the claim whose content holds a passage most closely, None if none does."""
        told = self._by_sentence.get(self._document.index_at(span.start), ())
        inside = [(len(part), number) for number, part in told if part.contains(span)]
        return min(inside)[1] if inside else None


def _firm(
    document: Document, party: EventActor, told: Iterable[Iterable[EventActor]]
) -> Iterator[EventActor]:
    """Yield the party as other words tell it that neither allege nor suspect anything."""
    for one in chain.from_iterable(told):
        is_same = one.actor == party.actor and one.role == party.role and not one.is_alleged
        if is_same and not is_doubted(document, one):
            yield replace(party, span=one.span, is_alleged=False, claim=None)


def _told_of_own(
    document: Document, party: EventActor, victims: Sequence[EventActor], actors: ActorBook, others: Stretches
) -> Iterator[EventActor]:
    """Yield what other words tell of the same actor in the article's own event, whose victims are counted."""
    if party.role == "victim":
        yield from victims
    named = {document.index_at(m.span.start) for m in actors.mentions_of(party.actor)}
    for _, sentences in stages(document):
        for sentence in [s for s in sentences if s.index in named]:
            found = in_sentence(document, sentence, actors, others)
            yield from (_as_party(f) for f in found if f.grade not in LATE)


def _told_of_other(document: Document, other: Candidate, actors: ActorBook) -> Iterator[EventActor]:
    """Yield what the words of another event tell."""
    found = parties_of_sentence(sentence_words(document.sentences[other.sentence], actors))
    return (_as_party(f) for f in found if any(s.contains(f.span) for s in other.stretches))


def _as_party(found: Found) -> EventActor:
    return EventActor(found.actor, found.role, found.span, found.rule, found.side, found.is_alleged)

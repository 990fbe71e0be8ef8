"""Who fights on which side of a battle, by one procedure: which camps there are, which has the initiative.

1. The sides are those that the infobox or the lead names (`two_sides`); without them every camp is one
   (`by_camps`).
2. The camp that the first sentence of the lead with a sign of the initiative shows attacking has it, else the
   one that the signs of the whole article show more often than not (`initiative`).
3. A side is named by those who are found in its role, else by who is shown so, the lead's first
   (`side_names`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasks.events.fights.camps import GOVERNMENT, REBELS, camp_of, states
from tasks.events.fights.commanders import stand_for
from tasks.events.fights.initiative import Signal, signals
from tasks.events.fights.title_place import is_title_place
from tasks.events.found import Words
from tasks.events.other_years import of_other_years
from tasks.events.sections import is_apart, opening, own_sentences
from tasks.events.sentence_words import sentence_words
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor
from tasks.model.order import START
from tasks.model.span import Span

_AT_SEA = frozenset(
    ("naval", "warship", "warships", "frigate", "frigates", "destroyers", "cruisers", "fleets")
)
_HEAD = 2  # sentences of the lead that tell what sort of fight it was


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the initiative with the camp whose it is."""

    camp: str
    signal: Signal
    sentence: int
    in_lead: bool


@dataclass(frozen=True, slots=True)
class Fight:
    """What an article tells of a fight.

    Attributes:
        title: the article's title.
        actors: the article's actors.
        signs: the signs of the initiative, the lead's first.
        told: how often the article's own sections name each actor that is on a side, and where first.
        named: how often the whole article names each actor.
        home: the state whose forces "government forces" are, None if no state's forces fight.
        lead: the indices of the lead's sentences.
        document: the article.
    """

    title: str
    actors: ActorBook
    signs: tuple[Sign, ...]
    told: dict[str, tuple[int, Span]]
    named: Counter[str]
    home: str | None
    lead: frozenset[int]
    document: Document

    def camp(self, key: str) -> str | None:
        """Return the camp of an actor; a government's forces are those of the state that fights."""
        found = camp_of(key, self.actors)
        return self.home if found == GOVERNMENT and self.home is not None else found

    def is_in_lead(self, span: Span) -> bool:
        """Return whether the lead, or what stands before it, has a span."""
        lead = self.document.lead
        return bool(lead) and span.start < lead[-1].span.end

    @property
    def is_naval(self) -> bool:
        """Whether the first sentences tell of a fight at sea."""
        return any(not _AT_SEA.isdisjoint(s.words) for s in opening(self.document)[:_HEAD])

    def party_camp(self, party: EventActor) -> str:
        """Return the camp of a party; who fights on no side is one of their own."""
        return self.camp(party.actor) or party.actor


def fight_of(document: Document, actors: ActorBook) -> Fight:
    """Return what an article tells of a fight in its own sections; its sides are named elsewhere too."""
    earlier = of_other_years(document)
    own = frozenset(s.index for s in own_sentences(document)) - earlier
    counts: Counter[str] = Counter()
    first: dict[str, Span] = {}
    serving: Counter[str] = Counter()
    every: list[tuple[str, Signal, Sentence]] = []
    led = stand_for(document, actors)
    for sentence in document.prose:
        if is_apart(document.heading_of(sentence)):
            continue
        words_ = sentence_words(sentence, actors)
        for span, key in words_.mentions if sentence.index not in earlier else ():
            camp = camp_of(key, actors)
            if camp is not None:
                counts[key] += 1
                first.setdefault(key, span)
                serving[camp] += camp in states() and actors.actors[key].kind != "state"
        for one in signals(words_) if sentence.index in own else ():
            if one.actor is not None and one.actor in led and not _only_leads(words_, one.span):
                one = replace(one, actor=led[one.actor])  # what a commander did the force did
            if one.actor is not None and is_title_place(one.actor, document, actors):
                continue
            camp = one.country if one.actor is None else camp_of(one.actor, actors)
            if camp is not None:
                every.append((camp, one, sentence))
    home = max(serving, key=lambda c: (serving[c], c), default=None)
    home = home if home is not None and serving[home] else None
    lead = frozenset(s.index for s in document.lead)
    signs = [
        Sign(
            home if camp == GOVERNMENT and home is not None else camp,
            one,
            s.index,
            s.index in lead and not one.is_setting,
        )
        for camp, one, s in every
        if s.index in lead or not one.retakes
    ]
    signs.sort(key=lambda s: (not s.in_lead, s.signal.span))
    told = {key: (count, first[key]) for key, count in counts.items()}
    named = Counter(m.actor for m in actors.mentions if m.kind == "name" or m.method == "states_forces")
    return Fight(document.article.title, actors, tuple(signs), told, named, home, lead, document)


def _only_leads(words_: Words, span: Span) -> bool:
    """Whether a name is that of who is said to lead a force, and no more: "an army led by X"."""
    before = words_.sentence.lower[: bisect_left(words_.tokens, span.start, key=START)]
    return before[-2:] in (("led", "by"), ("headed", "by"), ("commanded", "by"))


def attacking_side(fight: Fight, signs: Sequence[Sign], first: Sequence[str], second: Sequence[str]) -> int:
    """Return 1 if signs say that the first of two sides attacks, -1 if the second, 0 if they say nothing.

    In the lead the first sentence that tells the sides apart decides, else all signs together.

    Args:
        fight: what the article tells.
        signs: those that count.
        first: the actors of one side.
        second: those of the other.
    """
    sides = [{camp for key in side if (camp := fight.camp(key)) is not None} for side in (first, second)]
    by_sentence: dict[int, int] = {}
    total = 0
    for sign in signs:
        weight = _side_of(sign.camp, sides) * (1 if sign.signal.attacks else -1)
        if sign.in_lead:
            by_sentence[sign.sentence] = by_sentence.get(sign.sentence, 0) + weight
        total += weight
    told = next((net for net in by_sentence.values() if net), total)
    return (told > 0) - (told < 0)


def _side_of(camp: str, sides: Sequence[set[str]]) -> int:
    """Return 1 for the first side's camp, -1 for the second's, 0 for neither's."""
    first, second = (camp in side for side in sides)
    if first == second and camp == REBELS:
        of_state = [any(c in states() or c == GOVERNMENT for c in side) for side in sides]
        if of_state[0] != of_state[1]:
            return -1 if of_state[0] else 1
    return first - second

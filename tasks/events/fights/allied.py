"""Who fights beside an attacking side that is known: forces named in one breath with it, and a second state.

- coordinated: "Russian and X forces captured the village" tells that both are on one side
- second: a state whose forces the article shows attacking again and again, and never withstanding
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from tasks.actors.known.countries import countries
from tasks.events.fights.camps import camp_of, states
from tasks.events.fights.fight import Fight
from tasks.events.fights.side_names import FORCES, most_told, rank
from tasks.events.sections import own_sentences
from tasks.events.sentence_words import sentence_words
from tasks.model.document import Sentence
from tasks.model.event import EventActor, Role
from tasks.model.order import START
from tasks.model.span import Span

_OFTEN = 2  # signs of attacking that make a state a side's second one
_ROLES: tuple[Role, Role] = ("perpetrator", "target")
_AND = frozenset(("and",))


def with_allies(fight: Fight, parties: Sequence[EventActor]) -> list[EventActor]:
    """Return the parties of a fight with those that fight beside them."""
    done = list(parties)
    for sentence in own_sentences(fight.document):
        for camp, span, key in _coordinated(fight, sentence):
            done += _beside(fight, done, camp, span, key)
    return done + _second(fight, done)


def joined_camps(fight: Fight, camp: str | None) -> set[str | None]:
    """Return the camps whose forces the article names in one breath with those of a camp."""
    pairs = [
        {one, camp_of(key, fight.actors)}
        for sentence in own_sentences(fight.document)
        for one, _, key in _coordinated(fight, sentence)
    ]
    return {other for pair in pairs if camp in pair for other in pair - {camp}}


def _coordinated(fight: Fight, sentence: Sentence) -> Iterator[tuple[str, Span, str]]:
    """Yield a country's adjective joined to the forces behind it, as camp, its span and the forces' actor."""
    if _AND.isdisjoint(sentence.words):
        return
    tokens = sentence.tokens
    for span, key in sentence_words(sentence, fight.actors).mentions:
        first = bisect_left(tokens, span.start, key=START)
        if first < 2 or tokens[first - 1].lower != "and" or fight.actors.actors[key].kind != "military":
            continue
        country = countries().adjectives.get(tokens[first - 2].text)
        if country is not None and not any(t.lower in ("between", "both") for t in tokens[:first]):
            yield country.name, Span(tokens[first - 2].start, tokens[first - 2].end), key


def _beside(fight: Fight, parties: Sequence[EventActor], camp: str, span: Span, key: str) -> list[EventActor]:
    """Return the one of two forces named in one breath that has no role yet, if the other one attacks."""
    acting, opposed = ({fight.party_camp(p) for p in parties if p.role == role} for role in _ROLES)
    other = camp_of(key, fight.actors)
    if {camp, other} & opposed:
        return []
    if camp in acting and other not in acting and _is_somebodys(fight, key) and key in fight.told:
        return [EventActor(key, "perpetrator", fight.told[key][1], "allied")]
    if other in acting and camp not in acting:
        return [EventActor(k, "perpetrator", span, "allied") for k in most_told(fight, camp)]
    return []


def _is_somebodys(fight: Fight, key: str) -> bool:
    """Whether forces are told by whose they are: "LPR forces", not "allied forces"."""
    return rank(key, fight.actors) > 0


def _second(fight: Fight, parties: Sequence[EventActor]) -> list[EventActor]:
    """Return a state's forces that attack about as often as those that are known and never withstand."""
    taken = {fight.party_camp(p) for p in parties if p.role in _ROLES}
    acting = {fight.party_camp(p) for p in parties if p.role == "perpetrator"}
    shown = [s for s in fight.signs if not s.signal.is_setting]
    attacks = Counter(s.camp for s in shown if s.signal.attacks)
    withstands = {s.camp for s in shown if not s.signal.attacks}
    most = max((attacks[camp] for camp in acting), default=0)
    if not most:
        return []
    return [
        EventActor(key, "perpetrator", span, "allied")
        for camp, count in attacks.items()
        if camp in states() and camp not in taken | withstands and count >= _OFTEN and 2 * count >= most
        for key, span in most_told(fight, camp).items()
        if fight.actors.actors[key].name.split()[-1].lower() in FORCES  # not one of its divisions
    ]

"""What a figure counts of an event: whom, when and where, and whether it may stand for the whole.

Two figures are about the same thing only if all of that is the same.  "38 militants were killed on 8 and 9
May" does not contradict "109 militants were killed between 11 and 13 May", nor "11 injured" of one bombing
"300 injured" of several.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tasks.events.tolls.partial import says_early
from tasks.events.tolls.statements import statements
from tasks.events.tolls.told_figure import ToldFigure, tell, victim_words
from tasks.events.tolls.whole_counts import of_one_population, without_parts
from tasks.events.tolls.whole_event import LONG, is_spell, of_the_whole
from tasks.lexicons.deeds import deed
from tasks.model.article import INFOBOX, LEAD
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.event import Event
from tasks.model.extraction import Extraction
from tasks.model.value import value
from tasks.places import phrases

_ALL = frozenset(
    (
        "people",
        "person",
        "individual",
        "victim",
        "dead",
        "casualty",
        "body",
        "life",
        "death",
        "human",
        "being",
    )
)
_FORCES = {"fighter": "militant", "insurgent": "militant", "terrorist": "militant", "troop": "soldier"}
_REST = frozenset(("other", "another", "more", "further", "additional", "rest", "remaining"))
_WORD = re.compile(r"[\w'’]+")
_SEVERAL = re.compile(
    r"\b(?:these|those|both|all(?: the)?|such|the (?:two|three|four|five)) (?:[\w-]+ )?"
    rf"(?:{deed('attack', 'several')}|{deed('fight', 'several')}|incidents|operations)\b"
)
_UNTIL = re.compile(  # counted to a day, or at a rate
    r"\b(?:prior to|up until|until|since (?:the|\d|[A-Z])|so far|each|per|every|annually|on average)\b"
)
_LOSSES = re.compile(
    r"[\w-]+ (?:losses|casualties|deaths|victims|dead)\b|\b(?:losses|casualties|deaths) \w", re.I
)


@value(frozen=True, slots=True)
class Scope:
    """What a figure counts.

    Attributes:
        whom: the words for the victims, folded; none for "people".
        when, where: dates and places within the statement that are not the event's own, and the heading of a
            section on the losses of somebody.
        is_whole: it may stand for the whole of the event, or of those people in it.
        is_toll: it is one of the numbers between which the event's toll lies.
        is_head: infobox or lead state it.
        sentence: in which it stands.
        is_attributed: somebody is said to say it.
    """

    whom: frozenset[str] = frozenset()
    when: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    is_whole: bool = True
    is_toll: bool = True
    is_head: bool = False
    sentence: int = 0
    is_attributed: bool = True


def is_one_thing(one: Scope, other: Scope) -> bool:
    """Whether two figures of one property, of one class of people, in one event count the same."""
    is_same = (one.when, one.where) == (other.when, other.where)
    if not is_same or bool(one.whom) != bool(other.whom):
        return False
    return one.whom <= other.whom or other.whom <= one.whom


def continues(one: Scope, other: Scope) -> bool:
    """Whether a toll may be brought up to date by another, which need not say again whom it counts."""
    is_within = one.when <= other.when and one.where <= other.where
    return is_within and (one.whom <= other.whom or other.whom <= one.whom)


def may_contradict(one: Scope, other: Scope) -> bool:
    """Whether two figures that count the same are rivals, and not parts that an account tells one by one.

    What the article says itself in its account of the event is told of a moment of it, unless it stands
    beside what somebody says.
    """
    if not (one.is_whole and other.is_whole and is_one_thing(one, other)):
        return False
    if not (one.is_attributed or other.is_attributed):
        return one.is_head and other.is_head and one.is_toll and other.is_toll
    return one.sentence == other.sentence or all(s.is_attributed or s.is_head for s in (one, other))


def scopes(extraction: Extraction) -> list[Scope]:
    """Return what each figure of an article counts."""
    document, events = extraction.document, extraction.events
    told = tell(document, extraction.claims, extraction.figures, extraction.figure_claims)
    whole, tolls = _whole(told, extraction)
    return [
        _scope(
            extraction,
            one,
            events.events[event],
            is_whole=one.index in whole,
            is_toll=one.index in tolls,
        )
        for one, event in zip(told, events.figure_events, strict=True)
    ]


def _whole(
    told: Sequence[ToldFigure], extraction: Extraction
) -> tuple[frozenset[int | None], frozenset[int | None]]:
    """Return the figures that alone may state a toll, as tolls are counted, and those that do."""
    by_event: dict[int, list[ToldFigure]] = defaultdict(list)
    for one, index in zip(told, extraction.events.figure_events, strict=True):
        by_event[index].append(one)
    is_long = len(extraction.document.sentences) > LONG
    whole: set[int | None] = set()
    tolls: set[int | None] = set()
    for number, some in by_event.items():
        event = extraction.events.events[number]
        day = event.date
        is_vague = day is not None and is_spell(day.span.of(extraction.document.text))
        kept = of_the_whole(some, event, is_long=is_long, is_vague=is_vague)
        early = {t.index for t in kept if says_early(t)}  # a first count is one of all there is
        for prop in sorted({t.figure.property for t in kept}):
            every = statements(kept, prop)
            whole |= {s.figure for s in every if not s.is_local and (not s.is_partial or s.figure in early)}
            tolls |= {s.figure for s in without_parts(of_one_population(every))}
    return frozenset(whole - {None}), frozenset(tolls - {None})


def _scope(extraction: Extraction, told: ToldFigure, event: Event, *, is_whole: bool, is_toll: bool) -> Scope:
    document, claim = extraction.document, told.claim
    words = [_folded(word) for word in _WORD.findall(victim_words(told))]
    said = claim.text(document.text)
    heading = document.heading_of(document.sentences[told.sentence])
    losses = (heading,) if _LOSSES.search(heading) else ()
    is_part = not _REST.isdisjoint(words) or _SEVERAL.search(said) or _UNTIL.search(said)
    return Scope(
        whom=frozenset(words) - _ALL,
        when=frozenset(_dates(extraction, claim, event)),
        where=frozenset((*_places(document, claim, event), *losses)),
        is_whole=is_whole and not is_part,
        is_toll=is_toll,
        is_head=heading in (INFOBOX, LEAD),
        sentence=told.sentence,
        is_attributed=claim.voice == "attributed",
    )


def _folded(word: str) -> str:
    singular = word[:-3] + "y" if word.endswith("ies") else word[:-1] if word.endswith("s") else word
    return _FORCES.get(singular, singular)


def _dates(extraction: Extraction, claim: Claim, event: Event) -> Iterable[str]:
    """Yield the dates within a statement that are not those of the event as a whole."""
    for day in extraction.dates:
        if not any(part.contains(day.span) for part in claim.content):
            continue
        own = event.date
        is_own = own is not None and (
            own.edtf == day.edtf
            or (
                None not in (own.start, own.end, day.start, day.end)
                and day.start <= own.start  # type: ignore[operator]
                and own.end <= day.end  # type: ignore[operator]
            )
        )
        if not is_own:
            yield day.edtf


def _places(document: Document, claim: Claim, event: Event) -> Iterable[str]:
    """Yield the places within a statement that are not where the event was."""
    place = event.place
    cells = () if place is None else (place.location, place.adm_2, place.adm_1, place.country)
    own = " ".join([document.article.title, event.name, *filter(None, cells)]).casefold()
    first, last = document.index_at(claim.extent.start), document.index_at(claim.extent.end - 1)
    for sentence in document.sentences[first : last + 1]:
        for phrase in phrases(sentence):
            if phrase.names and any(part.contains(phrase.span) for part in claim.content):
                names = [name.text.casefold() for name in phrase.names]
                if not any(name in own for name in names):
                    yield names[0]

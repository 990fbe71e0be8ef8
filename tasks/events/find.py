"""All events of an article, and which of them each claim and each figure is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tasks.dates import without_lives
from tasks.events.avenged import is_avenged
from tasks.events.by_sentence import Stretches, dates_in, figures_of, stretches_in
from tasks.events.candidate import Candidate
from tasks.events.cast.alleged import with_allegations
from tasks.events.cast.left import parties_left
from tasks.events.cast.of_events import parties_of_events
from tasks.events.cast.parties import main_parties, other_parties
from tasks.events.cast.war_parties import without_single_deeds
from tasks.events.claims_of import claim_events, stretch_of
from tasks.events.clauses.responses import without_answered
from tasks.events.event_names import event_name
from tasks.events.main.main_event import find_main
from tasks.events.main.when.duration import event_date, over_night, window
from tasks.events.new_party import NewParty, introduce
from tasks.events.no_event_told import without_parts_of_violence
from tasks.events.one_region import one_region
from tasks.events.others.across_sentences.goes_on import counts_on, follows, is_told_on
from tasks.events.others.across_sentences.other_kind import is_of_another
from tasks.events.others.no_event.no_incident import counts_last
from tasks.events.others.other_place import other_place, set_in
from tasks.events.others.secondary import find_others
from tasks.events.others.told_kind import by_story, by_weapon, with_clashes
from tasks.events.parties.participants import Involved, involved, with_involved
from tasks.events.sections import is_after, is_before, sums_up
from tasks.events.ships.told_of_all import is_attacked
from tasks.events.targets.aims.target_words import target_words
from tasks.events.tolls.sides import with_sides
from tasks.events.weapons_of import weapon_of, with_weapon
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import nouns
from tasks.model.actor import ActorBook
from tasks.model.article import INFOBOX, LEAD
from tasks.model.claim import Claim
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.event import Event, EventActor, EventBook
from tasks.model.figure import Figure
from tasks.places import CountryContext, country_context

_DATED = late_pattern(r"\b(?:1[0-9]|20)\d\d\b")  # a sentence with a year of its own is about another time
_ATTACKS = frozenset(noun.forms[0] for noun in nouns() if not noun.guard) | {"strike", "fighting"}
_ATTACK_ON = late_pattern(
    rf"\bthe (?:\w+ )?(?:{'|'.join(sorted(_ATTACKS))}) "
    r"(?:on|in|at|of|near) (?:the )?([A-ZÀ-Þ][\w'’-]+)"
)
_TOLD_ON = 3  # sentences behind the one that states an event which may still tell of it


def find_events(
    document: Document,
    dates: Sequence[DateExpression],
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    figure_claims: Sequence[int],
    actors: ActorBook,
) -> EventBook:
    """Return the article's own event, the others in order of first statement, and what is about which.

    `claims` are all claims, those of the article's own voice included; `figure_claims` gives for each
    figure the index of its claim.
    """
    context = country_context(document)
    dates = without_lives(document, dates)
    own_date = event_date(document, dates)
    days = over_night(document, dates, window(own_date, document.article.title))
    others = find_others(document, dates, days, claims, figures)
    stretches = stretches_in(document, others)
    dated = frozenset(dates_in(document, dates))
    begin = own_date.start if own_date is not None else None
    figure_events = _figure_events(document, figures, others, stretches, dated, begin)
    of_figures = _of_first_figures(figure_claims, figure_events)
    own = _own_figures(document, figures, figure_events)
    new = parties_of_events(document, actors, others, own)
    known = _with_new(actors, new)
    parties = main_parties(document, claims, own, known, stretches, new)
    taking_part = {party.actor for party in parties}
    left, parties = parties_left(document, known, parties, stretches, own)
    parties = without_single_deeds(document, without_answered(document, parties, own_date))
    kept = [n for n in (*new, *left) if n.mention.method != "national" or n.actor.key in taking_part]
    known, new = known if kept == new else _with_new(actors, kept), kept
    main, issues = find_main(document, own_date, parties, context, known)
    main = with_weapon(document, main, stretches)
    events = one_region((main, *_others(document, others, set_in(context, main.place), actors)))
    begin = main.date.start if main.date is not None else None
    more = involved(document, claims, dates, known, others, begin)
    events = with_allegations(document, _with_involved(events, more), claims, more, own, known, others)
    events = (_own_parts(document, events[0]), *events[1:])
    events = tuple(with_sides(event, known) for event in events)
    events = with_clashes(document, events, others, figures_of(figures, figure_events), known)
    taken = _playing(new, events, actors)
    return EventBook(
        events=events,
        claim_events=claim_events(document, claims, of_figures, others, stretches, dated),
        figure_events=figure_events,
        issues=issues,
        new_actors=tuple({n.actor.key: n.actor for n in taken}.values()),
        new_mentions=tuple({(n.mention.span, n.actor.key): n.mention for n in taken}.values()),
    )


def _own_parts(document: Document, event: Event) -> Event:
    """Return the article's own event without parties of violence that it is not about.

    A ship's story is that of her loss, with a prefix before her name or without.
    """
    return event if is_attacked(document) else without_parts_of_violence(document, event)


def _own_figures(document: Document, figures: Sequence[Figure], events: Sequence[int]) -> list[Figure]:
    """Return the figures of the article's own event, without those whom it avenged."""
    own = [figure for figure, event in zip(figures, events, strict=True) if event == 0]
    return [figure for figure in own if not is_avenged(document, figure.number)]


def _playing(new: Sequence[NewParty], events: Sequence[Event], actors: ActorBook) -> list[NewParty]:
    """Return the new parties that are actors of an event and were none before."""
    playing = {party.actor for event in events for party in event.actors} - set(actors.actors)
    return [n for n in new if n.actor.key in playing]


def _with_new(actors: ActorBook, new: Sequence[NewParty]) -> ActorBook:
    return introduce(
        actors, EventBook((), (), (), (), tuple(n.actor for n in new), tuple(n.mention for n in new))
    )


def _with_involved(events: Sequence[Event], more: Sequence[Involved]) -> tuple[Event, ...]:
    by_event: dict[int, list[EventActor]] = {}
    for one in more:
        by_event.setdefault(one.event, []).append(one.party)
    return tuple(
        [
            replace(event, actors=with_involved(event.actors, by_event[index]))
            if index in by_event
            else event
            for index, event in enumerate(events)
        ]
    )


def _others(
    document: Document, others: Sequence[Candidate], context: CountryContext, actors: ActorBook
) -> list[Event]:
    return [_event(document, other, context, actors) for other in others]


def _event(document: Document, other: Candidate, context: CountryContext, actors: ActorBook) -> Event:
    kind = other.trigger.type
    weapon = weapon_of(document, other)
    event = Event(
        is_main=False,
        name=event_name(document, other),
        evidence=other.evidence,
        rule=other.rule,
        event_type=kind.event_type,
        sub_event_type=kind.sub_event_type,
        plover_event_type=kind.plover_event_type,
        plover_mode=kind.plover_mode,
        date=other.date,
        place=other_place(document, other, context, actors),
        actors=other_parties(document, other, actors),
        target=target_words(document, other.stretches),
        weapon=None if weapon is None else weapon.span.of(document.text),
    )
    return by_story(document, by_weapon(event, weapon), other)


def _figure_events(
    document: Document,
    figures: Sequence[Figure],
    others: Sequence[Candidate],
    stretches: Stretches,
    dated: frozenset[int],
    begin: date | None,
) -> tuple[int, ...]:
    """Return the index of the event that each figure counts towards."""
    stated: dict[int, list[tuple[int, Candidate]]] = {}
    for index, other in enumerate(others, 1):
        stated.setdefault(other.sentence, []).append((index, other))
    return tuple(_event_of(document, figure, stretches, stated, dated, begin) for figure in figures)


def _event_of(
    document: Document,
    figure: Figure,
    stretches: Stretches,
    stated: Mapping[int, Sequence[tuple[int, Candidate]]],
    dated: frozenset[int],
    begin: date | None,
) -> int:
    """Return the index of the event that a figure counts towards.

    The event whose stretch holds its number; else that of the sentence before, where this one goes on
    about it; else the article's own. `stated` gives for each sentence the events that it states.
    """
    inside = stretch_of(document, figure.number, stretches)
    if inside:
        return inside
    at = document.index_at(figure.number.start)
    if at < 1:
        return 0
    sentence, before = document.sentences[at], document.sentences[at - 1]
    heading = document.heading_of(sentence)
    is_other = before.paragraph != sentence.paragraph or "alone" in sentence.words
    if heading == INFOBOX or is_other or (heading == LEAD and sums_up(document, sentence)):
        return 0  # what a month alone cost goes with no event
    goes_on = (is_before(heading) or is_after(heading)) and not _DATED.search(sentence.span.of(document.text))
    told_of = _named_again(document, sentence, stated)
    if told_of is not None:
        return told_of
    if before.index not in stated:
        told = _told_before(document, sentence, stated, dated)
        if told is None or _DATED.search(sentence.span.of(document.text)):
            return 0
        index, other = stated[told][-1]
        is_past = is_before(heading) or (other.date is not None and _is_early(other.date, begin))
        return index if is_past and not is_of_another(sentence, other) else 0
    for index, other in [one for one in stated[before.index] if not is_of_another(sentence, one[1])]:
        if follows(document, sentence) or goes_on:
            return index
        is_whole = bool(other.stretches) and other.stretches[0].start <= before.span.start
        if is_whole and is_told_on(document, before, sentence):
            return index
        is_day = other.date is not None and other.date.prec == 1
        if is_whole and is_day and at not in dated and counts_on(document, before, sentence):
            return index
    return 0


def _named_again(
    document: Document, sentence: Sentence, stated: Mapping[int, Sequence[tuple[int, Candidate]]]
) -> int | None:
    """Return the event of the paragraph whose place "the attack on Osk" names, which the title does not."""
    if _ATTACKS.isdisjoint(sentence.words):
        return None
    found = _ATTACK_ON.search(sentence.span.of(document.text))
    if found is None or found[1] in document.article.title:
        return None
    for at in range(sentence.index - 1, max(-1, sentence.index - 1 - _TOLD_ON), -1):
        if document.sentences[at].paragraph != sentence.paragraph:
            return None
        for index, other in stated.get(at, ()):
            if found[1] in other.evidence.of(document.text):
                return index
    return None


def _is_early(day: DateExpression, begin: date | None) -> bool:
    """Whether a day lies before the article's own event, so that what is told of it is none of its toll."""
    return begin is not None and day.prec <= 2 and day.end is not None and day.end < begin


def _told_before(
    document: Document,
    sentence: Sentence,
    stated: Mapping[int, Sequence[tuple[int, Candidate]]],
    dated: frozenset[int],
) -> int | None:
    """Return the sentence whose event a paragraph still tells of, no other date having come since."""
    for at in range(sentence.index - 1, max(-1, sentence.index - 1 - _TOLD_ON), -1):
        if document.sentences[at].paragraph != sentence.paragraph:
            return None
        if at in stated:
            return at
        if at in dated and not counts_last(document, document.sentences[at]):
            return None
    return None


def _of_first_figures(figure_claims: Sequence[int], figure_events: Sequence[int]) -> dict[int, int]:
    """Return the event of the first figure of each claim that has one."""
    found: dict[int, int] = {}
    for index, event in zip(figure_claims, figure_events, strict=True):
        found.setdefault(index, event)
    return found

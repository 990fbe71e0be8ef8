"""The other events that an article reports: attacks before, retaliation after, incidents of a long battle.

An event of its own is a violent event word joined to a date of its own: a verb in the date's
stretch ("On 14 July a man drove a lorry into a crowd"), a noun that the date modifies ("a
December 2015 suicide attack", "the pub bombings of November 1974"), or a noun that a verb of
happening takes ("launched an offensive on 17 October").  Dates of statements, arrests, trials and
memorials date no event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.events.by_sentence import claims_in, dates_in, figures_in
from tasks.events.candidate import Candidate, trimmed
from tasks.events.main.when.duration import Window
from tasks.events.other_names import named_others
from tasks.events.others.across_sentences.carried import carried
from tasks.events.others.across_sentences.enumerated import each_dated, told_apart
from tasks.events.others.across_sentences.goes_on import is_next_told_on, taken_up
from tasks.events.others.across_sentences.of_offensive import without_stages
from tasks.events.others.across_sentences.other_kind import beside, is_followed_by_another
from tasks.events.others.across_sentences.own_tolls import is_brought_up, told_beside
from tasks.events.others.across_sentences.same_day import elsewhere
from tasks.events.others.across_sentences.ships_deeds import ships_deed
from tasks.events.others.across_sentences.summed_up import without_summed_up
from tasks.events.others.across_sentences.without_date import without_date
from tasks.events.others.days.other_days import covers, is_apart_from, is_early, is_other
from tasks.events.others.days.own_course import is_stage
from tasks.events.others.days.years import in_section
from tasks.events.others.gathered import Gathered, without_coarse
from tasks.events.others.happenings.agreements import agreements
from tasks.events.others.happenings.losses import losses
from tasks.events.others.happenings.moves import with_moves
from tasks.events.others.named.dated_nouns import with_dated
from tasks.events.others.named.told_once import once_told
from tasks.events.others.named.undated import named_event
from tasks.events.others.no_event.own_death import without_own_death
from tasks.events.others.no_event.stretch_parts import without_main
from tasks.events.others.no_event.sums_and_laws import (
    is_dated_name,
    is_of_battle,
    is_sentence_served,
    is_sum_or_law,
)
from tasks.events.others.stretches.counted import counted, counted_next, reach
from tasks.events.others.stretches.cut_at_dates import HOURS, Stretch, stretches
from tasks.events.others.stretches.date_joins import joined
from tasks.events.others.stretches.told_dead import COUNTED, dead_told
from tasks.events.others.stretches.told_how import Told
from tasks.events.others.stretches.usable_words import usable_words
from tasks.events.sections import is_apart, opening, told_sentences
from tasks.events.triggers import Trigger
from tasks.model.claim import Claim
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.figure import Figure
from tasks.model.span import Span

_ALSO = re.compile(r",? (?:[\w'’-]+ ){1,4}also ")
_SAME_DAY = ("the same ", "that ", "later that ", "later the same ", "earlier that ")


def find_others(
    document: Document,
    dates: Sequence[DateExpression],
    days: Window | None,
    claims: Sequence[Claim],
    figures: Sequence[Figure],
) -> tuple[Candidate, ...]:
    """Return the other events, in text order; one that is stated twice once, with both stretches.

    `days` are those of the article's own event.
    """
    found = Gathered(document)
    said, told = claims_in(claims), figures_in(document, figures)
    by_sentence = dates_in(document, dates)
    moved: set[Span] = set()
    for sentence in told_sentences(document):
        own = by_sentence.get(sentence.index, [])
        own_figures = told.get(sentence.index, [])
        if not own and not own_figures:  # nearly half of all sentences
            apart = told_apart(document, sentence, found.events)
            for candidate in apart or ships_deed(document, sentence, by_sentence, days, found.events):
                found.add(candidate)
            continue
        new: list[Candidate] = []
        if days is not None and own:
            own = by_sentence[sentence.index] = in_section(document, own, days, sentence, moved)
            behind: Sequence[Figure] = ()
            if is_next_told_on(document, sentence, is_dated=bool(by_sentence.get(sentence.index + 1))):
                behind = told.get(sentence.index + 1, ())
            new = _dated(document, sentence, own, days, said.get(sentence.index, []), own_figures, behind)
        if not new and not own:
            new = _without_own_date(document, sentence, by_sentence, days, own_figures, found.events)
        if days is not None and own:
            beside_own = [d for d in own if not is_stage(document, sentence, d, days, has_toll=False)]
            new = with_dated(document, sentence, beside_own, days, new)
        if own_figures and not new and not any(covers(d, days) for d in own):
            told_on = named_event(document, sentence, own_figures, own)
            new = [taken_up(sentence, candidate, found.events) for candidate in told_on]
        if days is not None and own and not any(c.date is not None for c in new):
            new = [*agreements(document, sentence, own, days), *new]
        if not any(c.date is not None for c in new):
            new = without_date(document, sentence, by_sentence, days, told, found.events) or new
        new = [*elsewhere(document, sentence, days, own_figures, new), *new]
        for candidate in once_told(document, sentence, new):
            found.add(told_beside(document, candidate, found.last_of_day(candidate), told))
    events = without_summed_up(document, without_stages(document, found.events, told))
    return without_own_death(document, events)


def _dated(
    document: Document,
    sentence: Sentence,
    dates: Sequence[DateExpression],
    days: Window,
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    behind: Sequence[Figure],
) -> list[Candidate]:
    """Return the events of a sentence with dates; `behind` are the figures of the next, if that goes on."""
    new = _of_sentence(document, sentence, dates, days, claims, [*figures, *behind])
    if behind and new and is_followed_by_another(document, new[-1]):
        return _of_sentence(document, sentence, dates, days, claims, figures)
    return new


def _without_own_date(
    document: Document,
    sentence: Sentence,
    by_sentence: dict[int, list[DateExpression]],
    days: Window | None,
    figures: Sequence[Figure],
    events: Sequence[Candidate],
) -> list[Candidate]:
    """Return the event of a sentence without a date, told beside the one before or going on about its day."""
    if events and events[-1].sentence == sentence.index - 1:  # what is counted goes to it
        return beside(document, sentence, events[-1], figures)
    return carried(document, sentence, by_sentence, days, figures)


def _of_sentence(
    document: Document,
    sentence: Sentence,
    dates: Sequence[DateExpression],
    days: Window,
    claims: Sequence[Claim],
    figures: Sequence[Figure],
) -> list[Candidate]:
    events = with_moves(sentence)
    every, head = events or losses(sentence, figures), document.heading_of(sentence)
    if not every:
        return []
    found: list[Candidate] = []
    pieces = stretches(document, sentence, dates, [t.span for t in every])
    for at, stretch in enumerate(pieces):
        if stretch.date is None:
            other = _hours_later(document, sentence, stretch, found, every, figures)
            if other is not None:
                found.append(other)
            elif found:  # "..., and Y was killed" without a date of its own goes with what is before it
                found[-1] = replace(found[-1], stretches=(*found[-1].stretches, stretch.span))
            continue
        day = stretch.date
        stretch = Stretch(without_main(document, stretch.span, day), day)
        here = counted(figures, Span(stretch.span.start, max(stretch.span.end, reach(pieces, at))))
        inside = here or counted_next(sentence, figures, pieces)
        has_toll = any(not f.is_named for f in inside)
        if is_brought_up(here) or not is_other(document, day, days, head, has_toll=has_toll):
            other = _named_beside(document, sentence, stretch, dates, days, has_toll=bool(here))
            found += [other] if other is not None else []
            continue
        told = _telling(document, sentence, stretch, every, claims, days, has_toll=bool(inside))
        told = told or _gapped(document, found, here, stretch, every)
        told = told or dead_told(document, sentence, stretch, every, here, claims)
        if told is not None and (inside or not is_of_battle(document, sentence, told.trigger, day, days)):
            found.append(
                Candidate(
                    trimmed(document, stretch.span),
                    stretch.date,
                    told.trigger,
                    sentence.index,
                    (stretch.span,),
                    told.rule if events else COUNTED,
                    is_another=_is_same_day(document, day, here),
                )
            )
            found += [
                c for c in each_dated(document, sentence, found[-1], dates) if is_apart_from(c.date, days)
            ]
    return without_coarse(found)


def _telling(
    document: Document,
    sentence: Sentence,
    stretch: Stretch,
    every: Sequence[Trigger],
    claims: Sequence[Claim],
    days: Window,
    *,
    has_toll: bool,
) -> Told | None:
    """Return the word of a stretch that its date goes with, None if none tells of another event."""
    assert stretch.date is not None
    if is_stage(document, sentence, stretch.date, days, has_toll=has_toll):
        return None
    usable = usable_words(document, sentence, stretch, every, claims, has_toll=has_toll)
    usable = [t for t in usable if is_early(stretch.date, days) or not is_sentence_served(sentence, t)]
    return joined(document, sentence, stretch, usable, has_toll=has_toll) if usable else None


def _gapped(
    document: Document,
    found: Sequence[Candidate],
    here: Sequence[Figure],
    stretch: Stretch,
    every: Sequence[Trigger],
) -> Told | None:
    """Return the verb before, where only numbers follow: "26 were killed on 7 May; on 10 May, 9 in Y"."""
    if any(stretch.span.contains(t.span) for t in every):
        return None
    is_gapped = bool(found) and any(f.rule == "gapped" for f in here)
    is_gapped = is_gapped and stretch.date is not None and not is_sum_or_law(document, stretch.date)
    return Told(found[-1].trigger, "gapped") if is_gapped else None


def _named_beside(
    document: Document,
    sentence: Sentence,
    stretch: Stretch,
    dates: Sequence[DateExpression],
    days: Window,
    *,
    has_toll: bool,
) -> Candidate | None:
    """Return the event that a stretch names, though its date is one of the article's own event.

    The name of a day of that, of all `dates` of the sentence, is no other: "the 3 May attack".
    """
    day = stretch.date
    assert day is not None
    named = [t for t in named_others(document, sentence) if stretch.span.contains(t.span)]
    is_past = is_apart(document.heading_of(sentence))
    dated = [t for t in named if is_past and is_dated_name(document, day, t)]
    evidence = trimmed(document, stretch.span)
    if dated:
        return Candidate(evidence, day, dated[0], sentence.index, (stretch.span,), "named_of_past")
    own = [d for d in dates if d.prec == 1 and covers(d, days)]
    named = [t for t in named if not any(is_dated_name(document, d, t) for d in own)]
    is_first = sentence in opening(document)[:1]  # which says what the article's own event is
    if named and has_toll and not is_first and not covers(day, days):
        return Candidate(evidence, None, named[0], sentence.index, (stretch.span,), "named_with_toll")
    return None


def _hours_later(
    document: Document,
    sentence: Sentence,
    stretch: Stretch,
    found: Sequence[Candidate],
    every: Sequence[Trigger],
    figures: Sequence[Figure],
) -> Candidate | None:
    """Return the event that words tell as another of the same day: ", and hours later shot dead three"."""
    if not found or not HOURS.match(document.text, stretch.span.start):
        return None
    told = [t for t in every if t.is_verb and stretch.span.contains(t.span)]
    if not told or not counted(figures, stretch.span):
        return None
    evidence = trimmed(document, stretch.span)
    return Candidate(
        evidence,
        found[-1].date,
        told[0],
        sentence.index,
        (stretch.span,),
        "hours_later",
        is_another=True,
    )


def _is_same_day(document: Document, day: DateExpression, inside: Sequence[Figure]) -> bool:
    """Whether a day is that of what was told before, with victims of its own: "that night two were shot".

    Or what was done that day as well: "That day, they also seized ...".
    """
    words = day.span.of(document.text).lower()
    is_also = _ALSO.match(document.text, day.span.end) is not None
    return (is_also or bool(inside)) and words.startswith(_SAME_DAY)

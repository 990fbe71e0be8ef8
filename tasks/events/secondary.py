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

from tasks.events.agreements import agreements
from tasks.events.by_sentence import claims_in, dates_in, figures_in
from tasks.events.candidate import Candidate, trimmed
from tasks.events.clauses import Stretch, stretches
from tasks.events.date_joins import is_of_what, joined
from tasks.events.dated_names import dated_names
from tasks.events.duration import Window
from tasks.events.enumerated import each_dated, told_apart
from tasks.events.gathered import Gathered
from tasks.events.goes_on import follows, is_next_told_on
from tasks.events.no_event import (
    is_count_of_years,
    is_dated_name,
    is_known,
    is_news,
    is_of_main,
    is_sum_or_law,
    without_main,
)
from tasks.events.other_names import is_own, is_period, named_others
from tasks.events.sections import is_apart, is_list
from tasks.events.triggers import VIOLENT, Trigger, triggers
from tasks.events.undated import named_event
from tasks.events.years import in_section
from tasks.lexicons.construction_words import words
from tasks.model.article import INFOBOX
from tasks.model.claim import Claim
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.figure import Figure
from tasks.model.span import Span

_COURT = re.compile(
    r"\b(?:convict(?:ed|s)|sentenced?|trial|tried|court(?! ?house)|jailed|imprison\w*|verdict|appeal\w*|"
    r"death penalty|indicted|charged|pleaded|guilty|counts? of|prison (?:term|sentence)|arrest(?:ed)?|"
    r"detained|extradited|released|acquitted|prosecut\w+|memorial|plaque|unveiled|commemorat\w+|"
    r"(?<!at the )(?<!at a )(?<!during the )(?<!during a )funeral|vigil|(?:was|were|been) buried|awarded|"
    r"medal|(?:first|second|\d+(?:st|nd|rd|th)|the|an) anniversary(?! of the [A-Z]))\b",
    re.IGNORECASE,
)
_LONG_NOUNS = words("long_event")
_PLANNED = re.compile(r"\b(?:planned|scheduled|intended) (?:date|for)\b|\barchaeolog\w+|\bdocumentary\b")
_OCCURRED = re.compile(r"\b(?:occurr(?:ed|ing)|took place|taking place|happened) (?:in|on|at) $")
_WOUNDS = re.compile(
    r"\b(?:died|dying|succumbed)\b.{0,60}\b(?:wounds?|injur\w+|complications|hospital)\b"
    r"|\b(?:rais|bring|increas|tak)ing the (?:\w+ ){0,3}(?:toll|total|number)\b"
)


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
    for sentence in document.sentences:
        heading = document.heading_of(sentence)
        if heading == INFOBOX or is_list(heading):
            continue
        own = by_sentence.get(sentence.index, [])
        if days is not None and own:
            own = by_sentence[sentence.index] = [in_section(day, days, heading) for day in own]
        here = told.get(sentence.index, [])
        if is_next_told_on(document, sentence):
            here = [*here, *told.get(sentence.index + 1, [])]
        new = _of_sentence(document, sentence, own, days, said.get(sentence.index, []), here)
        new = new or _carried(document, sentence, by_sentence, days, here)
        if days is not None and own:
            new = _with_more(new, dated_names(document, sentence, own, days))
        if not new and not any(_covers(d, days) for d in own):
            new = named_event(document, sentence, here)
        if days is not None and own and not any(c.date is not None for c in new):
            new = [*agreements(document, sentence, own, days), *new]
        if not own:
            new = told_apart(document, sentence, found.events) or new
        for candidate in new:
            found.add(candidate)
    return tuple(found.events)


def _with_more(told: list[Candidate], named: list[Candidate]) -> list[Candidate]:
    """Return what a sentence tells with the events that it only names, whose words are theirs alone."""
    if len(named) < 2 and told:
        return told
    kept = [c for c in told if c.date not in [n.date for n in named]]
    return sorted(kept + named, key=lambda c: c.evidence)


def _carried(
    document: Document,
    sentence: Sentence,
    by_sentence: dict[int, list[DateExpression]],
    days: Window | None,
    figures: Sequence[Figure],
) -> list[Candidate]:
    """Return the event of a sentence that goes on about the one before ("During that battle, ...")."""
    before = by_sentence.get(sentence.index - 1)
    if days is None or not before or by_sentence.get(sentence.index) or not follows(document, sentence):
        return []
    if document.sentences[sentence.index - 1].paragraph != sentence.paragraph:
        return []
    inside = [f for f in figures if sentence.span.contains(f.number) and f.property in ("killed", "injured")]
    every = [t for t in triggers(sentence)[1:] if t.type.event_type in VIOLENT]
    if (
        not inside
        or not every
        or not _is_other(before[-1], days, document.heading_of(sentence), has_toll=True)
    ):
        return []
    trigger = max(every, key=lambda t: t.type.weight)
    return [
        Candidate(trimmed(document, sentence.span), before[-1], trigger, sentence.index, (sentence.span,))
    ]


def _of_sentence(
    document: Document,
    sentence: Sentence,
    dates: Sequence[DateExpression],
    days: Window | None,
    claims: Sequence[Claim],
    figures: Sequence[Figure],
) -> list[Candidate]:
    if not dates or days is None:
        return []
    every = [t for t in triggers(sentence) if t.type.event_type in VIOLENT]
    if not every:
        return []
    found: list[Candidate] = []
    heading = document.heading_of(sentence)
    pieces = stretches(document, sentence, dates, [t.span for t in every])
    for at, stretch in enumerate(pieces):
        if stretch.date is None:
            if found:  # "..., and Y was killed" without a date of its own goes with what is before it
                found[-1] = replace(found[-1], stretches=(*found[-1].stretches, stretch.span))
            continue
        day = stretch.date
        stretch = replace(stretch, span=without_main(document, stretch.span))
        inside = _counted(figures, Span(stretch.span.start, max(stretch.span.end, _reach(pieces, at))))
        inside = inside or _counted_next(sentence, figures, pieces)
        if not _is_other(day, days, heading, has_toll=bool(inside)):
            named = [t for t in named_others(document, sentence) if stretch.span.contains(t.span)]
            dated = [t for t in named if is_apart(heading) and is_dated_name(document, day, t)]
            if dated:
                evidence = trimmed(document, stretch.span)
                found.append(Candidate(evidence, day, dated[0], sentence.index, (stretch.span,)))
            elif named and inside and not _covers(day, days):
                evidence = trimmed(document, stretch.span)
                found.append(Candidate(evidence, None, named[0], sentence.index, (stretch.span,)))
            continue
        usable = _usable(document, sentence, stretch, every, claims, has_toll=bool(inside))
        trigger = joined(document, sentence, stretch, usable, has_toll=bool(inside))
        if trigger is not None:
            found.append(
                Candidate(
                    trimmed(document, stretch.span), stretch.date, trigger, sentence.index, (stretch.span,)
                )
            )
            found += [c for c in each_dated(document, sentence, found[-1], dates) if _is_apart_from(c, days)]
    return found


def _is_apart_from(candidate: Candidate, days: Window) -> bool:
    day = candidate.date
    return (
        day is not None
        and day.start is not None
        and day.end is not None
        and not (day.start <= days.end and day.end >= days.start)
    )


def _usable(
    document: Document,
    sentence: Sentence,
    stretch: Stretch,
    every: Sequence[Trigger],
    claims: Sequence[Claim],
    *,
    has_toll: bool,
) -> list[Trigger]:
    """Return the words of a stretch that may tell of another event on its date."""
    day = stretch.date
    assert day is not None
    if is_count_of_years(document, sentence, day) or is_sum_or_law(document, day):
        return []
    is_dated = _OCCURRED.search(document.text[sentence.span.start : day.span.start]) is not None
    if (not is_dated and _COURT.search(_context(document, sentence, stretch.span))) or _WOUNDS.search(
        stretch.span.of(document.text)
    ):
        return []
    usable = [t for t in every if stretch.span.contains(t.span) and not is_known(sentence, t)]
    usable = [t for t in usable if has_toll or not is_own(document, sentence, t)]
    if not has_toll and day.prec > 1 and is_of_main(sentence, every):
        usable = [t for t in usable if is_news(sentence, t) or is_of_what(sentence, t, day)]
    usable = [t for t in usable if not _is_summed_up(sentence, t)]
    return [t for t in usable if not _is_told(document, t, day, claims, sentence)]


def _counted(figures: Sequence[Figure], span: Span) -> list[Figure]:
    return [f for f in figures if span.contains(f.number) and f.property in ("killed", "injured")]


def _counted_next(sentence: Sentence, figures: Sequence[Figure], pieces: Sequence[Stretch]) -> list[Figure]:
    """Return what the next sentence counts, where it goes on about the one event of this."""
    after = [f for f in figures if f.number.start >= sentence.span.end]
    return [f for f in after if f.property in ("killed", "injured")] if len(pieces) == 1 else []


def _reach(pieces: Sequence[Stretch], at: int) -> int:
    """Return where the words end that go with a stretch: those behind it without a date of their own."""
    end = pieces[at].span.end
    for piece in pieces[at + 1 :]:
        if piece.date is not None:
            break
        end = piece.span.end
    return end


def _is_other(day: DateExpression, days: Window, heading: str, *, has_toll: bool) -> bool:
    """Whether a date is not the main event's, or is one day of a long main event that has its own toll."""
    if day.start is None or day.end is None:
        return False
    if day.end < days.start or day.start > days.end:
        return True
    is_within = days.start <= day.start and day.end <= days.end
    return days.is_long and is_within and day.prec == 1 and (has_toll or is_apart(heading))


def _covers(day: DateExpression, days: Window | None) -> bool:
    """Whether the date is a day of the main event."""
    return (
        days is not None and day.prec <= 2 and day.start is not None and days.start <= day.start <= days.end
    )


def _is_told(
    document: Document, trigger: Trigger, date: DateExpression, claims: Sequence[Claim], sentence: Sentence
) -> bool:
    """Whether the date is that of a statement about the event: one of both stands in what somebody said."""
    if date.span.end < trigger.span.start and document.text.startswith(" that ", date.span.end):
        return True
    for claim in claims:
        if claim.voice != "attributed" or claim.sentence != sentence.index:
            continue
        cue = claim.cue.of(document.text).lower() if claim.cue is not None else ""
        if cue.startswith("according"):  # "On 24 November, according to X, ..." dates what happened
            continue
        inside = any(part.contains(trigger.span) for part in claim.content)
        if inside != any(part.contains(date.span) for part in claim.content):
            return True
        if claim.cue is not None and claim.cue.overlaps(trigger.span):
            return True
    return False


def _context(document: Document, sentence: Sentence, span: Span) -> str:
    """Return the words of a stretch; with "executed", those of the sentence before as well."""
    words = span.of(document.text)
    if "executed" in words and sentence.index:
        return document.sentences[sentence.index - 1].span.of(document.text) + " " + words
    return words


def _is_summed_up(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether noun or verb tell what a long campaign did ("a campaign which killed over 100")."""
    before = [t.lower for t in sentence.tokens[max(0, trigger.first - 3) : trigger.first]]
    if is_period(sentence.tokens, trigger):
        return True
    return trigger.is_verb and bool(_LONG_NOUNS & set(before)) and bool({"which", "that"} & set(before))

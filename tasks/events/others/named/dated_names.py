"""Other events that a sentence names with their year: "the deadliest since the 1998 Osk embassy bombings".

Each such name is an event of its own, several in one sentence too, and whatever the sentence is about:
what has a name and a year has an article of its own somewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.main.when.duration import Window
from tasks.events.other_names import is_own, named_others, title_words
from tasks.events.others.days.anniversaries import years_before
from tasks.events.others.named.compared import compared
from tasks.events.others.no_event.works import is_work
from tasks.events.triggers import VIOLENT, Trigger, triggers
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deeds
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence, Token
from tasks.model.event import EventRule
from tasks.model.order import START
from tasks.model.span import Span

_NAME = 6  # words between a year and the event noun that it dates
_TOLD_OF = late_pattern(  # "the 2020 Osk airstrikes by the army, which killed 34 soldiers"
    r"(?: (?:by|in|on|at|near|of|against) (?:the )?[\w'’-]+(?: [\w'’-]+){0,4}?)?"
    r",? (?:which|in which|that|when) (?:[^,;.]|(?<=\d)[,.](?=\d))*(?:, [^,;.]*\b(?:wound|injur)\w*[^,;.]*)?"
)
_DONE = late_pattern(
    r",? (?:which |that )?(?:was |were )?(?:also )?"
    r"(?:carried out|committed|took place|held|staged) (?:in|on) "
)
_BRACKET = late_pattern(r"(?: of(?: [A-ZÀ-Þ][\w'’-]*)+)? \(")  # "the Battle of Aldmoor (2010–2011)"
_OF_YEAR = late_pattern(
    r" (?P<noun>[a-z]+(?: [a-z]+){0,2}) (?:in|of) \d{4}\b"
)  # "the March 11 attacks in 2004"
_LONG = words("long_event") | {"offensive", "offensives"}
_WHOLE = _LONG | {
    "invasion",
    "counteroffensive",
    "counter-offensive",
    "insurgency",
    "rebellion",
    "uprising",
    "siege",
}
_BREAKS = frozenset(("and", "the", "of", "a", "an", "was", "were", "in"))
_VIOLENT_OR_PROTESTS = VIOLENT | {"Protests"}
_LATER = frozenset(("report", "inquiry", "trial", "anniversary", "film", "book", "documentary", "memorial"))
_SEVERAL = deeds("attack", "several") | deeds("fight", "several")


def dated_names(
    document: Document, sentence: Sentence, dates: Sequence[DateExpression], days: Window
) -> list[Candidate]:
    """Return the events that a sentence names right behind their date, without the article's own."""
    tokens = sentence.tokens
    own = title_words(document.article.title)
    measured = list(compared(sentence))
    nouns = [t for t in triggers(sentence) if _is_noun(tokens, t)] + measured
    found = []
    for day in dates:
        if day.start is None or day.end is None:
            continue
        first = bisect_left(tokens, day.span.end, key=START) if nouns else 0
        named = _named(tokens, first, nouns) if nouns else None
        start = day.span.start
        with_year = _of_day(document, nouns, day) if named is None else None
        if with_year is not None:
            span = Span(start, with_year[1])
            found.append(_told_of(document, sentence, span, day, with_year[0], dates, "named_with_date"))
            continue
        rule: EventRule = "named_with_date"
        if named is None:
            rule = "named_then_dated"
            named = _named_before(document, sentence, day)
            if named is None or is_own(document, sentence, named):
                continue
            start = tokens[max(0, named.first - 4)].start
            first = max(0, named.first - 4)
        names = {t.text.casefold() for t in tokens[first : named.first] if t.text[:1].isupper()}
        is_around = day.start <= days.end and day.end >= days.start
        is_whole = tokens[named.last].lower in _WHOLE or "part of the" in _words_before(sentence, first)
        is_own_day = is_around and day.prec == 1 and not days.is_long
        if is_around and (not names - own or is_whole or is_own_day):
            continue  # "during the 2022 Northland invasion": what the article's own event is a part of
        end = max(named.span.end, day.span.end)
        if named in measured:
            rule = "compared"
        finer = _finer(document, named, day, dates)
        day = years_before(document, finer, dates, days)
        rule = rule if day is finer else "anniversary"
        span = Span(start, max(end, day.span.end))
        found.append(_told_of(document, sentence, span, day, named, dates, rule))
    return found


def _told_of(
    document: Document,
    sentence: Sentence,
    span: Span,
    day: DateExpression,
    named: Trigger,
    dates: Sequence[DateExpression],
    rule: EventRule,
) -> Candidate:
    """Return the event of a name, with the relative clause behind it: ", which killed 38 people"."""
    told = _TOLD_OF.match(document.text, span.end, sentence.span.end)
    if told is not None:
        ahead = [d.span.start for d in dates if d.span.start > span.end]
        span = Span(span.start, min([told.end(), *ahead]))
    return Candidate(trimmed(document, span), day, named, sentence.index, (span,), rule)


def _of_day(document: Document, nouns: Sequence[Trigger], day: DateExpression) -> tuple[Trigger, int] | None:
    """Return the noun that a day names, and where its year ends: "the March 11 attacks in 2004"."""
    if day.prec != 1 or not document.text.endswith("the ", 0, day.span.start):
        return None
    year = _OF_YEAR.match(document.text, day.span.end)
    noun = next((t for t in nouns if year and t.span.end == year.end("noun")), None)
    return None if year is None or noun is None else (noun, year.end())


def _finer(
    document: Document, named: Trigger, day: DateExpression, dates: Sequence[DateExpression]
) -> DateExpression:
    """Return the month or day behind a name with its year: "the 2016 Osk bombing in July 2016".

    Or before it: "was followed a day later by the 2016 Osk bombing".
    """
    for other in dates:
        ahead = document.text[other.span.end : day.span.start] if other.span.end < day.span.start else ""
        if ahead == " by the " and other.prec < day.prec and other.edtf.startswith(day.edtf):
            return other
        between = (
            document.text[named.span.end : other.span.start] if other.span.start > named.span.end else ""
        )
        if between in (" in ", " on ", " of ") and other.prec < day.prec and other.edtf.startswith(day.edtf):
            return other
    return day


def _words_before(sentence: Sentence, first: int) -> str:
    """Return the few words before a token, in lower case."""
    return " ".join(sentence.lower[max(0, first - 5) : first])


def _named_before(document: Document, sentence: Sentence, day: DateExpression) -> Trigger | None:
    """Return the event noun with a name that a date follows: "the Osk bombing, also carried out in 1988"."""
    for trigger in named_others(document, sentence):
        between = document.text[trigger.span.end : day.span.start]
        if between and (_DONE.fullmatch(between) or _BRACKET.fullmatch(between)):
            return None if is_work(document, sentence, trigger) else trigger
    return None


def _is_noun(tokens: Sequence[Token], trigger: Trigger) -> bool:
    """Whether a trigger is a noun of violence or protest; "attacks" behind a name is one."""
    is_plural = tokens[trigger.last].lower in _SEVERAL
    return trigger.type.event_type in _VIOLENT_OR_PROTESTS and (not trigger.is_verb or is_plural)


def _named(tokens: Sequence[Token], first: int, nouns: Sequence[Trigger]) -> Trigger | None:
    """Return which of the event nouns ends the name beginning at a token, None if none does."""
    has_name = False
    for i in range(first, min(first + _NAME, len(tokens))):
        trigger = next((t for t in nouns if t.first == i), None)
        if trigger is not None and has_name:
            after = tokens[trigger.last + 1].lower if trigger.last + 1 < len(tokens) else ""
            is_other = after in _LATER or after in _LONG or tokens[trigger.last].lower in _LONG
            return None if is_other else trigger
        is_joined = tokens[i].lower == "and" and has_name
        if (tokens[i].kind != "word" or tokens[i].lower in _BREAKS) and not is_joined:
            return None
        has_name = has_name or tokens[i].text[:1].isupper()
    return None

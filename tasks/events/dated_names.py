"""Other events that a sentence names with their year: "the deadliest since the 1998 Osk embassy bombings".

Each such name is an event of its own, several in one sentence too, and whatever the sentence is about:
what has a name and a year has an article of its own somewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.duration import Window
from tasks.events.triggers import VIOLENT, Trigger, triggers
from tasks.lexicons.construction_words import words
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence, Token
from tasks.model.span import Span

_NAME = 6  # words between a year and the event noun that it dates
_TOLD_OF = re.compile(r",? (?:which|in which|that|when) [^,;.]*(?:, [^,;.]*\b(?:wound|injur)\w*[^,;.]*)?")
_LONG = words("long_event") | {"offensive", "offensives"}
_BREAKS = frozenset(("and", "the", "of", "a", "an", "was", "were", "in"))
_LATER = frozenset(("report", "inquiry", "trial", "anniversary", "film", "book", "documentary", "memorial"))


def dated_names(
    document: Document, sentence: Sentence, dates: Sequence[DateExpression], days: Window
) -> list[Candidate]:
    """Return the events that a sentence names right behind their date, without the article's own."""
    tokens = sentence.tokens
    own = {w.strip("(),'’").casefold() for w in document.article.title.split()}
    found = []
    for day in dates:
        if day.start is None or day.end is None:
            continue
        first = bisect_left(tokens, day.span.end, key=lambda t: t.start)
        named = _named(tokens, first, triggers(sentence))
        if named is None:
            continue
        names = {t.text.casefold() for t in tokens[first : named.first] if t.text[:1].isupper()}
        if not names - own and day.start <= days.end and day.end >= days.start:
            continue
        end = named.span.end
        told = _TOLD_OF.match(document.text, end, sentence.span.end)
        if told is not None and not any(d.span.start > end and d.span.end <= told.end() for d in dates):
            end = told.end()
        span = Span(day.span.start, end)
        found.append(Candidate(trimmed(document, span), day, named, sentence.index, (span,)))
    return found


def _is_noun(tokens: Sequence[Token], trigger: Trigger) -> bool:
    """Whether a trigger is a noun of violence or protest; "attacks" behind a name is one."""
    is_plural = tokens[trigger.last].lower in ("attacks", "raids", "clashes", "riots", "murders", "killings")
    return trigger.type.event_type in (*VIOLENT, "Protests") and (not trigger.is_verb or is_plural)


def _named(tokens: Sequence[Token], first: int, every: Sequence[Trigger]) -> Trigger | None:
    """Return the event noun that ends the name beginning at a token, None if no name does."""
    has_name = False
    for i in range(first, min(first + _NAME, len(tokens))):
        trigger = next((t for t in every if t.first == i and _is_noun(tokens, t)), None)
        if trigger is not None and has_name:
            after = tokens[trigger.last + 1].lower if trigger.last + 1 < len(tokens) else ""
            return None if after in _LATER | _LONG or tokens[trigger.last].lower in _LONG else trigger
        is_joined = tokens[i].lower == "and" and has_name
        if (tokens[i].kind != "word" or tokens[i].lower in _BREAKS) and not is_joined:
            return None
        has_name = has_name or tokens[i].text[:1].isupper()
    return None

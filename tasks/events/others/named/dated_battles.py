"""Battles and sieges named far from their date: "In 1570 they were beaten at the Battle of Osk".

A verb of fighting, or one of ending, stands between the date and the name; who wrote in 1570 of the Battle of
Osk dates no battle.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.main.when.duration import Window
from tasks.events.other_names import is_own
from tasks.events.others.days.other_days import is_apart_from
from tasks.events.triggers import Trigger, violent_triggers
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deeds
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_BATTLES = deeds("fight") | {"siege", "combat", "storming"}
_OF = frozenset(("of", "at", "off", "near"))
_FIGHTS = words("fights_out")
_BORDERS = frozenset((";", ":", ".", "(", "who", "after", "before", "since", "until", "during", "following"))


def dated_battles(
    document: Document,
    sentence: Sentence,
    dates: Sequence[DateExpression],
    days: Window,
    found: Sequence[Candidate],
) -> list[Candidate]:
    """Return the battles of a sentence that the date before them is told of, where none has that date yet."""
    if _BATTLES.isdisjoint(sentence.words) or _FIGHTS.isdisjoint(sentence.words):
        return []
    new: list[Candidate] = []
    for noun in violent_triggers(sentence):
        if not _is_named(sentence, noun) or is_own(document, sentence, noun):
            continue
        day = max((d for d in dates if d.span.end <= noun.span.start), key=lambda d: d.span.end, default=None)
        if day is None or not is_apart_from(day, days) or not _is_fought(sentence, day, noun):
            continue
        if any(c.date is not None and c.date.edtf == day.edtf for c in (*found, *new)):
            continue
        span = Span(day.span.start, _end_of_name(sentence, noun))
        new.append(Candidate(trimmed(document, span), day, noun, sentence.index, (span,), "named_battle"))
    return new


def _is_named(sentence: Sentence, noun: Trigger) -> bool:
    tokens = sentence.tokens
    first = tokens[noun.first]
    at = noun.last + (tokens[noun.last].lower not in _OF)
    is_battle = first.lower in _BATTLES and first.text[:1].isupper() and not noun.is_verb
    if not is_battle or at + 1 >= len(tokens) or tokens[at].lower not in _OF:
        return False
    name = tokens[at + 1].text  # "al-Osk" is one as well
    return name[:1].isupper() or name.partition("-")[2][:1].isupper()


def _is_fought(sentence: Sentence, day: DateExpression, noun: Trigger) -> bool:
    """Whether a verb of fighting stands between a date and a name, and no border of clauses."""
    between = [t.lower for t in sentence.tokens[: noun.first] if t.start >= day.span.end]
    return not _FIGHTS.isdisjoint(between) and _BORDERS.isdisjoint(between)


def _end_of_name(sentence: Sentence, noun: Trigger) -> int:
    at = noun.last + 1
    while at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].text[:1].isupper():
        at += 1
    return sentence.tokens[at].end

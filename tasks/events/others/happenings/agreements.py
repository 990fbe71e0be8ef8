"""Agreements, ceasefires, marches and riots with a date of their own, which no violent word tells of.

- agreement: "X and Y signed a peace treaty in 1979", "the Harbour Agreement was signed on 10 April 1998",
  "X called a ceasefire on 22 August"
- gathering: "on 22 January a march was held at X", "protests broke out in June", "protesters gathered at X"
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.main.when.duration import Window
from tasks.events.others.happenings.people_protest import protest
from tasks.events.triggers import EventType, Trigger, triggers
from tasks.lexicons.construction_words import words
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.event import EventRule
from tasks.model.span import Span

_NOUNS = words("agreement")
_MADE = words("agrees")
_HELD = words("happens") | {"held", "organised", "organized"}
_AGREEMENT = EventType("Strategic developments", "Agreement", "AGREE", None, 1)
_OTHER_KINDS = frozenset(  # of no peace: "a status of forces agreement", "a military agreement"
    ("forces", "military", "trade", "unity", "cooperation", "defence", "defense", "security", "loan", "union")
)
_TRUCES = frozenset(("truce", "ceasefire", "cease-fire", "armistice"))
_ENDING = frozenset(("bringing", "brought", "put", "putting"))  # "bringing an end to the campaign"
_REACH = 12  # tokens between an agreement, the verb that made it and its date


def agreements(
    document: Document, sentence: Sentence, dates: Sequence[DateExpression], days: Window
) -> list[Candidate]:
    """Return what a sentence says was agreed, or held, on a day that is none of the article's own event."""
    usable = [d for d in dates if d.start is not None and d.end is not None]
    usable = [d for d in usable if d.end < days.start or d.start > days.end]  # type: ignore[operator]
    usable = [d for d in usable if document.text[max(0, d.span.start - 3) : d.span.start].lower() != "by "]
    if not usable:
        return []
    agreed = _agreed(sentence)
    trigger = agreed or _held(sentence) or protest(document, sentence)
    if trigger is None:
        return []
    rule: EventRule = "agreement" if agreed is not None else "gathering"
    away = {d: max(trigger.span.start - d.span.end, d.span.start - trigger.span.end) for d in usable}
    day = min(usable, key=lambda d: (d.prec > 1, away[d]))
    after = max(trigger.span.end, day.span.end)
    comma = document.text.find(", ", after, sentence.span.end)
    span = Span(sentence.span.start, comma if comma > 0 else sentence.span.end)
    return [Candidate(trimmed(document, span), day, trigger, sentence.index, (span,), rule)]


def _agreed(sentence: Sentence) -> Trigger | None:
    for i in sentence.places(_NOUNS):
        if (i and sentence.lower[i - 1] in _OTHER_KINDS) or _is_truce(sentence, i):
            continue
        if not _MADE.isdisjoint(sentence.lower[max(0, i - _REACH) : i + _REACH]):
            token = sentence.tokens[i]
            return Trigger(Span(token.start, token.end), i, i, False, _AGREEMENT)
    return None


def _is_truce(sentence: Sentence, at: int) -> bool:
    """Whether fighting only stopped for a time, or a treaty is one of no peace; an end of it is peace."""
    if not _ENDING.isdisjoint(sentence.lower[at:]) and "end" in sentence.words:
        return False
    if not _TRUCES.isdisjoint((sentence.lower[at], *sentence.lower[at - 1 : at])):
        return True
    if "cessation" in sentence.lower[at : at + 5]:
        return True
    return sentence.lower[at] == "treaty" and "peace" not in sentence.words


def _held(sentence: Sentence) -> Trigger | None:
    every = [t for t in triggers(sentence) if not t.is_verb and t.type.event_type == "Protests"]
    tokens = sentence.tokens
    for trigger in every:
        before = tokens[trigger.first - 1].lower if trigger.first else ""
        if before in ("the", "this", "that") or tokens[trigger.last].text[:1].isupper():
            continue
        if any(t.lower in _HELD for t in tokens[max(0, trigger.first - 4) : trigger.last + 5]):
            return trigger
    return None

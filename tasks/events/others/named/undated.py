"""Events that a sentence names without dating them, with numbers of their own.

"the Dublin and Monaghan bombings which killed 34": the numbers are not the article's own event's.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.other_names import is_period, named_others
from tasks.events.sections import opening
from tasks.events.triggers import Trigger, triggers
from tasks.lexicons.construction_words import words
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.event import EventRule
from tasks.model.figure import Figure
from tasks.model.span import Span

_LONG = words("long_event")
_ITS_DAY = (" of ", " on ", " in ")
_WITHIN = ("during", "in", "of", "before", "after", "since")
_ALIKE = (["similar"], ["earlier"], ["previous"])
_NAME_REACH = 8  # a name further into the sentence leaves what stands before it to the main event


def _is_of_its_time(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a war is only the time at which something happened ("during the Northland Civil War")."""
    i = trigger.first - 1
    while i >= 0 and sentence.tokens[i].text[:1].isupper():
        i -= 1
    before = [t.lower for t in sentence.tokens[max(0, i - 1) : i + 1]]
    if before[-1:] and before[-1] in _WITHIN and sentence.tokens[i + 1].text == "World":
        return sentence.tokens[i + 2].text == "War"  # "during World War II"
    return sentence.tokens[trigger.last].lower in _LONG and before in [[w, "the"] for w in _WITHIN]


def _is_alike(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether an event is another one of the same kind: "it follows a similar attack that killed 15"."""
    before = [t.lower for t in sentence.tokens[max(0, trigger.first - 2) : trigger.first]]
    return not trigger.is_verb and before[-1:] in _ALIKE and before[0] in ("a", "an", "another")


def _is_followed(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether an event is one that the article's own came after: "it follows the massacre of 150"."""
    before = [t.lower for t in sentence.tokens[max(0, trigger.first - 3) : trigger.first]]
    return not trigger.is_verb and "follows" in before and before[-1] in ("the", "a", "an", "last")


def named_event(
    document: Document,
    sentence: Sentence,
    figures: Sequence[Figure],
    dates: Sequence[DateExpression],
) -> list[Candidate]:
    """Return the event that a sentence names and counts victims of, if there is one.

    Its date is what follows the name ("the Osk bombing of 9 May").  Its stretch begins with the name where
    the sentence begins with something else.
    """
    inside = [f for f in figures if sentence.span.contains(f.number) and f.property in ("killed", "injured")]
    if not inside or sentence in opening(document)[:1]:  # which says what the article's own event is
        return []
    named = [t for t in named_others(document, sentence) if not _is_of_its_time(sentence, t)]
    others = [
        t
        for t in triggers(sentence)
        if is_period(sentence.tokens, t) or _is_alike(sentence, t) or _is_followed(sentence, t)
    ]
    if not (named or others):
        return []
    rule: EventRule
    first, rule = (named[0], "named_with_toll") if named else (others[0], "similar")
    start = sentence.span.start
    ahead = [f for f in inside if f.number.end <= first.span.start]
    if first.first > _NAME_REACH and len(ahead) < len(inside):
        start = sentence.tokens[max(0, first.first - 4)].start
        start = max([start, *(f.span.end for f in ahead)])
    span = Span(start, sentence.span.end)
    day = next((d for d in dates if document.text[first.span.end : d.span.start] in _ITS_DAY), None)
    return [Candidate(trimmed(document, span), day, first, sentence.index, (span,), rule)]

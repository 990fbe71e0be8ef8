"""Events that sentences tell one by one, whose day the sentence before gives for all of them.

Or that one sentence gives with their days: "attacks on two bases, Aldmoor in December 1985 and Melton in
August 1986".  "On 29 August they carried out two attacks.  The first was ...  The second was the Harran
ambush, ...": the first is told with the day, the second is an event of its own on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.triggers import triggers, violent_triggers
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_NUMBERS = ("first", "second", "third", "fourth", "other", "last")
_REACH = 4  # sentences
_MANY = frozenset(
    ("two", "three", "four", "several", "both", "other", "similar", "such", "earlier", "previous", "further")
)
_NAME = r"[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)*"
_NAMES = late_pattern(
    rf",? (?:and |then )?(?:the )?{_NAME}(?:(?:, | and |, and )(?:the )?{_NAME})* (?:on|in) (?:the )?"
)
# "in 1986 and 1991", "in 1889, and again in 1893", "in May, when ten died, and in June"
_AND = late_pattern(
    r"(?:,? (?:when|in which) [^,;.]{1,60})?(?:,? and(?: again| later)?(?: in| on)?|, (?:in|on)) "
    r"|,? and (?:at|in|near|on) (?:the )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)? (?:in|on) (?:the )?"
)
_OTHERS = late_pattern(  # "and a constable at the market on 9 May"
    r",? and (?:(?:an?|another|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:[\w-]+ ){1,3})"
    r"(?:at|in|near|outside|on) (?:the |an? )?(?:[\w'’-]+ ){1,4}?(?:on|in) (?:the )?"
)
_BETWEEN = late_pattern(r"(?:,| and| and (?:in|at|on|the)\b| as well as)[^.;:()]{0,60}$")


def each_dated(
    document: Document, sentence: Sentence, first: Candidate, dates: Sequence[DateExpression]
) -> list[Candidate]:
    """Return the other events of a plural noun whose dates a sentence joins by "and"."""
    trigger = first.trigger
    noun = trigger.span.of(document.text).lower()
    if trigger.is_verb and (taken := _each_taken(document, first, dates)):
        return taken
    if not noun.endswith("s") or first.date is None:
        return []
    before = document.text[first.evidence.start : first.date.span.start]
    is_counted = not _MANY.isdisjoint(before.lower().split())
    found, last = [], first.date
    for day in dates:
        if day.span.start < last.span.end:
            continue
        between = document.text[last.span.end : day.span.start]
        is_next = _AND.fullmatch(between) is not None
        if not is_next and any(last.span.end < t.span.start < day.span.start for t in triggers(sentence)):
            break
        is_next = is_next or (is_counted and day.prec <= 4 and _BETWEEN.fullmatch(between) is not None)
        if not is_next or any(v in between for v in (" was ", " were ", " which ")):
            break
        span = Span(last.span.end, day.span.end)
        found.append(
            Candidate(
                trimmed(document, span), day, trigger, first.sentence, (span,), "enumerated", is_another=True
            )
        )
        last = day
    return found


def _each_taken(document: Document, first: Candidate, dates: Sequence[DateExpression]) -> list[Candidate]:
    """Return what a verb did to others on days of their own.

    "Took X on 9 May, Y on 10 May and Z on 11 May"; "injured five people on 9 May and a guard at Y on 10 May".
    """
    found, last = [], first.date
    for day in dates:
        if last is None or day.span.start < last.span.end:
            continue
        between = document.text[last.span.end : day.span.start]
        if not (_NAMES.fullmatch(between) or _AND.fullmatch(between) or _OTHERS.fullmatch(between)):
            break
        span = Span(last.span.end, day.span.end)
        found.append(
            Candidate(
                trimmed(document, span),
                day,
                first.trigger,
                first.sentence,
                (span,),
                "enumerated",
                is_another=True,
            )
        )
        last = day
    return found


def told_apart(document: Document, sentence: Sentence, before: Sequence[Candidate]) -> list[Candidate]:
    """Return the event of a sentence that begins "The second was ...", on the day told before it."""
    tokens = sentence.tokens
    if len(tokens) < 5 or tokens[0].lower != "the" or tokens[1].lower not in _NUMBERS:
        return []
    is_told = tokens[2].lower in ("was", "were") or tokens[3].lower in ("was", "occurred", "took", "happened")
    every = violent_triggers(sentence)
    if not is_told or not every:
        return []
    known = next((c for c in reversed(before) if c.date is not None), None)
    if known is None or not 0 < sentence.index - known.sentence <= _REACH:
        return []
    if document.sentences[known.sentence].paragraph != sentence.paragraph:
        return []
    trigger = max(every, key=lambda t: t.type.weight)
    is_another = tokens[1].lower != "first"
    span = sentence.span
    return [
        Candidate(
            trimmed(document, span),
            known.date,
            trigger,
            sentence.index,
            (span,),
            "one_of_several",
            is_another=is_another,
        )
    ]

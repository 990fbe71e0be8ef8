"""Events that sentences tell one by one, whose day the sentence before gives for all of them.

Or that one sentence gives with their days: "attacks on two bases, Aldmoor in December 1985 and Melton in
August 1986".  "On 29 August they carried out two attacks.  The first was ...  The second was the Harran
ambush, ...": the first is told with the day, the second is an event of its own on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.subject_verb import is_verb
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
# "a freighter on the 12th", "two more three days later", "the 3,000-ton tanker Heron", "Heron the next day"
_TARGET = (
    r"(?:(?:an?|the|another|two|three|four|five|six|seven|\d+) (?:[\w,.'’-]+ ){0,4}?[\w'’-]+"
    rf"|{_NAME})"
)
_NEXT_TARGET = late_pattern(rf",? (?:and |then |and then )?{_TARGET} (?P<on>(?:on|in) (?:the )?)?")
_FIRST_TARGET = late_pattern(rf" {_TARGET},? and (?:then )?(?:on (?:the )?)?")
_NEXT_DAY = late_pattern(r",? ?(?:and )?(?:again )?(?:on )?(?:the )?")  # "on 20 May, 23 May and 12 June"
_THEN_TARGET = late_pattern(rf",? (?:an?|another|two|three|four|\d+|{_NAME})\b")
_DIGIT = late_pattern(r"\d")
_COUNTED = late_pattern(r"\b(?:later|next|following)\b")
_TARGET_WORDS = 6
_CLAUSE = late_pattern(r"[^.;]*?(?=, (?:and|but|while|when|before|after) |[.;]|$)")
_BETWEEN = late_pattern(r"(?:,| and| and (?:in|at|on|the)\b| as well as)[^.;:()]{0,60}$")


def each_dated(
    document: Document, sentence: Sentence, first: Candidate, dates: Sequence[DateExpression]
) -> list[Candidate]:
    """Return the other events of a plural noun whose dates a sentence joins by "and"."""
    trigger = first.trigger
    noun = trigger.span.of(document.text).lower()
    if trigger.is_verb and (taken := _each_taken(document, sentence, first, dates)):
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


def _each_taken(
    document: Document, sentence: Sentence, first: Candidate, dates: Sequence[DateExpression]
) -> list[Candidate]:
    """Return what a verb did to others on days of their own.

    "Took X on 9 May, Y on 10 May and Z on 11 May"; "injured five people on 9 May and a guard at Y on 10 May".
    """
    found, last = [], first.date
    for day in dates:
        if last is None or day.span.start < last.span.end:
            continue
        between = document.text[last.span.end : day.span.start]
        is_next = _NAMES.fullmatch(between) or _AND.fullmatch(between) or _OTHERS.fullmatch(between)
        is_told = between == " and " and _COUNTED.search(day.span.of(document.text)) is not None
        end = day.span.end
        if not is_next or is_told:  # "and two days later the crew left": whatever happened then
            ends = _next_end(document, sentence, last, day)
            if ends is None and first.date is last and last.span.end <= first.trigger.span.start:
                ends = _end_behind(document, sentence, first, day)
            if ends is None:
                break
            end = ends
        span = Span(last.span.end, end)
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


def _next_end(
    document: Document, sentence: Sentence, last: DateExpression, day: DateExpression
) -> int | None:
    """Return where the words end of what a verb did on a further day, None if it did nothing then.

    "Sank X on 2 May, Y the next day and a tug on 9 May"; "attacked convoys on 2 May, 5 May and 9 May";
    "damaged a tanker on 2 May and two days later a tug".
    """
    between = document.text[last.span.end : day.span.start]
    inside = Span(last.span.end, day.span.start)
    if day.prec != 1 or _has_verb(sentence, inside):
        return None
    is_relative = _COUNTED.search(day.span.of(document.text)) is not None
    target = _NEXT_TARGET.fullmatch(between)
    if target is not None and bool(target["on"]) != is_relative:
        return day.span.end
    if _NEXT_DAY.fullmatch(between) is None:
        return None
    if (
        last.prec == 1
        and all(_DIGIT.search(d.span.of(document.text)) for d in (last, day))
        and not is_relative
    ):
        return day.span.end
    return _end_of_target(document, sentence, day) if is_relative else None


def _end_behind(document: Document, sentence: Sentence, first: Candidate, day: DateExpression) -> int | None:
    """Return where the words end of "On 2 May she sank a tug and on 5 May a lugger", None if they do not."""
    between = document.text[first.trigger.span.end : day.span.start]
    if day.prec != 1 or _FIRST_TARGET.fullmatch(between) is None:
        return None
    if _has_verb(sentence, Span(first.trigger.span.end, day.span.start)):
        return None
    return _end_of_target(document, sentence, day)


def _end_of_target(document: Document, sentence: Sentence, day: DateExpression) -> int | None:
    """Return where the words behind a day end that name another target and nothing else that was done."""
    rest = _CLAUSE.match(document.text, day.span.end, sentence.span.end)
    if rest is None or len(rest[0].split()) > _TARGET_WORDS:
        return None
    if not _THEN_TARGET.match(document.text, day.span.end, sentence.span.end):
        return None
    return None if _has_verb(sentence, Span(day.span.end, rest.end())) else rest.end()


def _has_verb(sentence: Sentence, span: Span) -> bool:
    """Whether something is told in a span for itself: a verb or a word for an event."""
    inside = (t for t in sentence.tokens if span.start <= t.start and t.end <= span.end)
    return any(is_verb(t) for t in inside) or any(span.contains(t.span) for t in triggers(sentence))


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

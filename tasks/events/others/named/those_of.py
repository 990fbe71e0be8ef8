"""Events that only a pronoun names: "the third coup, after those of 1930 and 1962", "like that of May 1988".

The noun that it stands for is before it, or in the sentence before: "Those in Osk on 9 May were the worst".
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.main.when.duration import Window
from tasks.events.others.days.other_days import is_apart_from
from tasks.events.others.happenings.moves import with_moves
from tasks.events.triggers import VIOLENT, Trigger
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_PRONOUNS = frozenset(("those", "that"))
_WHERE = frozenset(("of", "in", "at", "on", "near", "against", "outside"))
_NEAR = 9  # tokens between a noun and "that of"
_TO_DATE = late_pattern(
    r"(?: (?:of|in|at|on|near|against|off|outside) [^,.;:()]{1,60}?)?,?"
    r"(?: (?:begun|held|fought|committed|carried out))?(?: (?:of|in|on))(?: the)?(?: (?:early|late|mid))? "
)
_TO_COUNTED = late_pattern(
    r" (?:of|in|at|on|near|against) [^,.;:()]{1,60}? "
)  # "that of a clerk a month later"
_UNIT = late_pattern(r"\b(?:day|week|month|year)s?\b")
_TO_NEXT = late_pattern(
    r"(?:, [^,;.]{1,60},)?,? and(?: (?:of|in|at|on|near|against|outside) [^,.;:()]{1,50}?)?"
    r"(?: (?:of|in|on))? |, "
)
_TOLD = late_pattern(
    r",? (?:with|in which|that|which|when|killing|leaving) [^,;.]*"
    r"\b(?:kill|died|dead|lives|victims|lost)[^,;.]*"
)


def those_of(
    document: Document, sentence: Sentence, dates: Sequence[DateExpression], days: Window
) -> list[Candidate]:
    """Return the events of dates that a pronoun is bound to, which stands for a noun of violence."""
    if _PRONOUNS.isdisjoint(sentence.words):
        return []
    found: list[Candidate] = []
    tokens = sentence.tokens
    for i in sentence.places(_PRONOUNS):
        after = sentence.lower[i + 1] if i + 1 < len(tokens) else ""
        if after not in _WHERE or (tokens[i].lower == "that" and after != "of"):
            continue
        noun = _antecedent(document, sentence, i)
        if noun is not None:
            found += _dated(document, sentence, tokens[i].end, noun, dates, days)
    return found


def _antecedent(document: Document, sentence: Sentence, at: int) -> Trigger | None:
    """Return the noun that a pronoun stands for: before it in its sentence, or in the one before."""
    near = 0 if sentence.lower[at] == "those" else at - _NEAR
    nouns = [t for t in with_moves(sentence) if near <= t.first < at and _is_noun(t)]
    if nouns or at > 1 or not sentence.index:
        return nouns[-1] if nouns else None
    before = document.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph:
        return None
    nouns = [t for t in with_moves(before) if _is_noun(t)]
    return nouns[0] if nouns else None


def _is_noun(trigger: Trigger) -> bool:
    return not trigger.is_verb and trigger.type.event_type in VIOLENT and trigger.type.weight > 0


def _dated(
    document: Document,
    sentence: Sentence,
    start: int,
    noun: Trigger,
    dates: Sequence[DateExpression],
    days: Window,
) -> list[Candidate]:
    found: list[Candidate] = []
    joint = _TO_DATE
    for day in (d for d in dates if d.span.start > start):
        is_counted = _UNIT.search(day.span.of(document.text)) and _TO_COUNTED.fullmatch(
            document.text, start, day.span.start
        )
        if not (is_counted or joint.fullmatch(document.text, start, day.span.start)):
            break
        ahead = [d.span.start for d in dates if d.span.start > day.span.end]
        end = min([sentence.span.end, *ahead])
        told = _TOLD.match(document.text, day.span.end, end)
        span = Span(start, told.end() if told is not None else day.span.end)
        if is_apart_from(day, days):
            evidence = trimmed(document, span)
            found.append(Candidate(evidence, day, noun, sentence.index, (span,), "pronoun", is_another=True))
        start, joint = day.span.end, _TO_NEXT
    return found

"""What others did on the day of the article's own event: "A few hours after the attack, the X shot dead two".

Such a sentence begins with how long before or after the event, or with "earlier that day", has a body for its
subject that the lead does not name, and counts its own dead: else it goes on about the event itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.dates.report_day import dateline
from tasks.events.candidate import Candidate, trimmed
from tasks.events.main.when.duration import Window
from tasks.events.sections import is_before
from tasks.events.triggers import violent_triggers
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX, LEAD
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.figure import Figure
from tasks.model.span import Span

_FIRST = frozenset(
    [
        "a",
        "several",
        "some",
        "two",
        "three",
        "four",
        "five",
        "six",
        "hours",
        "minutes",
        "just",
        "only",
        "less",
        "earlier",
        "later",
        "within",
    ]
)
_OPENS = late_pattern(
    rf"(?:(?:[\w-]+ ){{0,4}}(?:hours|minutes|an hour) (?:after|before) the (?:\w+ ){{0,2}}{deed('attack')}"
    r"|(?:Earlier|Later)(?: on)?(?: in the| that| the same) (?:day|evening|night|morning|afternoon)),? "
    r"(?:(?:members|gunmen|volunteers|loyalists|fighters) (?:of|from) )?(?:the |an? )?"
    r"(?P<body>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)"
)
_ANSWERS = frozenset(("responded", "retaliated", "answered", "replied"))
_ANSWER_REACH = 6  # tokens
_ANSWERED = late_pattern(
    r"(?:The |Some |An? )?(?:[\w'’-]+ ){1,4}?(?:responded|retaliated|answered|replied) "
    r"(?P<when>(?:almost |nearly )?(?:immediately|at once|instantly)|within (?:minutes|hours|an hour)"
    r"|hours later|the same day)\b"
)
_SAME_FIRST = frozenset(("on", "that", "the"))
_SAME = late_pattern(
    r"(?:On (?:the|that) same|That same|The same|That) (?:day|night|evening|morning|afternoon)\b"
    r"|(?:Earlier|Later)(?: on)?(?: in the| that| the same) (?:day|evening|night|morning|afternoon)\b"
)
_PLACE = late_pattern(
    r"\b(?:in|at|near|outside|attack on) (?:the )?(?:[a-z-]+ ){0,2}?(?:(?:towns?|city|cities|villages?|"
    r"provinces?|districts?|regions?) of )?(?P<name>[A-ZÀ-Þ][\w'’-]+)"
)


def same_day(
    document: Document, sentence: Sentence, days: Window | None, figures: Sequence[Figure]
) -> list[Candidate]:
    """Return what another body did on the one day of the article's own event, hours before or after it."""
    if days is None or days.start != days.end or not sentence.lower:
        return []
    answer = _answered(document, sentence, days, figures)
    if answer:
        return answer
    if sentence.lower[0] in _SAME_FIRST or sentence.lower[0] == "another":
        return _elsewhere(document, sentence, days, figures)
    if sentence.lower[0] not in _FIRST:
        return []
    heading = document.heading_of(sentence)
    found = _OPENS.match(sentence.span.of(document.text))
    dead = [f for f in figures if sentence.span.contains(f.number) and f.property == "killed"]
    if found is None or not dead or heading in (LEAD, INFOBOX) or is_before(heading):
        return _elsewhere(document, sentence, days, figures)
    lead = next((s.span.of(document.text) for s in document.article.sections if s.heading == LEAD), "")
    told = [t for t in violent_triggers(sentence) if t.is_verb]
    if not told or found["body"] in lead or found["body"] in document.article.title:
        return []
    start = sentence.span.start
    words = Span(start, start + found.start("body"))
    day = DateExpression(words, days.start.isoformat(), days.start, days.end, 1, "relative")
    span = trimmed(document, sentence.span)
    return [
        Candidate(span, day, told[0], sentence.index, (sentence.span,), "hours_from_own", is_another=True)
    ]


def _answered(
    document: Document, sentence: Sentence, days: Window, figures: Sequence[Figure]
) -> list[Candidate]:
    """Return the answer that cost lives at once: "They responded almost immediately, killing one person"."""
    if _ANSWERS.isdisjoint(sentence.lower[:_ANSWER_REACH]) or document.heading_of(sentence) in (
        LEAD,
        INFOBOX,
    ):
        return []
    found = _ANSWERED.match(sentence.span.of(document.text))
    dead = [f for f in figures if sentence.span.contains(f.number) and f.property == "killed"]
    told = [t for t in violent_triggers(sentence) if t.is_verb]
    if found is None or not dead or not told or any(f.is_cumulative for f in dead):
        return []
    words = Span(sentence.span.start + found.start("when"), sentence.span.start + found.end("when"))
    day = DateExpression(words, days.start.isoformat(), days.start, days.end, 1, "relative")
    span = trimmed(document, sentence.span)
    return [Candidate(span, day, told[0], sentence.index, (sentence.span,), "answered", is_another=True)]


def _elsewhere(
    document: Document, sentence: Sentence, days: Window, figures: Sequence[Figure]
) -> list[Candidate]:
    """Return what cost lives on the same day in a place that neither the title nor what defines it names."""
    text = sentence.span.of(document.text)
    second = _SECOND.match(text) if dateline(document) is not None else None
    found = second or _SAME.match(text)
    dead = [f for f in figures if sentence.span.contains(f.number) and f.property == "killed"]
    told = [t for t in violent_triggers(sentence) if t.is_verb or second is not None]
    another = second or (_ANOTHER.match(text, found.end()) if found is not None else None)
    is_several = _SEVERAL.search(document.article.title) is not None
    if found is None or not told or any(f.is_cumulative for f in dead):
        return []
    is_before = _HAD_BEFORE.match(text) is not None
    if not dead and ((another is None and not is_before) or is_several):
        return []
    opening = document.lead[: 3 if dateline(document) is not None else 1]
    known = " ".join(
        [document.article.title, *(s.span.of(document.text) for s in opening if s is not sentence)]
    )
    places = [p["name"] for p in _PLACE.finditer(text, found.end())]
    if not (is_before and not dead) and (not places or any(name in known for name in places)):
        return []
    words = Span(sentence.span.start, sentence.span.start + found.end())
    day = DateExpression(words, days.start.isoformat(), days.start, days.end, 1, "relative")
    span = trimmed(document, sentence.span)
    return [
        Candidate(span, day, told[0], sentence.index, (sentence.span,), "same_day_elsewhere", is_another=True)
    ]


_ANOTHER = late_pattern(
    r",? (?:another|a second|a third|two other|an additional) (?:[\w-]+ ){0,2}?"
    r"(?:bombs?|devices?|explosions?|blasts?|car bombs?|grenades?|suicide bombers?|gunm[ae]n|attackers?)\b"
)
_SECOND = late_pattern(  # "A second blast was reported Sunday at Osk"
    rf"(?:A second|A third|Another) (?:[\w-]+ ){{0,2}}?(?:{deed('attack', 'one')}|bomb) "
    r"(?:was reported|exploded|went off|occurred|took place|was detonated)\b"
)
_HAD_BEFORE = late_pattern(  # "Earlier the same day, a shore battery had fired on the ship"
    r"Earlier (?:that|the same|on the same|that same) (?:day|morning|afternoon|evening|night),? "
    r"[^.;,]{2,60} had (?:also )?(?:been )?[a-z]+ed\b"
)
_SEVERAL = late_pattern(rf"{deed('attack', 'several')}\b")


def elsewhere(
    document: Document,
    sentence: Sentence,
    days: Window | None,
    figures: Sequence[Figure],
    told: Sequence[Candidate],
) -> list[Candidate]:
    """Return what a report tells of another place on the days of its event: "Elsewhere, a bomb killed two".

    Its words reach to the first of the events `told` in the same sentence.
    """
    if not figures or days is None or sentence.lower[0] not in _APART_FIRST or dateline(document) is None:
        return []
    found = _APART.match(sentence.span.of(document.text))
    end = min([sentence.span.end, *(c.evidence.start for c in told)])
    dead = [f for f in figures if f.property == "killed" and sentence.span.start <= f.number.start < end]
    verbs = [t for t in violent_triggers(sentence) if t.is_verb and t.span.end <= end]
    if found is None or not dead or not verbs or any(f.is_cumulative for f in dead):
        return []
    if found["also"] is not None and not _is_of_new_place(document, sentence, found.end()):
        return []
    words = Span(sentence.span.start, sentence.span.start + found.end())
    day = DateExpression(words, days.start.isoformat(), days.start, days.start, 1, "relative")
    span = Span(sentence.span.start, end)
    return [
        Candidate(
            trimmed(document, span), day, verbs[0], sentence.index, (span,), "elsewhere", is_another=True
        )
    ]


def _is_of_new_place(document: Document, sentence: Sentence, start: int) -> bool:
    """Whether a sentence names a place, and neither the title nor the first sentence of a report names it."""
    text = sentence.span.of(document.text)
    known = " ".join([document.article.title, *(s.span.of(document.text) for s in document.lead[:2])])
    places = [p["name"] for p in _PLACE.finditer(text, start)]
    return bool(places) and not any(name in known for name in places)


_APART_FIRST = frozenset(("elsewhere", "separately", "across", "in", "meanwhile", "another", "also"))
_APART = late_pattern(
    r"(?:Elsewhere|Separately|Across the border|In (?:a|an(?:other)?) (?:separate|unrelated)"
    rf"|In another (?:{deed('attack', 'one')}|{deed('fight', 'one')}|incident)"
    r"|(?P<also>Meanwhile|Another|Also (?:on|in|yesterday|today)))\b"
)

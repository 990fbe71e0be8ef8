"""Dead whom an attack answered: "in response to the killing of twelve settlers the army bombed the camp".

- answered: behind "in retaliation for", "a reprisal for", "to avenge", "answered", "followed" and the noun of
  a deed or of deaths
- told first: "After twelve soldiers were killed in an ambush, the air force bombed Osk on 3 May"
- counted from: "struck Osk a day after a bomb had killed twelve settlers"

They are none of the dead of the answer.  Where the article's own event is the deed that was answered ("in
response to the attack, which killed twelve, troops raided X") its dead are the event's.
"""

from __future__ import annotations

import re

from tasks.events.triggers import type_of_words, violent_triggers
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.months import MONTH_NAMES
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_ANSWERS = (
    r"(?:response|retaliation|reprisals?|revenge|retribution|vengeance|reply|answer|reaction|punishment)"
)
_SIGNS = words("avenging_sign")
_NOUN = rf"(?:{deed('attack')}|deaths?|loss|losses|incidents?)"
_DETERMINER = r"(?:(?P<the>the|this|that|these|those|their|its|his|her)|an?|earlier|previous|several)"
_ANSWERED = late_pattern(
    rf"\b(?:{_ANSWERS}(?: by [^,;.]{{1,60}}?| on \d[^,;.]{{1,30}}?)*?,? (?:to|for|against)"
    rf"|aveng(?:e|ed|ing)|answered|answering|follow(?:s|ed|ing)|(?:prompted|triggered|provoked) by)"
    rf" (?:{_DETERMINER} )?(?:[\w'’-]+ ){{0,3}}?(?P<noun>{_NOUN})\b(?P<rest>[^;:]*)$",
    re.IGNORECASE,
)
_TOLD_FIRST = late_pattern(
    r"^(?:(?:shortly|soon|immediately|just|hours|days|weeks|an? \w+|two \w+|three \w+) )?"
    r"(?:after|following) [^,;:]*$",
    re.IGNORECASE,
)
_COUNTED = late_pattern(r"\b(?:minutes|hours?|days?|weeks?|months?) after [^,;:]*$")
# Behind a comma the cause goes on with these alone.
_GOES_ON = re.compile(r",(?! ?(?:in |during |by |of )?(?:which|who|whom|when|where|killing|leaving)\b)")
_DAY = late_pattern(rf"\b(?:\d{{1,2}} )?(?:{'|'.join(MONTH_NAMES)})(?: \d+)?\b|\b(?:1\d|20)\d\d\b")
_DEEDS = words("act") | words("hit") | {"strikes", "strike", "operation", "offensive"}
_GENERIC = ("attack", "incident", "killing", "violence", "massacre", "shooting")


def is_avenged(document: Document, people: Span) -> bool:
    """Return whether the people that words tell of were killed before the event, which answered that."""
    sentence = document.sentences[max(0, document.index_at(people.start))]
    if _SIGNS.isdisjoint(sentence.words):
        return False
    before = document.text[sentence.span.start : people.start]
    found = _ANSWERED.search(before)
    if found is not None and not _GOES_ON.search(found["rest"]):
        cause = Span(sentence.span.start + found.start(), people.end)
        is_of_other = _has_deed_outside(document, sentence, cause)
        return is_of_other and not _is_own(document, found, is_dated=_is_dated(document, sentence, cause))
    counted = _COUNTED.search(before)
    if counted is not None:
        comma = document.text.find(",", people.end, sentence.span.end)
        first = Span(sentence.span.start + counted.start(), comma if comma > 0 else sentence.span.end)
        return _is_dated(document, sentence, first) and _is_of_other_kind(document, sentence, first)
    comma = document.text.find(",", people.end, sentence.span.end) if _TOLD_FIRST.match(before) else -1
    first = Span(sentence.span.start, max(comma, people.end))
    return comma > 0 and _is_dated(document, sentence, first) and _is_of_other_kind(document, sentence, first)


def _is_dated(document: Document, sentence: Sentence, cause: Span) -> bool:
    """Whether a sentence tells a day outside of what was answered, and none in it."""
    without = document.text[sentence.span.start : cause.start] + document.text[cause.end : sentence.span.end]
    return _DAY.search(without) is not None and _DAY.search(cause.of(document.text)) is None


def _has_deed_outside(document: Document, sentence: Sentence, cause: Span) -> bool:
    """Whether the sentence tells of another deed than the one that was answered."""
    comma = document.text.find(",", cause.end, sentence.span.end)
    begin = sentence.span.end if comma < 0 else comma
    outside = [t for t in sentence.tokens if t.end <= cause.start or t.start > begin]
    is_told = any(t.lower in _DEEDS for t in outside)
    return is_told or any(
        t.span.end <= cause.start or t.span.start > begin for t in violent_triggers(sentence)
    )


def _is_own(document: Document, found: re.Match[str], *, is_dated: bool) -> bool:
    """Whether the deed that was answered is the article's own: "the attack", if the title calls it so."""
    title, noun = document.article.title.lower(), found["noun"].lower().removesuffix("s")
    if noun.startswith(("death", "loss")) or found["the"] is None:
        return False
    return noun in title or (not is_dated and any(map(title.__contains__, _GENERIC)))


def _is_of_other_kind(document: Document, sentence: Sentence, first: Span) -> bool:
    """Whether what a passage tells is of another kind than the title, and a deed is told outside of it."""
    title = type_of_words(document.article.title)
    inside = [t.type.sub_event_type for t in violent_triggers(sentence) if first.contains(t.span)]
    outside = any(not first.contains(Span(t.start, t.end)) and t.lower in _DEEDS for t in sentence.tokens)
    return title is not None and outside and bool(inside) and title.sub_event_type not in inside

"""Until when those were held who were taken: the day on which they were set free, or put to death."""

from __future__ import annotations

import re
from datetime import timedelta

from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence

_HELD = late_pattern(  # who is held is held until set free
    r"\b(?:kidnap\w*|abduct\w*|hostages?|hijack\w*|sieges?|stand-?offs?|captur\w+|captivity)\b", re.IGNORECASE
)
_TAKEN = late_pattern(  # of an attack that is no kidnapping by its title
    r"\b(?:kidnapp\w+|abduct\w+|hostages?|hijacked|captives?|carried off|driven off|dragged off|taken away|"
    r"held (?:in|at|by|on|captive|there|until))\b"
)
_ARRESTED = late_pattern(
    r"\b(?:suspects?|suspected|arrest\w*|charged|bail|custody|detained|court|sentence\w*|imprison\w*|prison|"
    r"convict\w*|police (?:held|released))\b"
)
_TAKEN_FOR = timedelta(days=62)  # a longer captivity is no part of an attack
_FREED = late_pattern(
    r"\b(?:released|freed|rescued|set free|let go|liberated|lifted|stormed|surrendered|gave up|retaken|"
    r"recaptured|recovered|(?:obtained|secured|negotiated|won) (?:the|their|his|her) release"
    r"|(?:held|kept|remained)\b[^.;]{0,80}\buntil)\b[^.;]{0,40}$"
)
_FREED_THEN = late_pattern(  # "Two days later commandos stormed the aircraft"
    r",? (?:[\w-]+ ){0,5}(?:released|freed|rescued|liberated|stormed|surrendered|"
    r"gave (?:himself|themselves) up|overpowered|killed the hijackers)\b"
)
_FREED_THERE = late_pattern(  # "landed at Osk on the 24th, where the passengers were released"
    r",? (?:where|when|and) [^.;]{0,50}\b(?:released|freed|rescued|set free|let go)\b"
)
_SOON = timedelta(days=3)
_HOSTAGES = late_pattern(r"\b(?:hostages|holed up|barricaded|siege)\b")
_ASSAULT = late_pattern(
    r"[^.;]{0,140}\b(?:counter-? ?assault|(?:an?|the|their|its) (?:[\w-]+ ){0,2}?(?:assault|raid|rescue)"
    r"|storm(?:ed|ing) (?:the|it)|retook|regained control)\b"
)
_ASSAULTED = late_pattern(
    r"\b(?:forces|troops|police|commandos|soldiers|units?|paratroopers)\b[^.;]{0,40}"
    r"\b(?:storm|raid|assault|re-enter|enter)ed\b[^.;]{0,60}$"
)
_PUT_TO_DEATH = late_pattern(
    r"\b(?:hostages?|captives?|victims?|prisoners?|they|he|she|all(?: of (?:them|whom))?)\b(?: all)? "
    rf"(?:was|were) (?:\w+ )?(?:{one_of(words('suffers'))}|found dead|released|freed)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)


def is_of_captives(document: Document, main: DateExpression, day: DateExpression, sentence: Sentence) -> bool:
    """Whether the title says that people are held, or the lead that some were carried off not long before.

    A suspect whom the police released is no captive.
    """
    if _HELD.search(document.article.title):
        return True
    if main.start is None or day.start is None or day.start - main.start > _TAKEN_FOR:
        return False
    words = sentence.span.of(document.text)
    if _ARRESTED.search(words):
        return False
    if is_soon(main, day) and any(
        _HOSTAGES.search(s.span.of(document.text)) for s in document.lead if s.index < sentence.index
    ):
        return True
    first = document.lead[0].span.of(document.text)
    return bool(_TAKEN.search(words) or "hijack" in first)


def is_soon(main: DateExpression, day: DateExpression) -> bool:
    """Whether a day comes so soon that forces may have gone in for hostages on it."""
    return main.start is not None and day.start is not None and day.start - main.start <= _SOON


def is_gone_in(text: str, before: str, day: DateExpression) -> bool:
    """Whether forces go in for hostages on a day: "Early on 2 July ... launch a counter assault"."""
    return bool(_ASSAULT.match(text, day.span.end) or _ASSAULTED.search(before))


def is_set_free(text: str, before: str, day: DateExpression) -> bool:
    """Whether those who were held are freed, or put to death, on a day."""
    is_at_head = not before.strip() and _FREED_THEN.match(text, day.span.end)
    is_there = _FREED_THERE.match(text, day.span.end)
    return bool(_FREED.search(before) or is_at_head or is_there or _PUT_TO_DEATH.search(before))

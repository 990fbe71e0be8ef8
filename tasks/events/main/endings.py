"""The day on which the lead says that the article's own event ended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from tasks.events.by_sentence import dates_in
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document

LONGEST = timedelta(days=400)
_LONGEST_OF_ALL = timedelta(days=1500)  # of a rebellion or a siege
CLOSING = late_pattern(
    r"\b(?:(?:re)?captur\w+|end(?:ed|ing)|fell|conclud\w+|victory|defeat(?:ed)?|withdr\w+|surrender\w*|liberat\w+|until)\b"
    r"[^.]{0,70}$"
)
_LONG = late_pattern(r"\b(?:campaign|siege|rebellion|uprising|insurgency|occupation|revolt)\b", re.IGNORECASE)
_HELD = late_pattern(  # who is held is held until set free
    r"\b(?:kidnap\w*|abduct\w*|hostages?|hijack\w*|sieges?|stand-?offs?|captur\w+|captivity)\b", re.IGNORECASE
)
_FREED = late_pattern(
    r"\b(?:released|freed|rescued|set free|let go|liberated|lifted|stormed|surrendered|gave up)\b[^.;]{0,40}$"
)
_FREED_THEN = late_pattern(  # "Two days later commandos stormed the aircraft"
    r",? (?:[\w-]+ ){0,5}(?:released|freed|rescued|liberated|stormed|surrendered|"
    r"gave (?:himself|themselves) up|overpowered|killed the hijackers)\b"
)
_PUT_TO_DEATH = late_pattern(
    r"\b(?:hostages?|captives?|victims?|prisoners?|they|he|she|all(?: of (?:them|whom))?)\b(?: all)? "
    r"(?:was|were) (?:\w+ )?(?:shot|executed|killed|murdered|beheaded|found dead|released|freed)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_LAST = late_pattern(r"\bthe last (?:of the )?(?:\w+ ){1,4}(?:were|was|gave|surrendered)\b[^.;]{0,60}$", re.I)
_ENDED = late_pattern(
    r"\b(?:ended|concluded|ceased|stopped|finished|came to an end|died down|collapsed"
    r"|(?:was|were) (?:crushed|quelled|suppressed|put down|called off|lifted|declared over|brought to an end)"
    r"|(?:last(?:ed|ing)|continued|went on|raged)\b[^.;]{0,50}?\b(?:until|till|to|through))\b[^.;]{0,60}$"
)
_FELL = late_pattern(  # what the battle was for: "It was captured on 2 March"
    r"^(?:It|The (?:town|city|village|fort|fortress|island|base|airport|garrison)) (?:finally |eventually )?"
    r"(?:(?:was|were) (?:captured|taken|liberated)|fell|surrendered)\b[^.;]{0,40}$"
)
_WORD = late_pattern(r"\w+")
_SUBJECTS = frozenset(("it", "they", "which", "and", "fighting", "siege", "standoff", "stand", "violence"))
_SHORT = 3  # letters: "of", "in"
_REACH = 75  # code points from what ended to the verb


def ended(
    document: Document, dates: Sequence[DateExpression], main: DateExpression, *, is_lasting: bool
) -> DateExpression | None:
    """Return the day on which the lead says that the event of a first day ended, None if it says none.

    "It ended on 22 July", "the hostages were freed on the 26th"; of a battle also the day of its outcome:
    "attacked on 25 May, and took it by 1 June", and of what is no single battle wherever that is told.
    """
    if main.start is None:
        return None
    text = document.text
    is_long = _LONG.search(document.article.title) is not None
    longest = _LONGEST_OF_ALL if is_long else LONGEST
    by_sentence = dates_in(document, dates)
    main_sentence = next((i for i, told in by_sentence.items() if main in told), None)
    for sentence in document.lead:
        inside = [d for d in by_sentence.get(sentence.index, ()) if d.prec == 1]
        first = next((d for d in inside if d.start == main.start), None)
        for day in inside:
            if day.start is None or not main.start < day.start <= main.start + longest:
                continue
            before = text[sentence.span.start : day.span.start]
            if is_long and CLOSING.search(before):
                return day
            is_next = main_sentence is not None and sentence.index == main_sentence + 1
            if is_lasting and is_next and _FELL.search(before):
                return day
            if is_lasting and first is not None and CLOSING.search(text[first.span.end : day.span.start]):
                return day
            if _says_ended(before, document.article.title) or _LAST.search(before):
                return day
            if _HELD.search(document.article.title) and _is_set_free(text, before, day):
                return day
    return None


def _is_set_free(text: str, before: str, day: DateExpression) -> bool:
    """Whether those who were held are freed, or put to death, on a day."""
    is_at_head = not before.strip() and _FREED_THEN.match(text, day.span.end)
    return bool(_FREED.search(before) or is_at_head or _PUT_TO_DEATH.search(before))


def _says_ended(before: str, title: str) -> bool:
    """Whether "it ended", "the riot lasted until" stands before a day, the title's noun for a subject."""
    found = _ENDED.search(before)
    if found is None:
        return False
    clause = re.split(r"[.;]", before[max(0, found.start() - _REACH) : found.start()])[-1]
    words = {word.lower().removesuffix("s") for word in _WORD.findall(clause)}
    nouns = {word.removesuffix("s") for word in _WORD.findall(title) if word.islower() and len(word) > _SHORT}
    return not words.isdisjoint(_SUBJECTS | nouns)

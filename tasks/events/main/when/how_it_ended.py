"""The outcome that ended a fight or a rising, beside its day: a side gave up, a truce, order restored.

- gave up: "the garrison surrendered on 24 May", "On 24 May the last rebels laid down their arms"
- truce: "a ceasefire came into force on 9 May"
- control: "by 7 May the whole town was in their hands", "the army retook the town on 20 March"
- order: "order was restored on 17 May"

Where the lead tells several, the last one counts.
"""

from __future__ import annotations

import re

from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence

_SIDE = one_of(words("side_that_yields"))
_GAVE_UP = (
    rf"(?:{one_of(words('yields'))}|gave (?:up|in|themselves up)|laid down (?:their|its|all) (?:arms|weapons)"
    r"|(?:were|was) (?:driven (?:off|out|away|back)|expelled|repelled|repulsed|routed|overpowered)"
    r"|pulled (?:out|back)|left (?:the )?(?:town|city|village|area|field|building))"
)
_PLACE = one_of(
    words("settlement") | {"area", "province", "region", "country", "capital", "fort", "fortress"}
)
_TRUCE = r"(?:truce|cease-?fire|armistice|peace (?:agreement|treaty|accord|deal))"
_IN_FORCE = (
    r"(?:(?:came|went|entered) into (?:force|effect)|took (?:effect|hold)|ended|(?:put|brought) an end to"
    r"|(?:was|were) (?:signed|agreed|agreed upon|concluded|reached|arranged|declared|announced|negotiated)"
    r"|signed|agreed|concluded|brokered|began)"
)
_CALM = r"(?:order|calm|peace|control|quiet)"
_TOOK = rf"(?:{one_of(words('takes_place') | {'secured', 'regained', 'cleared'})})"
_OUTCOME = (
    rf"{_SIDE}\b[^.;]{{0,60}}?\b{_GAVE_UP}\b|they (?:had )?(?:all )?{_GAVE_UP}\b"
    rf"|{_SIDE} (?:was|were) (?:in (?:full )?retreat|on the run)\b"
    rf"|{_TOOK}\b(?: \w+){{0,4}}? (?:{_PLACE}|control|beach(?:es)?|building|prison|positions?)\b"
    rf"|{_TRUCE}\b[^.;]{{0,60}}?\b{_IN_FORCE}\b"
    rf"|{_CALM} (?:was|had been|had) (?:finally |fully )?(?:restored|returned|re-?established)\b"
    rf"|{_CALM} returned\b"
)
_BEFORE = late_pattern(rf"\b(?:{_OUTCOME})[^.;]{{0,40}}$", re.IGNORECASE)
_BEHIND = late_pattern(
    rf",?\s(?:[\w’'-]+\s){{0,5}}?(?:{_OUTCOME}"
    rf"|{_PLACE}\s(?:was|were|had been|came) (?:\w+ )?(?:in|under) [^.;]{{0,30}}?\b(?:hands|control)\b)",
    re.IGNORECASE,
)
_LEADS = late_pattern(
    r"(?:^|\b(?:and|but|then) |, )(?:[Oo]n|[Bb]y|[Ii]n)? ?(?:the )?(?:(?:morning|evening|night|end) of )?$"
)
_WENT_ON = late_pattern(
    r"\b(?:resumed|broke down|did not hold|was (?:broken|violated)|collapsed|renewed|flared up again)\b"
)
_WORDS = words("side_that_yields") | {
    "truce", "ceasefire", "cease-fire", "armistice", "peace", "order", "calm", "control", "hands", "quiet",
}  # fmt: skip


def may_tell_outcome(sentence: Sentence) -> bool:
    """Whether a sentence has a word that an outcome needs."""
    return not _WORDS.isdisjoint(sentence.words)


def is_outcome(document: Document, sentence: Sentence, day: DateExpression) -> bool:
    """Whether a day of a sentence is that of the outcome, behind which the lead does not say it went on."""
    text = document.text
    before = text[sentence.span.start : day.span.start]
    is_told = _BEFORE.search(before) is not None
    if not is_told and _LEADS.search(before) is not None:
        is_told = _BEHIND.match(text, day.span.end, sentence.span.end) is not None
    if not is_told:
        return False
    lead_end = document.lead[-1].span.end
    return _WENT_ON.search(text, day.span.end, lead_end) is None

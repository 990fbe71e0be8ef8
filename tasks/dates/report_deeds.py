"""What a report tells of a day: a deed of violence, that somebody spoke or the law did something, or neither.

"Families appealed on Friday to the men who seized the ship on October 2" has one of each of the first two.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, forms_of, nouns, verbs, words_of
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document

Told = Literal["deed", "said", ""]

_VAGUE = frozenset(
    ("engaged", "surprised", "overwhelmed", "scattered", "strike", "strikes", "sack", "purge", "hit")
)
_ALSO = ("died", "dead", "exploded", "detonated", "went off", "opened fire", "fired", "blew", "left dead")
_TOLD = any_of(words("told_on_day"))
_LAW = any_of(words("law_on_day"))
_SAYS = late_pattern(
    rf"\b(?:sa(?:id|ys)|statements?|spokes\w+|{_TOLD}|the trial of|claimed responsibility|(?P<law>{_LAW}))\b"
)
_AFTERWARDS = late_pattern(  # "the death toll rose on Friday", "found the bodies on Tuesday"
    r"\btoll\b[^.;]*\b(?:ro?se|risen|climbed|reached|stood|passed|increased)\b"
    r"|\b(?:raised|updated|revised|lowered|put) the (?:\w+ ){0,2}toll\b"
    r"|\b(?:found|recovered|identified|buried) (?:the )?(?:\w+ )?(?:bod(?:y|ies)|remains|victims)\b"
    r"|\b(?:search|rescue|search-and-rescue) (?:operations?|teams?|efforts?)\b"
    r"|\b(?:vigils?|funerals?|memorial|commemorat\w+|anniversary)\b"
)
_OF_DAY = late_pattern(r"(?:['’]s)? ([a-z-]+)(?: ([a-z-]+))?\b")
_BOUNDARY = re.compile(r"[.;:—–(\n]")
_MOST = 10  # words between who spoke and the day on which
_FEW = 5  # words of "condemned the attack": a longer way tells of the attack
_REACH = 220  # code points


def told_of(document: Document, at: DateExpression, floor: int, *, is_said: bool) -> Told:
    """Say what happened on a day by the words of its clause.

    Args:
        document: the report.
        at: the day.
        floor: where its sentence begins, or the day before it in the sentence ends.
        is_said: that day before it is one on which somebody spoke or the law did something.
    """
    text = document.text
    start = max(floor, at.span.start - _REACH)
    named = _OF_DAY.match(text, at.span.end)
    nouns_behind = (_deeds().fullmatch(word) for word in named.groups("") if word) if named else ()
    if any(deed is not None and deed["noun"] is not None for deed in nouns_behind):
        return "deed"  # "January 17's airstrike", "the May 4 bomb attack"
    if _SAYS.match(text, at.span.end + 1):
        return "said"  # "the broadcaster on Tuesday reported"
    before = _BOUNDARY.split(text[start : at.span.start])[-1]
    if len(before.split()) <= 1:  # "On Monday, ..."
        return _behind(_BOUNDARY.split(text[at.span.end : at.span.end + _REACH])[0])
    return _in_front(before, is_said=is_said)


def _in_front(before: str, *, is_said: bool) -> Told:
    afterwards = _AFTERWARDS.search(before)
    said = max(_SAYS.finditer(before), key=lambda m: m.start(), default=None)
    deed = max(_deeds().finditer(before), key=lambda m: m.start(), default=None)
    if afterwards is not None and (deed is None or deed.start() < afterwards.end()):
        return "said"
    if said is None:
        return "deed" if deed is not None else ""
    way = len(before[said.end() :].split())
    if deed is None or deed.start() < said.start():
        return "said" if way <= _MOST and " that " not in before[said.end() :] else ""
    is_noun = deed["noun"] is not None
    is_of_word = way <= _FEW or (said["law"] is not None and not is_said)
    return "said" if is_noun and is_of_word else "deed"


def _behind(after: str) -> Told:
    deed = _deeds().search(after)
    for said in (_SAYS.search(after), _AFTERWARDS.search(after)):
        if said is not None and (deed is None or said.start() < deed.start()):
            return "said"
    return "deed" if deed is not None else ""


@cache
def _deeds() -> re.Pattern[str]:
    """Return the words for deeds of violence: verbs, and nouns as a group of their own."""
    done = (words_of(verbs(), "past", "participle") | frozenset(_ALSO)) - _VAGUE
    named = frozenset(form for form in forms_of(nouns()) if " " not in form) - _VAGUE - done
    return re.compile(rf"\b(?:{any_of(done)}|(?P<noun>{any_of(named)}))\b")

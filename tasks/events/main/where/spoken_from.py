"""Places that a report only speaks from: "told reporters in Osk", "a judge in Osk", "the embassy in Osk"."""

from __future__ import annotations

import re

from tasks.dates.report_day import dateline
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.sifted import Sifted
from tasks.lexicons.violence import any_of
from tasks.model.document import Document
from tasks.places import PlacePhrase

_SPEAK = any_of(words("spoken"))
_OFFICES = any_of(words("office_in"))
_SPOKEN = Sifted(
    r"\b(?:(?:reporters|journalists|correspondents?|lawmakers) (?:from )?(?:at|in)"
    rf"|(?:{_SPEAK})"
    r" (?:[A-Z][\w'’-]+ )?(?:in|at|from)"
    rf"|(?:{_OFFICES}) in"
    r"|(?:flew|fled|travel?led|returned|sailing|bound|headed|en route|way|carrying [^.;]{1,30})"
    r" (?:back )?(?:to|for)"
    r") (?:the )?(?:[a-z]+ (?:city|capital|port) of )?$"
)
_OFFICE = late_pattern(r"\b(?P<office>embassy|consulate|court|tribunal) in\b", re.IGNORECASE)
_REACH = 80  # code points
_DIVERTED = Sifted(
    r"\b(?:divert(?:ed|ing)?|redirect(?:ed|ing)|forced to land|landed|landing)\b"
    r"[^.;]{0,60} (?:to|in|at) (?:the )?$"
)


_VIOLENT = any_of(words("violence_in"))
_VIOLENCE_IN = late_pattern(  # what a report tells of: "killings in Osk"
    rf"\b(?:{_VIOLENT}|air ?strikes?)"
    r" (?:in|at|near|outside) (?:the )?$"
)
_TITLE_OFFICE = late_pattern(r" (?:judge|court|tribunal|prosecutors?|officials|talks|summit|conference)\b")


def by_words_before(document: Document, phrase: PlacePhrase, before: str) -> float:
    """Return what the words before a place of a report speak for or against it, 0 where they say nothing.

    Where somebody speaks or sits nothing happened; "killings in Osk" did.
    """
    if dateline(document) is None:
        return 0.0
    title, name = document.article.title, phrase.names[0].text
    if _is_diverted_to(before, title):
        return 8.0
    if _says_where_spoken(before, phrase.span.of(document.text), title):
        return -6.0 - 8.0 * is_office_town(document, name)
    if phrase.preposition == "from" and phrase.is_weak:
        return -4.0
    return 2.0 * (_VIOLENCE_IN.search(before) is not None)


def is_hospital(document: Document, phrase: PlacePhrase) -> bool:
    """Return whether a phrase has a hospital that no title says was attacked: those hurt came there."""
    words = phrase.span.of(document.text)
    return _HOSPITAL.search(words) is not None and _HOSPITAL.search(document.article.title) is None


_HOSPITAL = late_pattern(r"\b(?:hospitals?|clinics?|morgue|mortuary)\b", re.IGNORECASE)


def is_office_town(document: Document, name: str) -> bool:
    """Return whether a report's headline has a town only with who sits there: "Osk judge clears two"."""
    title = document.article.title
    if dateline(document) is None or name not in title:
        return False
    return _TITLE_OFFICE.match(title, title.index(name) + len(name)) is not None


def _is_diverted_to(before: str, title: str) -> bool:
    """Whether what was hijacked was made to go where a phrase names: "diverting it to Osk"."""
    return "hijack" in title.lower() and _DIVERTED.search(before) is not None


def _says_where_spoken(before: str, words: str, title: str) -> bool:
    """Whether somebody only speaks, sits or goes where a phrase names a place.

    Args:
        before: the text before the phrase, with its preposition.
        words: those of the phrase itself, which may begin with an office ("the embassy in Osk").
        title: the article's, which would say that an office was attacked.
    """
    office = _OFFICE.search(words)
    if office is not None:
        return office["office"].lower() not in title.lower()
    return _SPOKEN.search(before[-_REACH:]) is not None

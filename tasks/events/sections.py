"""Sections by what they are about, told by words of their headings."""

from __future__ import annotations

import re
from functools import lru_cache

from tasks.dates.report_day import dateline
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.article import INFOBOX, LEAD
from tasks.model.document import Document, Sentence
from tasks.model.memo import remembered

_ELSE = any_of(words("apart_heading"))
_APART = late_pattern(
    rf"\b(?:{_ELSE}|see also|(?:previous|earlier|prior) \w+)\b",
    re.IGNORECASE,
)
_EVENTS = any_of(words("event_heading"))
_TELLS = late_pattern(  # "Attack and aftermath", "Background and events"
    rf"(?:the )?(?:{_EVENTS}) and \w+$"
    r"|background and (?:events?|attacks?|incident)$",
    re.IGNORECASE,
)
_TELLS_ALONE = late_pattern(rf"(?:the )?(?:{_EVENTS})$", re.IGNORECASE)  # "History" may tell of the event too
_BEFORE = late_pattern(r"\b(?:background|context|history|prelude|origins?|causes?)\b", re.IGNORECASE)
_AFTER = late_pattern(r"\b(?:aftermath|legacy|impact|consequences|subsequent|memorials?)\b", re.IGNORECASE)
_NO_PROSE = late_pattern(
    r"(?:see also|references|notes|external links|further reading|bibliography|sources|citations)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def is_apart(heading: str) -> bool:
    """Whether a section tells what came before or after the article's own event, or what was said of it."""
    return bool(_APART.search(heading)) and not _TELLS.match(heading)


@lru_cache(maxsize=1024)
def is_before(heading: str) -> bool:
    """Whether a section tells what came before."""
    return bool(_BEFORE.search(heading))


@lru_cache(maxsize=1024)
def is_after(heading: str) -> bool:
    """Whether a section tells what came after."""
    return bool(_AFTER.search(heading))


@lru_cache(maxsize=1024)
def is_list(heading: str) -> bool:
    """Whether a section lists links or sources and tells nothing."""
    return bool(_NO_PROSE.match(heading))


@remembered
def opening(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of the lead that tell something: all but the line with a report's day."""
    return document.lead[1:] if document.lead and dateline(document) is not None else document.lead


@remembered
def told_sentences(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of prose in sections that tell something."""
    return tuple([s for s in document.prose if not is_list(document.heading_of(s))])


@remembered
def own_sentences(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of prose in sections that tell of the article's own event."""
    apart = _apart_sections(document)
    return tuple([s for s in document.prose if document.section_of(s) not in apart])


def _apart_sections(document: Document) -> frozenset[int]:
    """Return the sections apart, and those below one: what came before is told in parts too."""
    apart: set[int] = set()
    above: int | None = None  # the level of the section apart whose subsections follow
    for index, section in enumerate(document.article.sections):
        if above is not None and section.level <= above:
            above = None
        if is_apart(section.heading) or (above is not None and not _TELLS_ALONE.match(section.heading)):
            apart.add(index)
        if above is None and is_apart(section.heading):
            above = section.level
    return frozenset(apart)


def headings_of(document: Document, sentence: Sentence) -> tuple[str, ...]:
    """Return the heading of a sentence's section, and those of the sections that it is a part of."""
    sections = document.article.sections
    at = document.section_of(sentence)
    found, level = [sections[at].heading], sections[at].level
    for section in reversed(sections[:at]):
        if section.level < level:
            found.append(section.heading)
            level = section.level
    return tuple(found)


@remembered
def own_body(document: Document) -> tuple[Sentence, ...]:
    """Return those of them behind the lead."""
    return tuple([s for s in own_sentences(document) if document.heading_of(s) != LEAD])


def sums_up(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence of the lead sums up all of it.

    In a text without headings the second sentence of a paragraph behind the first may go on about its first.
    """
    if any(s.heading not in (LEAD, INFOBOX) for s in document.article.sections) or not document.lead:
        return True
    is_second = sentence.index < 2 or document.sentences[sentence.index - 2].paragraph != sentence.paragraph
    return sentence.paragraph == document.lead[0].paragraph or not is_second

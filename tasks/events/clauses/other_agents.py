"""Agents of another event than the article's own: "the X campaign by Y", "during the invasion by Y"."""

from __future__ import annotations

import re

from tasks.events.fights.setting import is_time_of
from tasks.events.found import Found
from tasks.events.other_names import named_others
from tasks.events.triggers import Trigger, triggers
from tasks.model.document import Document, Sentence

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def is_of_other(document: Document, sentence: Sentence, found: Found) -> bool:
    """Whether the last event noun before an agent names another event: "the X campaign launched by Y"."""
    if found.rule != "agent":
        return False
    named = named_others(document, sentence)
    before = [t for t in triggers(sentence) if t.span.end <= found.span.start and not t.is_verb]
    if not before:
        return False
    is_setting = is_time_of(sentence.tokens, before[-1].first)
    return is_setting or before[-1] in named or _is_of_other_year(document, sentence, before[-1])


def _is_of_other_year(document: Document, sentence: Sentence, noun: Trigger) -> bool:
    """Whether a year stands before an event noun that the title, which has a year, does not have."""
    year = sentence.tokens[noun.first - 1].text if noun.first else ""
    title = document.article.title
    return bool(_YEAR.fullmatch(year)) and bool(_YEAR.search(title)) and year not in title

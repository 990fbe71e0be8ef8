"""Agents of another event than the article's own: "the X campaign by Y", "during the invasion by Y"."""

from __future__ import annotations

import re
from bisect import bisect_left

from tasks.dates.report_day import dateline
from tasks.events.clauses.no_doer import is_guess
from tasks.events.fights.setting import is_time_of
from tasks.events.found import Found
from tasks.events.other_names import named_others
from tasks.events.triggers import Trigger, triggers, violent_triggers
from tasks.model.document import Document, Sentence
from tasks.model.order import START

_SOURCE = re.compile(r"\b[Aa]ccording to (?:the |an? )?(?:[\w-]+ ){0,4}\Z")  # who tells of it
_WARS = frozenset(("war", "wars", "conflict", "revolution"))
_COMMITTED = frozenset(("committed", "perpetrated", "carried"))
_ANSWERS = frozenset(("retaliation", "reprisal", "revenge", "response", "return", "answer"))
_PHRASE = 9  # tokens from the participle to the name
_RELATIVE = 14  # tokens of a relative clause on either side of "by"
_ONE_WAS = frozenset(("was", "had"))
_BEFORE = frozenset(("before", "earlier", "ago", "prior"))
_UNITS = frozenset(("day", "days", "week", "weeks", "month", "months", "year", "years", "hours"))
_PREVIOUS = frozenset(("previous", "preceding"))
_ALL = tuple([unit] for unit in ("day", "night", "evening", "week", "month", "year"))
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def is_of_other(document: Document, sentence: Sentence, found: Found) -> bool:
    """Whether the last event noun before an agent names another event: "the X campaign launched by Y".

    Nor is one a target "according to" whom it happened.
    """
    if found.role == "target":
        return _SOURCE.search(document.text, sentence.span.start, found.span.start) is not None
    if found.grade != "agent":
        return False
    if _answers(sentence, found) or _is_of_earlier_killing(sentence, found):
        return True
    if is_guess(sentence.tokens, _by_before(sentence, found)):
        return True  # "is likely to raise fears of further attacks by X"
    if _is_of_whole_year(document, sentence, found):
        return True
    named = named_others(document, sentence)
    before = [t for t in triggers(sentence) if t.span.end <= found.span.start and not t.is_verb]
    if _is_committed(sentence, found):  # "a massacre in the aftermath of the war committed by X"
        before = [t for t in before if sentence.tokens[t.last].lower not in _WARS]
    if not before:
        return False
    is_setting = is_time_of(sentence.tokens, before[-1].first)
    return is_setting or before[-1] in named or _is_of_other_year(document, sentence, before[-1])


def _is_of_earlier_killing(sentence: Sentence, found: Found) -> bool:
    """Whether one person's death at another time is told beside: "NAME, who was shot a day before by X"."""
    tokens = sentence.tokens
    last = bisect_left(tokens, found.span.start, key=START)
    who = next((i for i in range(last - 1, max(0, last - _RELATIVE), -1) if tokens[i].lower == "who"), 0)
    if not who or tokens[who + 1].lower not in _ONE_WAS:
        return False
    told = [t.lower for t in tokens[who + 1 : last + _RELATIVE]]
    end = next((i for i, word in enumerate(told) if word in (";", ".")), len(told))
    return any(
        (word in _BEFORE and told[i - 1] in _UNITS) or (word in _PREVIOUS and told[i + 1 : i + 2] in _ALL)
        for i, word in enumerate(told[:end])
    )


def _is_of_whole_year(document: Document, sentence: Sentence, found: Found) -> bool:
    """Whether a report looks back at a year's killings: "four were murdered in 2015, one by X"."""
    if dateline(document) is None:
        return False
    tokens = sentence.tokens
    deeds = {t.last for t in violent_triggers(sentence) if t.span.end <= found.span.start}
    return any(
        tokens[i + 1].lower == "in" and _YEAR.fullmatch(tokens[i + 2].text) is not None
        for i in deeds
        if i + 2 < len(tokens)
    )


def _is_committed(sentence: Sentence, found: Found) -> bool:
    """Whether a deed that no war is was done by an agent: "committed by members of X"."""
    last = bisect_left(sentence.tokens, found.span.start, key=START)
    return any(
        token.lower in _COMMITTED and sentence.tokens[i + 1].lower in ("by", "out")
        for i, token in enumerate(sentence.tokens[max(0, last - _PHRASE) : last - 1], max(0, last - _PHRASE))
    )


def _answers(sentence: Sentence, found: Found) -> bool:
    """Whether who acts is told to have answered something else: "killings ordered in retaliation by X"."""
    tokens, by = sentence.tokens, _by_before(sentence, found)
    return by > 1 and tokens[by - 1].lower in _ANSWERS and tokens[by - 2].lower in ("in", "as")


def _by_before(sentence: Sentence, found: Found) -> int:
    """Return the index of the "by" shortly before who acts, 0 if there is none."""
    tokens = sentence.tokens
    last = bisect_left(tokens, found.span.start, key=START)
    return next((i for i in range(last - 1, max(1, last - _PHRASE), -1) if tokens[i].lower == "by"), 0)


def _is_of_other_year(document: Document, sentence: Sentence, noun: Trigger) -> bool:
    """Whether a year stands before an event noun that the title, which has a year, does not have."""
    year = sentence.tokens[noun.first - 1].text if noun.first else ""
    title = document.article.title
    return bool(_YEAR.fullmatch(year)) and bool(_YEAR.search(title)) and year not in title

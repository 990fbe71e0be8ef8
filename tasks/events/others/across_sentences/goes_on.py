"""Sentences that go on about what the one before them told: "During that battle, ...", "The assault ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.events.candidate import Candidate
from tasks.events.triggers import triggers
from tasks.lexicons.construction_words import words
from tasks.model.document import Document, Sentence

_ANAPHOR = re.compile(r"(?:During|In|At|After) (?:that|this|the same|these) ", re.IGNORECASE)
_DATED = re.compile(r"\b(?:1[0-9]|20)\d\d\b")  # a sentence with a year of its own is about another time
_OPENING = 6  # words
_BACK = frozenset(("others", "another", "additional", "further"))
_IN_IT = re.compile(r"\b(?:in|during|by|from) (?:it|them|which)\b")
_OTHER = frozenset(  # what begins a sentence about all of it, or about something else
    (
        "overall",
        "total",
        "altogether",
        "in",
        "by",
        "since",
        "meanwhile",
        "elsewhere",
        "according",
        "throughout",
    )
)
_WHOLE = words("long_event") | {
    "battle",
    "fighting",
    "hostilities",
    "offensive",
    "siege",
    "rebellion",
    "uprising",
}


def is_told_on(document: Document, before: Sentence, sentence: Sentence) -> bool:
    """Whether "The assault ..." goes on about what the sentence before it told of."""
    if before.paragraph != sentence.paragraph or sentence.lower[:1] not in (("the",), ("this",)):
        return False
    opening = [t for t in triggers(sentence) if t.first == 1 and not t.is_verb]
    is_whole = any(_WHOLE & {w.lower() for w in t.span.of(document.text).split()} for t in opening)
    return bool(opening) and not is_whole and not _DATED.search(sentence.span.of(document.text))


def counts_on(document: Document, before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence without a date may count the victims of what the one before it told with a day.

    It begins with neither a sum, nor the whole battle, nor something that happened elsewhere, and tells of no
    new event ("Another attack ...").
    """
    if before.paragraph != sentence.paragraph or not sentence.lower or sentence.lower[0] in _OTHER:
        return False
    if {"another", "elsewhere", "separate", "separately", "meanwhile", "additionally"} & set(
        sentence.lower[:_OPENING]
    ):
        return False
    return (
        "alone" not in sentence.words
        and not is_of_whole(sentence)
        and not _DATED.search(sentence.span.of(document.text))
    )


def points_back(sentence: Sentence) -> bool:
    """Whether a sentence counts victims of what was told before it: "in it", "of them", "in the ambush"."""
    if not _BACK.isdisjoint(sentence.words) or _IN_IT.search(" ".join(sentence.lower)):
        return True
    lower = sentence.lower
    return any(
        not t.is_verb and t.first and lower[t.first - 1] in ("the", "this", "that", "these")
        for t in triggers(sentence)
    )


def is_of_whole(sentence: Sentence) -> bool:
    """Whether a sentence begins with all of a long event: "The fighting caused ...", "The siege ..."."""
    return sentence.lower[0] in ("the", "this") and not _WHOLE.isdisjoint(sentence.lower[1:3])


def is_next_told_on(document: Document, sentence: Sentence, *, is_dated: bool) -> bool:
    """Whether the next sentence goes on about what this one tells ("The assault ..."), or counts its victims.

    `is_dated`: the next sentence has a date of its own.
    """
    after = sentence.index + 1
    if after >= len(document.sentences):
        return False
    following = document.sentences[after]
    if is_told_on(document, sentence, following):
        return True
    return not is_dated and counts_on(document, sentence, following)


def follows(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence goes on about what the one before it told ("During that battle, ...")."""
    return bool(_ANAPHOR.match(sentence.span.of(document.text)))


def taken_up(sentence: Sentence, candidate: Candidate, events: Sequence[Candidate]) -> Candidate:
    """Return what "That assault ..." tells with the date of the assault that the sentence before told."""
    last = events[-1] if events else None
    if last is None or candidate.date is not None or last.sentence != sentence.index - 1:
        return candidate
    lower = sentence.lower
    is_same = candidate.trigger.last == 1 and lower[:1] in (("that",), ("this",), ("the",))
    is_same = is_same and candidate.trigger.type == last.trigger.type
    return replace(candidate, date=last.date) if is_same and not last.trigger.is_verb else candidate

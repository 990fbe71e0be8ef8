"""For which body one speaks who is only said to be its own: "its spokesman", "their commander"."""

from __future__ import annotations

import re

from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import verb_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.span import Span

_OFFICE = late_pattern(
    r"(?:its|their) (?:\w+ ){0,3}?(?:spokes(?:man|woman|person)|commanders?|leaders?|chief|head|press office"
    r"|commander-in-chief|secretary|general|officers?|command)\b",
    re.IGNORECASE,
)
_BODIES = ("armed_group", "military", "organisation", "party", "government", "state")


def body_of_its(document: Document, claimant: Span, at: int, actors: ActorBook) -> str | None:
    """Return the body whose "its spokesman" speaks, None if the claimant is nobody of the kind.

    It is the last body before in the same sentence, else the last subject of the sentence before it.
    """
    if _OFFICE.match(document.text, claimant.start, claimant.end) is None:
        return None
    sentence = document.sentences[at]
    own = [
        key
        for span, key in sentence_words(sentence, actors).mentions
        if span.end <= claimant.start and actors.actors[key].kind in _BODIES
    ]
    if own:
        return own[-1]
    if not at or document.sentences[at - 1].paragraph != sentence.paragraph:
        return None
    before = document.sentences[at - 1]
    told = [
        (span, key)
        for span, key in sentence_words(before, actors).mentions
        if actors.actors[key].kind in _BODIES
    ]
    acting = [key for span, key in told if verb_of(before, span) is not None]
    return next(reversed(acting or [key for _, key in told]), None)

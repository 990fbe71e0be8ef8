"""Whom or what a phrase behind a verb names: an actor, people, a site, a vehicle, a settlement by name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from tasks.events.clauses.phrases.slot_phrase import is_passed, read_phrase
from tasks.events.new_party import NewParty, party
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence, Token
from tasks.model.order import START
from tasks.model.span import Span

_SETTLEMENTS = words("kind_of_place")
_NAMED = re.compile(r"(?:the )?(?P<kind>[a-z]+) of (?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3})")


def struck_object(
    document: Document,
    actors: ActorBook,
    sentence: Sentence,
    at: int,
    acting: Collection[str],
    method: str,
    *,
    is_force: bool = False,
) -> NewParty | None:
    """Return the target that a phrase names, None where it names nothing that can be struck.

    Args:
        document: the article.
        actors: its actors.
        sentence: the sentence.
        at: where the phrase begins, in code points of the article.
        acting: keys of those who attacked, who are no target.
        method: what is noted of how it was found.
        is_force: whether only people and forces can be meant ("clashed with").
    """
    tokens = sentence.tokens
    first = bisect_left(tokens, at, key=START)
    if first == len(tokens):
        return None
    known = _mention(actors, tokens, first)
    if known is not None:
        if known.actor in acting:
            return None
        mention = Mention(known.span, known.actor, "name", method)
        return NewParty(actors.actors[known.actor], mention, "target")
    phrase = read_phrase(tokens, first)
    if phrase is not None and phrase.kind != "name" and not (is_force and phrase.kind != "people"):
        is_people = phrase.kind == "people"
        return party(document, phrase.span, "target", "civilians" if is_people else "unknown", method)
    place = _NAMED.match(document.text, tokens[first].start, sentence.span.end)
    if place is not None and not is_force and place["kind"] in _SETTLEMENTS:
        return party(document, Span(*place.span("name")), "target", "unknown", method)
    return None


def _mention(actors: ActorBook, tokens: Sequence[Token], first: int) -> Mention | None:
    """Return the mention that the phrase at a token is, its determiners left out."""
    while first < len(tokens) and (is_passed(tokens[first]) or tokens[first].kind == "number"):
        first += 1
    if first >= len(tokens):
        return None
    start = tokens[first].start
    return next((m for m in actors.overlapping(Span(start, start + 1)) if START(m.span) <= start), None)

"""Whose place was raided, where nothing else is said to have been hit: "the X of Osk"."""

from __future__ import annotations

import re

from tasks.events.new_party import NewParty, party
from tasks.events.sections import told_sentences
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of, forms_of, nouns_that
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document
from tasks.model.span import Span

_ONE_SIDED = ("attacks", "destroys", "harms", "kills", "robs", "wounds")
_DEEDS = any_of(forms_of(nouns_that(_ONE_SIDED)))
_TITLE = late_pattern(rf"(?:\d{{4}} )?(?P<place>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?) (?:{_DEEDS})$")
_SITES = "village|hamlet|settlement|camp|encampment|kraal"
_NAME = r"([A-ZÀ-Þ][\w'’-]+)"
_NO_PEOPLE = frozenset(("Battle", "Siege", "Governor", "Bishop", "Mayor", "District", "Town", "Village"))


def people_of_place(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the people whose village or camp the title says was raided."""
    match = _TITLE.fullmatch(document.article.title)
    if match is None:
        return []
    place = re.escape(match["place"])
    told = re.compile(
        rf"\b[Tt]he {_NAME} (?:of|from|living in|at) {place}\b"
        rf"|\b{place}(?:,| is| was)? an? (?:\w+ ){{0,2}}{_NAME} (?:{_SITES})\b"
        rf"|\b{place},? [^.;:]{{0,40}}\binhabited by (?:the )?{_NAME}\b"
    )
    name = match["place"].split()[0]
    for sentence in told_sentences(document):
        if name.lower() not in sentence.words:
            continue
        found = told.search(document.text, sentence.span.start, sentence.span.end)
        if found is None:
            continue
        group = next(i for i in range(1, 4) if found[i])
        span = Span(*found.span(group))
        if span.of(document.text) in _NO_PEOPLE or not span.of(document.text)[:1].isupper():
            continue
        known = next(iter(actors.overlapping(span)), None)
        if known is None:
            return [party(document, span, "target", "civilians", "of_place")]
        actor = actors.actors[known.actor]
        if actor.kind in ("civilians", "unknown", "organisation") and known.span == span:
            return [NewParty(actor, Mention(span, actor.key, "name", "of_place"), "target")]
    return []

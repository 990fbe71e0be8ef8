"""Who made a coup, told by a common noun alone: "junior officers attempted to depose the president".

"Officers" alone are anybody's elsewhere; in an article on a coup those of the first sentences who deposed
somebody, or tried to, or staged it are the soldiers who rose.  Troops that are loyal are not.
"""

from __future__ import annotations

import re

from tasks.events.new_party import NewParty, party
from tasks.events.risings.risen_people import RISEN
from tasks.events.sections import opening
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.load import load
from tasks.lexicons.violence import any_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

_COUP = late_pattern(rf"\b(?:{any_of(words('coup'))})\b", re.IGNORECASE)
_MEN = any_of(
    {row["noun"] for row in load("victims") if row["class"] == "soldiers" and row["number"] == "plural"}
    | {"officers", "troops"}
)
_APART = frozenset(  # of whom it tells that they rose against nobody
    ("loyal", "loyalist", "government", "pro-government", "retired", "police", "remaining", "other")
)
_TRIED = r"(?:attempted|tried|sought|plotted|conspired|planned|moved|rose up|rebelled)"
_DEPOSES = any_of(words("deposes"))
_PLOTTERS = late_pattern(
    rf"\b(?P<who>(?:[a-z-]+ ){{0,3}}(?:{_MEN}))(?!,? loyal)"
    r"(?: (?:of|from|in) (?:the )?(?:[\w'’-]+ ){0,4}?[\w'’-]+)?"
    r"(?:,? (?:led|headed|commanded) by [^;.]{1,60}?,?)? (?:had |have )?(?:unsuccessfully |secretly )?"
    rf"(?:{_TRIED} (?:to|and|in order to) (?:\w+ ){{0,2}}?"
    rf"(?:{_DEPOSES}|(?:seize|take|grab) (?:power|control))\b"
    rf"|(?:{_DEPOSES})\b(?! by\b)"
    r"|(?:seized|took|grabbed) (?:power|control)\b"
    rf"|(?:{any_of(words('plots'))})(?: out)? (?:an?|the) (?:[\w-]+ ){{0,3}}?(?:{any_of(words('coup'))})\b)"
)
_FIRST = 4  # sentences of the lead
_NO_HEADS = re.compile(r"(?:(?:an?|the|some|several|of|by|when|after|that|and|as|where|group|band) )+")


def is_coup(document: Document) -> bool:
    """Say whether an article's title names a coup."""
    return _COUP.search(document.article.title) is not None


def plotters(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the soldiers of whom the first sentences of an article on a coup say that they made it."""
    if not is_coup(document):
        return []
    for sentence in opening(document)[:_FIRST]:
        found = _PLOTTERS.search(document.text, sentence.span.start, sentence.span.end)
        if found is not None and not _are_apart(document, sentence, found.start("who"), found.end("who")):
            behind = _NO_HEADS.match(document.text, *found.span("who"))
            start = found.start("who") if behind is None else behind.end()
            return _party(document, Span(start, found.end("who")), actors)
    return []


def _are_apart(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a word in or before the phrase says that they did not rise: "Police officers"."""
    before = document.text[sentence.span.start : start].split()[-1:]
    return not _APART.isdisjoint(w.lower() for w in [*before, *document.text[start:end].split()])


def _party(document: Document, span: Span, actors: ActorBook) -> list[NewParty]:
    """Return the soldiers as the actor that they are already, else as a new one."""
    known = next((m for m in actors.overlapping(span) if m.span.end == span.end), None)
    if known is not None:
        mention = Mention(known.span, known.actor, "name", RISEN)
        return [NewParty(actors.actors[known.actor], mention, "perpetrator")]
    if actors.overlapping(span):
        return []
    return [party(document, span, "perpetrator", "military", RISEN)]

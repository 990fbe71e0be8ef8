"""Who was arrested for it, charged with it or found guilty of it, where an article names no attacker.

The first person of the lead, else of the sections that tell what happened or of inquiries, as alleged.
"""

from __future__ import annotations

import re

from tasks.events.parties.new_parties import NewParty, party
from tasks.model.actor import ActorBook, Mention
from tasks.model.article import INFOBOX
from tasks.model.document import Document
from tasks.model.span import Span

_TITLE = re.compile(
    r"\b(?:shootings?|stabbings?|murders?|killings?|massacre|bombings?|attacks?|rampage|kidnapp?ings?|abduction"
    r"|arson|assassination)\b",
    re.IGNORECASE,
)
_NAME = r"[A-Z][a-zà-ÿ'’-]+(?: [A-Z]\.)?(?: (?:al-|bin |ibn |de |van |von )?[A-Z][\w'’-]+){1,2}"
_JUDGED = r"(?:charged|convicted|indicted|sentenced|found guilty)"  # who "was arrested" may be anybody
_DEFENDANT = re.compile(
    rf"\b(?:police|officers|authorities|court|jury) (?:\w+ )?(?:arrested|charged|convicted|indicted|detained"
    rf"|apprehended) (?:\d+-year-old |a |the |suspect |man |local )*(?P<one>{_NAME})"
    rf"|\b(?P<two>{_NAME})(?:, [^,.;]{{1,60}},)? (?:was|has been|had been) (?:\w+ )?{_JUDGED}\b"
    rf"|\b(?P<four>{_NAME}), (?:an?|the) [^.;]{{1,80}}, was (?:[\w ]{{1,60}} and )?(?:\w+ )?"
    r"(?:arrested|detained|apprehended)\b"
    rf"|\b(?P<five>{_NAME})(?:, [^.;]{{1,80}},)? was [^.;]{{0,60}}\b{_JUDGED}\b"
    rf"|\b(?P<three>{_NAME})(?:, [^,.;]{{1,60}},)? (?:pleaded guilty|confessed to)\b"
)
_WORDS = frozenset(
    ("arrested", "charged", "convicted", "indicted", "sentenced", "detained", "apprehended", "guilty",
     "confessed")
)  # fmt: skip
_BODY = re.compile(
    r"\b(?:police|department|court|army|ministry|government|university|city|county|state)\b",
    re.IGNORECASE,
)


def charged(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the first person whom an article on an attack says was held or found responsible, as alleged."""
    if not _TITLE.search(document.article.title):
        return []
    told = [s for s in document.sentences if not _WORDS.isdisjoint(s.words)]
    told = [s for s in told if document.heading_of(s) != INFOBOX]
    lead = {s.index for s in document.lead}
    for sentence in sorted(told, key=lambda s: s.index not in lead):
        match = _DEFENDANT.search(document.text, sentence.span.start, sentence.span.end)
        if match is None:
            continue
        group = next(g for g in ("one", "two", "three", "four", "five") if match[g])
        if _BODY.search(match[group]) or match[group] in document.article.title:
            continue
        span = Span(*match.span(group))
        known = next((m for m in actors.overlapping(span) if m.span.contains(span)), None)
        if known is None:
            return [party(document, span, "perpetrator", "person", "charged", is_alleged=True)]
        if actors.actors[known.actor].kind == "person":
            mention = Mention(known.span, known.actor, "name", "charged")
            return [NewParty(actors.actors[known.actor], mention, "perpetrator", is_alleged=True)]
    return []

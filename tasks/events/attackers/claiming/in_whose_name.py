"""In whose name an attack is claimed: "a caller claimed it in the name of X", "leaflets signed by X".

A cover name is given beside the group whose members used it; who only calls is nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.by_sentence import Stretches
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.article import LEAD
from tasks.model.document import Document, Sentence
from tasks.model.event import EventActor
from tasks.model.span import Span

_NAMES = late_pattern(
    r"\b(?:in the name of|on behalf of|under the (?:banner|flag|emblem|logo|letterhead|seal|insignia) of"
    r"|(?:under|us(?:ing|ed)) the (?:cover ?|assumed )?name(?: of)?"
    r"|signed (?:by|in the name of)"
    r"|(?:call(?:ing|ed|s)?|styl(?:ing|ed)|describ(?:ing|ed)) (?:itself|themselves|himself)(?: as)?)"
    r"(?: an?| the)?(?: (?:previously |hitherto )?(?:unknown|little-known|shadowy|obscure))?"
    r"(?: (?:group|organi[sz]ation|cell|faction|movement)"
    r"(?: (?:that |which )?(?:call(?:ed|ing)|named|known as)(?: itself| themselves)?)?)?"
    r",?(?: the)? [\"“]?(?P<name>[A-Z])"
)
_CLAIMS = words("claims_attack")
_PAPER = late_pattern(
    r"\b(?:agreements?|accords?|treat(?:y|ies)|pacts?|deals?|ceasefires?|truces?|contracts?|conventions?"
    r"|petitions?|decrees?|orders?|warrants?|laws?|bills?|protocols?|memorandum)"
    r"(?: (?:\w+ ){0,4}(?:was|were|that was|which was|been))? \Z"
)


_CLAIMS_OR_DOERS = _CLAIMS | words("doer")


def named_in_claims(document: Document, actors: ActorBook, others: Stretches) -> list[EventActor]:
    """Return the first group in whose name the article says that its event was claimed, the lead's first."""
    told = [s for s in document.prose if not _CLAIMS_OR_DOERS.isdisjoint(s.words)]
    for sentence in sorted(told, key=lambda s: document.heading_of(s) != LEAD):
        found = _named(document, sentence, actors, others)
        if found is not None:
            return [found]
    return []


def without_callers(
    claimed: Sequence[EventActor], in_name: Sequence[EventActor], actors: ActorBook
) -> list[EventActor]:
    """Return those who claim a deed without one who only calls in the name of others: "an accomplice"."""
    return [p for p in claimed if not (in_name and _is_caller(p.actor, actors))]


def _is_caller(key: str, actors: ActorBook) -> bool:
    actor = actors.actors.get(key)
    return actor is not None and actor.name.islower() and actor.kind in ("unknown", "person", "civilians")


def _named(document: Document, sentence: Sentence, actors: ActorBook, others: Stretches) -> EventActor | None:
    for match in _NAMES.finditer(document.text, sentence.span.start, sentence.span.end):
        at = match.start("name")
        if match.group().startswith("signed") and _PAPER.search(
            document.text, sentence.span.start, match.start()
        ):
            continue  # "the agreement signed by X" claims nothing
        if any(span.start <= at < span.end for _, span in others.get(sentence.index, ())):
            continue
        for mention in actors.overlapping(Span(at, at + 1)):
            actor = actors.actors[mention.actor]
            if actor.kind in ("armed_group", "organisation", "party", "unknown", "military"):
                return EventActor(actor.key, "perpetrator", mention.span, "in_whose_name", is_alleged=True)
    return None

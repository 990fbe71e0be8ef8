"""Who admits a deed in a relative clause: "sent by X, which admitted as much in a video"."""

from __future__ import annotations

from tasks.events.attackers.fitness import may_attack
from tasks.events.by_sentence import Stretches
from tasks.events.sections import told_sentences
from tasks.events.sentence_words import sentence_words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.model.event import EventActor

_ADMITS = frozenset(("admitted", "acknowledged", "confirmed", "conceded", "claimed", "took", "accepted"))
_WHICH = late_pattern(
    r"(?: \([^()]*\))?, (?:which|who)(?: had| has)?(?: (?:later|then|soon|eventually|finally|also|itself))*"
    r" (?:(?:admitted|acknowledged|confirmed|conceded) (?:as much|it|this|that (?:it|they) (?:had|was|were)\b"
    r"|(?:its|their) (?:part|role|involvement|responsibility)|responsibility|having)"
    r"|(?:claimed|took|accepted)(?: \w+)? responsibility)"
)
_KINDS = ("armed_group", "military", "organisation", "party", "unknown", "person", "government")


def admitted_in_passing(document: Document, actors: ActorBook, others: Stretches) -> list[EventActor]:
    """Return who the article says, in a clause behind the name, admitted its event or claimed it."""
    for sentence in told_sentences(document):
        if _ADMITS.isdisjoint(sentence.words) or sentence.words.isdisjoint(("which", "who")):
            continue
        for span, key in sentence_words(sentence, actors).mentions:
            if _WHICH.match(document.text, span.end, sentence.span.end) is None:
                continue
            if any(s.contains(span) for _, s in others.get(sentence.index, ())):
                continue
            if actors.actors[key].kind in _KINDS and may_attack(key, document, actors):
                return [EventActor(key, "perpetrator", span, "admitted", is_alleged=True)]
    return []

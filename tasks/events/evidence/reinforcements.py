"""Who came to help those that attack in a fight: "joined by bands of X rebels", "supported by two X ships".

Men of a nation are told by its adjective and a noun for them; they are actors only by being named so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tasks.actors.known.countries import countries
from tasks.events.evidence.nations import is_of_fight
from tasks.events.fights.camps import camp_of
from tasks.events.new_party import NewParty, its_part, party
from tasks.events.sections import own_sentences
from tasks.events.sentence_words import sentence_words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span

_HELPS = frozenset(("joined", "supported", "reinforced", "assisted", "aided", "helped", "strengthened"))
_HELPED = late_pattern(
    r"\b(?:joined|supported|reinforced|assisted|aided|helped|strengthened)(?: [a-z]+){0,5}? by"
    r"(?: [a-z]+){0,6}? (?P<who>(?P<nation>[A-ZÀ-Þ][\w'’-]+) [a-zà-ÿ-]{4,})"
)
_BESIEGES = late_pattern(
    r"\b(?:appeared|came|arrived|lay|sat down|encamped|pitched camp|drew up|stood|halted) "
    r"(?:outside|before|below|under) "
    r"|\b(?:besieged|invested|surrounded|laid siege|attacked|assaulted|stormed|marched on|advanced on) "
)
_KINDS = ("military", "armed_group", "state", "unknown")


def reinforcements(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the men of a nation who an article on a fight says helped somebody, whoever that was."""
    if not is_of_fight(document):
        return []
    found: list[NewParty] = []
    for sentence in own_sentences(document):
        if _HELPS.isdisjoint(sentence.words):
            continue
        match = _HELPED.search(document.text, sentence.span.start, sentence.span.end)
        if match is None:
            continue
        span = Span(*match.span("who"))
        known = next(iter(actors.overlapping(span)), None)
        if known is not None:
            actor = actors.actors[known.actor]
            if actor.kind in _KINDS:
                mention = Mention(known.span, known.actor, "name", "reinforcement")
                found.append(NewParty(actor, mention, "perpetrator"))
        elif match["nation"] in countries().adjectives:
            found.append(party(document, span, "perpetrator", "military", "reinforcement"))
    return found


def beside_attackers(
    document: Document, new: Sequence[NewParty], attacking: Collection[str], actors: ActorBook
) -> list[EventActor]:
    """Return the reinforcements of those who attack: of a camp that does, or of who came before a town."""
    return [
        its_part(n)
        for n in new
        if n.mention.method == "reinforcement" and _helps(document, n.mention.span, attacking, actors)
    ]


def _helps(document: Document, span: Span, attacking: Collection[str], actors: ActorBook) -> bool:
    """Whether the sentence tells, before the reinforcements, of those who attack."""
    sentence = document.sentences[document.index_at(span.start)]
    if _BESIEGES.search(document.text, sentence.span.start, span.start) is not None:
        return True
    return any(
        camp_of(key, actors) in attacking
        for told, key in sentence_words(sentence, actors).mentions
        if told.end <= span.start
    )

"""Who the dead mostly were: "35 people, mostly Norland intellectuals, were killed".

The figure counts people; what they were stands behind it, and tells whom the attack hit.
"""

from __future__ import annotations

from tasks.events.clauses.phrases.slot_phrase import read_phrase
from tasks.events.new_party import NewParty, party
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document

_MOSTLY = frozenset(("mostly", "mainly", "chiefly", "predominantly", "primarily"))
_PEOPLE = frozenset(("people", "persons", "victims", "civilians", "others", "them", "dead"))
_NEAR = 3  # tokens


def mostly(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the people whom the lead says that the dead mostly were, as victims."""
    for sentence in document.lead:
        tokens = sentence.tokens
        for i in sentence.places(_MOSTLY):
            before = {t.lower for t in tokens[max(0, i - _NEAR) : i]}
            phrase = read_phrase(tokens, i + 1) if i + 1 < len(tokens) and before & _PEOPLE else None
            if phrase is None or phrase.kind != "people":
                continue
            known = next((m for m in actors.overlapping(phrase.span) if m.span.contains(phrase.span)), None)
            if known is not None:
                mention = Mention(known.span, known.actor, "name", "mostly")
                return [NewParty(actors.actors[known.actor], mention, "victim")]
            return [party(document, phrase.span, "victim", "civilians", "mostly")]
    return []

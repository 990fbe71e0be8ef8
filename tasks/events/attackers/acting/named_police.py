"""Which police are meant by "police" alone: the one force of that name that the first sentences act with.

"The Osk Armed Police Corps drove the strikers out. As they left, they were shot by police."
"""

from __future__ import annotations

from tasks.events.sections import opening
from tasks.events.subject_verb import verb_of
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document

_FIRST = 2  # sentences
_SAYS = frozenset(("said", "says", "reported", "announced", "confirmed", "claimed", "stated", "arrested"))


def named_police(document: Document, actors: ActorBook) -> Mention | None:
    """Return the only police force with a name that is the subject of one of the first sentences."""
    found: dict[str, Mention] = {}
    for sentence in opening(document)[:_FIRST]:
        for mention in actors.overlapping(sentence.span):
            actor = actors.actors[mention.actor]
            if actor.kind in ("person", "media", "party") or "Police" not in actor.name.split():
                continue
            verb = verb_of(sentence, mention.span)
            is_using = document.text.startswith(" used ", mention.span.end)  # "used tear gas"
            if is_using or (verb is not None and sentence.tokens[verb].lower not in _SAYS):
                found.setdefault(mention.actor, mention)
    return next(iter(found.values())) if len(found) == 1 else None

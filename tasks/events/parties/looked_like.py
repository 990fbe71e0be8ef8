"""Who is mentioned with an event as others looked like them: "in uniforms of X", "disguised as X members"."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.actors.context.guises import has_guise, is_guise
from tasks.events.parties.voices import is_named
from tasks.model.actor import ActorBook
from tasks.model.document import Sentence
from tasks.model.span import Span


def looked_like(sentence: Sentence, actors: ActorBook) -> Iterator[tuple[Span, str]]:
    """Yield the named bodies whose clothes somebody wears, or as whose men he is dressed."""
    if not has_guise(sentence):
        return
    for mention in actors.beginning_in(sentence.span):
        actor = actors.actors.get(mention.actor)
        if actor is not None and is_named(actor) and is_guise(sentence, mention.span):
            yield mention.span, mention.actor

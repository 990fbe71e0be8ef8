"""Who is named in the article's prose without a part in any of its events.

A poet who wrote of it, a party that somebody belongs to, a force that is compared: the article mentions
them, and a reader who asks which actors it names finds them beside those that took part.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from tasks.events.sections import is_list
from tasks.events.voices import is_named
from tasks.model.actor import ActorBook
from tasks.model.article import INFOBOX
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span


def merely_mentioned(document: Document, actors: ActorBook, known: Collection[str]) -> list[EventActor]:
    """Return named actors that only the prose names, each by its first mention there, in text order.

    Args:
        document: the article.
        actors: its actors; those who speak stand in claims and are left out.
        known: keys of the actors that have a role in one of the events.
    """
    speaking = {claimant.actor for claimant in actors.claimants if claimant is not None}
    first: dict[str, Span] = {}
    for mention in actors.mentions:
        if mention.actor in known or mention.actor in speaking or mention.actor in first:
            continue
        actor = actors.actors.get(mention.actor)
        if actor is not None and is_named(actor) and _is_prose(document, mention.span):
            first[mention.actor] = mention.span
    return [EventActor(key, "mentioned", None, False, None, span) for key, span in first.items()]


def _is_prose(document: Document, span: Span) -> bool:
    at = bisect_right(document.sentences, span.start, key=lambda s: s.span.start) - 1
    heading = document.heading_of(document.sentences[max(0, at)])
    return heading != INFOBOX and not is_list(heading)

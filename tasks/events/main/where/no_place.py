"""What stands behind a preposition of place and is none: a group, or the event by its own name."""

from __future__ import annotations

from tasks.events.main.where.in_title import is_own_name, title_key
from tasks.events.main.where.place_candidates import is_found_town
from tasks.events.main.where.place_people import is_body
from tasks.model.actor import ActorBook
from tasks.model.document import Document
from tasks.places import CountryContext, PlacePhrase


def is_no_place(document: Document, phrase: PlacePhrase, context: CountryContext, book: ActorBook) -> bool:
    """Whether a phrase names a group that something was done to, or the event: "in the Long Fear"."""
    if is_body(phrase, book):
        return True
    is_event = is_own_name(phrase, title_key(document.article.title))
    return is_event and not is_found_town(phrase, context)

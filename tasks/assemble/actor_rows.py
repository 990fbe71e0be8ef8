"""Rows of an article's actors and of their mentions."""

from __future__ import annotations

from collections import Counter

from tasks.actors.joins.shared import shared_keys
from tasks.actors.names.acronyms import matches
from tasks.assemble.identifiers import identifier
from tasks.assemble.row import Row
from tasks.model.actor import Actor
from tasks.model.extraction import Extraction


def actor_rows(extraction: Extraction) -> tuple[list[Row], list[Row]]:
    """Return rows of actors (ids: `<article_id>|<key>`; with the key that articles share) and of mentions."""
    article_id, text = extraction.document.article.article_id, extraction.document.text
    counts = Counter(mention.actor for mention in extraction.actors.mentions)
    shared = shared_keys(extraction.actors.actors.values())
    actors = [
        {
            "actor_id": f"{article_id}|{actor.key}",
            "key": shared[actor.key],
            "name": actor.name,
            "actor_kind": actor.kind,
            "inter": actor.inter,
            "country_iso3": actor.country_iso3,
            "part_of_actor_id": None if actor.part_of is None else f"{article_id}|{actor.part_of}",
            "position": actor.position,
            "aliases": _aliases(actor),
            "wikidata_id": None,
            "page_title": actor.page,
            "resolution_method": actor.resolution_method,
            "n_mentions": counts[actor.key],
        }
        for actor in extraction.actors.actors.values()
    ]
    mentions = [
        {
            "mention_id": identifier(
                "mention", article_id, mention.span.start, mention.span.end, mention.actor
            ),
            "article_id": article_id,
            "actor_id": f"{article_id}|{mention.actor}",
            "name_raw": mention.span.of(text),
            "mention_kind": mention.kind,
            "char_start": mention.span.start,
            "char_end": mention.span.end,
            "resolution_method": mention.method,
        }
        for mention in extraction.actors.mentions
    ]
    return actors, mentions


def _aliases(actor: Actor) -> list[str]:
    """Return the other names of an actor; of an abbreviation also the page that it links to, spelt out."""
    page = actor.page or ""
    is_short = actor.name.isupper() and matches(actor.name, page.split()) == "initials"
    return sorted({*actor.aliases, page} if is_short and page != actor.name else actor.aliases)

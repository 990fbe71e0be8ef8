"""The stage: all actors of an article, where they are mentioned, and who made each claim."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.actors.book import actors, join, mentions_of
from tasks.actors.claimants.claimants import Speakers
from tasks.actors.corrections import Correction
from tasks.actors.gather import gather
from tasks.actors.known.countries import countries
from tasks.actors.proposals import proposals
from tasks.model.actor import ActorBook
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.order import BY_MENTION

_BEFORE_HOME = frozenset(("in", ",", "near", "northern", "southern", "eastern", "western"))


def find_actors(
    document: Document, claims: tuple[Claim, ...], corrections: Sequence[Correction] = ()
) -> ActorBook:
    """Return the actors of an article, their mentions, and the claimant of each claim.

    Args:
        document: the article's text, taken apart.
        claims: its claims; a claimant whose words name nobody becomes an actor of exactly these words.
        corrections: lines of the corrections file; those of other articles are passed over.
    """
    mine = [c for c in corrections if c.applies_to(document.article.article_id)]
    entries = gather(document, claims)
    home = _home(document)
    merges = join(document.text, entries, mine, home)
    made = actors(entries, merges, mine, home)
    mentions = mentions_of(entries, merges, made)
    speakers = Speakers(document, {a.key: a for a in made.values()}, mentions, home)
    claimants = tuple(speakers.claimants(claims))
    return ActorBook(
        speakers.actors,
        tuple(sorted(speakers.mentions, key=BY_MENTION)),
        claimants,
        proposals(document, made.values()),
    )


def _home(document: Document) -> str | None:
    """Return the country of the event: the last country of the infobox's place, else the lead's first."""
    table = countries().names
    for field in document.article.infobox:
        if field.name == "location":
            words = field.value.replace(";", ",").split(",")
            for part in reversed(words):
                if part.strip() in table:
                    return table[part.strip()].iso3
    for sentence in document.lead:
        for before in sentence.places(_BEFORE_HOME):
            if before + 1 < len(sentence.tokens) and sentence.tokens[before + 1].text in table:
                return table[sentence.tokens[before + 1].text].iso3
    return None

"""Nations that fight under an adjective alone: "the French advanced", "the Spanish crossed the river".

As a word for a language or a manner such an adjective names nobody, so that no stage before makes an actor of
it; in an article on a fight, with an article before it and a verb behind it, it is a side.  Only where the
article names the nation in no other way.
"""

from __future__ import annotations

from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold
from tasks.events.new_party import NewParty
from tasks.events.sections import told_sentences
from tasks.events.subject_verb import is_verb
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor, ActorBook, Mention
from tasks.model.document import Document, Token
from tasks.model.span import Span

_FIGHT = late_pattern(
    r"\b(?:[Bb]attle|[Ss]iege|[Aa]mbush|[Rr]aid|[Ss]kirmish|[Aa]ction|[Cc]ombat|[Ss]torming|[Cc]apture|[Ss]ack"
    r"|[Ee]ngagement|[Aa]ffair|[Ll]anding|[Ee]xpedition|[Ff]all|[Rr]elief|[Aa]ssault)\b"
)
_ENDINGS = ("sh", "ch", "ese", "ss")  # "the French", but "the Norwegians"
_GOES_ON = frozenset(
    ("and", "under", "in", "at", "from", "by", "who", "to", "then", "also", "with", "on", "for", "as",
     "again", ",", ".", ";", "now", "soon", "alone", "themselves", "back", "out", "into", "across",
     "before", "after")
)  # fmt: skip


def is_of_fight(document: Document) -> bool:
    """Whether an article is on a fight between two sides, by its title."""
    return _FIGHT.search(document.article.title) is not None


def nations(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return the nations that an article on a fight names by an adjective alone, with each mention."""
    if not is_of_fight(document):
        return []
    known = {a.country_iso3 for a in actors.actors.values() if a.kind in ("state", "military", "government")}
    found: list[NewParty] = []
    for sentence in told_sentences(document):
        if "the" not in sentence.words:
            continue
        for i in sentence.places(frozenset(("the",))):
            if i + 2 >= len(sentence.tokens) or not _is_nation(
                sentence.tokens[i + 1], sentence.tokens[i + 2]
            ):
                continue
            name = sentence.tokens[i + 1].text
            country = countries().adjectives[name]
            span = Span(sentence.tokens[i + 1].start, sentence.tokens[i + 1].end)
            if country.iso3 in known or actors.overlapping(span):
                continue
            actor = Actor(fold(name), name, "state", country_iso3=country.iso3, resolution_method="exact")
            found.append(NewParty(actor, Mention(span, actor.key, "name", "nation"), "participant"))
    return found


def _is_nation(token: Token, following: Token) -> bool:
    """Whether an adjective of a country names the people: no noun stands behind it."""
    if not token.text.endswith(_ENDINGS) or token.text not in countries().adjectives:
        return False
    return is_verb(following) or following.lower in _GOES_ON

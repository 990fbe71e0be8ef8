"""Against whom a rising was by an adjective: "an anti-Northland uprising" was against Northland.

The state's actor of the article is the target: its forces or government where those are named, else the
state.  Riots and attacks of that kind are against a people (`parties/opposed_people.py`).
"""

from __future__ import annotations

from tasks.actors.known.countries import Country, countries
from tasks.actors.known.folded_names import fold
from tasks.events.new_party import NewParty, party
from tasks.events.sections import opening
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import Actor, ActorBook, Mention
from tasks.model.document import Document
from tasks.model.span import Span

_ANTI = late_pattern(
    rf"\b[Aa]nti-(?P<whom>[A-Z][\w’'-]+|{any_of(words('ruling_body'))})"
    rf" (?:(?!riot)[a-z-]+ )?(?:{deed('rising')}|insurgency|resistance)\b"
)
_RISING = late_pattern(rf"\b(?i:{deed('rising')}|insurgency)\b")
_FIRST = 3  # sentences that say what it was
_BODIES = ("military", "government", "state")
_METHOD = "described"


def anti_risings(document: Document, actors: ActorBook) -> list[NewParty]:
    """Return whom the title or the first sentences say by an adjective that the rising was against."""
    title = document.article.title
    for sentence in opening(document)[:_FIRST]:
        if not any(word.startswith("anti-") for word in sentence.words):
            continue
        match = _ANTI.search(document.text, sentence.span.start, sentence.span.end)
        if match is not None:
            return _against(document, Span(*match.span("whom")), actors) if _RISING.search(title) else []
    return []


def _against(document: Document, whom: Span, actors: ActorBook) -> list[NewParty]:
    """Return the actor of a state that an adjective names, or the ruling body that a noun does."""
    word = whom.of(document.text)
    if word.islower():
        of_kind = (a for a in actors.actors.values() if a.kind == "government" and word in a.name.lower())
        known = next(of_kind, None)
        if known is None:
            return [party(document, whom, "target", "government", _METHOD)]
        return [NewParty(known, Mention(whom, known.key, "name", _METHOD), "target")]
    country = countries().adjectives.get(word)
    if country is None:
        return []
    of_state = [a for a in actors.actors.values() if a.kind in _BODIES and _is_of(a, country)]
    found = min(of_state, key=lambda a: _BODIES.index(a.kind), default=None)
    actor = found or Actor(key=fold(country.name), name=country.name, kind="state", country_iso3=country.iso3)
    return [NewParty(actor, Mention(whom, actor.key, "name", _METHOD), "target")]


def _is_of(actor: Actor, country: Country) -> bool:
    """Whether an actor is a state or a body of it; a state of history has no code."""
    if country.iso3 is None:
        return actor.name == country.name
    return actor.country_iso3 == country.iso3

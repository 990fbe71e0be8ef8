"""Ships hit beside the ship of the title, and who hit them: "attacked HMS Gull, then hitting Tern and Knot".

"Both boats exploded" is of her and the one other ship that is told of with her.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.events.found import Found
from tasks.events.ships.forces import force_of
from tasks.events.ships.told_of_all import told_of_both
from tasks.events.ships.what_befell import Telling, is_headed, own_tellings, struck
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook, Mention
from tasks.model.document import Document, Sentence
from tasks.model.span import Span

RULE = "sank"
_SHIPS = ("ship", "merchant_ship")  # how a name was found to be a ship's
_HITS = late_pattern(
    rf"\b(?:{one_of(words('strikes_ship'))}|{one_of(words('sinks_ship'))}|fir(?:ed|ing) (?:up)?on) (?:the )?"
)
_AND = late_pattern(r"(?:,| and|, and) (?:the )?")
_MACHINES = late_pattern(
    rf" (?:[a-z-]+ ){{0,3}}(?:{one_of(words('flown_or_sailed'))}|[A-Z][\w-]*s)\b(?:[^.;]{{0,200}})?\Z"
)


def sisters(document: Document, actors: ActorBook, own: Mention) -> list[Found]:
    """Return the ships that were hit in the incident that befell the ship of a mention, and who hit them."""
    tellings = own_tellings(document)
    if not tellings or tellings[0].kind == "did":
        return []
    hit = list(_of_both(document, actors, own))
    if tellings[0].kind == "hit":
        headed = {t.sentence.paragraph for t in tellings if is_headed(document, t)}
        for sentence in (s for s in document.prose if s.paragraph in headed):
            hit += _hit_in(document, actors, sentence, own)
    by_name = {f.actor: f for f in reversed(hit) if f.actor != own.actor}
    return list(reversed(by_name.values()))


def _hit_in(document: Document, actors: ActorBook, sentence: Sentence, own: Mention) -> Iterator[Found]:
    """Yield whom a sentence says that somebody hit, who are ships of her navy, and who did."""
    inside = actors.beginning_in(sentence.span)
    fleet = [m for m in inside if _is_sister(actors, m, own)]
    yield from (
        Found(m.actor, "target", m.span, RULE) for m in fleet if struck(document, m.span, sentence.span.end)
    )
    for verb in _HITS.finditer(document.text, sentence.span.start, sentence.span.end):
        listed = _listed(document, fleet, verb.end())
        yield from (Found(m.actor, "target", m.span, RULE) for m in listed)
        flying = (m for m in inside if listed and m.span.end < verb.start() and m not in fleet)
        doer = next((m for m in flying if _MACHINES.match(document.text, m.span.end, verb.start())), None)
        if doer is not None:
            whole = force_of(document, actors, doer)
            yield Found(whole.actor, "perpetrator", whole.span, RULE)


def _listed(document: Document, fleet: Sequence[Mention], at: int) -> list[Mention]:
    """Return the ships that a list begins with at an offset."""
    found: list[Mention] = []
    while (one := next((m for m in fleet if m.span.start == at), None)) is not None:
        found.append(one)
        more = _AND.match(document.text, one.span.end)
        at = more.end() if more is not None else -1
    return found


def _of_both(document: Document, actors: ActorBook, own: Mention) -> Iterator[Found]:
    """Yield the other of two ships of which one sentence says that both were hit."""
    for telling in told_of_both(document):
        near = _before(document, actors, telling, own)
        gone = {m.actor: m for m in near if struck(document, m.span, len(document.text))}
        told = gone or {m.actor: m for m in near}
        if len(told) == 1:
            yield from (Found(m.actor, "target", m.span, RULE) for m in told.values())


def _before(document: Document, actors: ActorBook, telling: Telling, own: Mention) -> list[Mention]:
    """Return her sisters that a section names before a sentence."""
    section = document.section_of(telling.sentence)
    first = next(s for s in document.sentences if document.section_of(s) == section)
    inside = actors.beginning_in(Span(first.span.start, telling.begin))
    return [m for m in inside if _is_sister(actors, m, own)]


def _is_sister(actors: ActorBook, mention: Mention, own: Mention) -> bool:
    """Whether a mention is another ship of the same navy, as far as the article says."""
    one, her = actors.actors.get(mention.actor), actors.actors.get(own.actor)
    if one is None or her is None or one is her or mention.method not in _SHIPS:
        return False
    return one.country_iso3 == her.country_iso3 or one.country_iso3 is None

"""Where another event than the article's own happened."""

from __future__ import annotations

from dataclasses import replace

from tasks.events.candidate import Candidate
from tasks.events.main.where.place_people import without_people
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Sentence
from tasks.model.place import Place
from tasks.model.span import Span
from tasks.places import CountryContext, phrases, resolve_place


def set_in(context: CountryContext, main: Place | None) -> CountryContext:
    """Return what the article speaks of, for its other events.

    Where it is set tells the country of a place of which nothing else does only if its own event was there:
    the story of a ship goes from sea to sea.
    """
    setting = context.setting
    is_home = setting is not None and main is not None and main.country == setting.name
    return context if is_home else replace(context, is_bare=True)


def other_place(
    document: Document, other: Candidate, context: CountryContext, actors: ActorBook
) -> Place | None:
    """Return where an event happened: the first place of its words that is no part of a group's name.

    What is named beside it in the sentence tells its country where neither its words nor the article do.
    """
    sentence = document.sentences[other.sentence]
    inside = [p for p in phrases(sentence) if any(s.contains(p.span) for s in other.stretches)]
    usable = [p for p in inside if not p.is_weak and not _is_in_name(p.span, actors)]
    if not usable:
        return None
    place = resolve_place(without_people(usable[0], actors), context)
    return place if place is None or place.country is not None else _beside(sentence, place, context)


def _beside(sentence: Sentence, place: Place, context: CountryContext) -> Place:
    """Return the place in the one country in which the other places of its sentence lie."""
    bare = replace(context, is_bare=True)
    around = {
        (found.country, found.country_iso3)
        for phrase in phrases(sentence)
        if not phrase.is_weak and (found := resolve_place(phrase, bare)) is not None
    } - {(None, None)}
    if len(around) != 1:
        return place
    ((country, code),) = around
    return replace(place, country=country, country_iso3=code, place_basis="text_country")


def _is_in_name(place: Span, actors: ActorBook) -> bool:
    """Whether a place is the end of an actor's name: "the Movement for Justice in the Osk Peninsula"."""
    named = (m.span for m in actors.overlapping(place))
    return any(n.start < place.start and n.contains(place) for n in named)

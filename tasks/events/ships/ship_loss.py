"""When and where a ship was lost: the event of an article that a ship's name is the title of.

Launching, commissioning and voyages are told before it and are not it: "She was launched on 3 May 1926.
... On 10 June 1939, Heron was sunk by ...".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.events.by_sentence import dates_in
from tasks.events.ships.distances import bearings, distances, fought_at, tells_distance
from tasks.events.ships.ship_fate import violent_fate
from tasks.events.ships.titled_ship import titled_ship
from tasks.events.ships.told_of_all import told_of_all
from tasks.events.ships.what_befell import Telling, is_headed, tellings, told
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.place import Place
from tasks.model.span import Span
from tasks.places import PlacePhrase, phrases

_AT_SEA = 7  # UCDP's precision of what happened at sea or in the air
_AT = ("off", "near", "in", "at", "outside", "around", "over")
_ASHORE = frozenset(("ashore", "aground", "wrecked", "beached", "stranded"))
_BEFORE = 3  # sentences of a paragraph that may have told the day
_SECTION = 10  # sentences of a section about the loss or the incident that may have told it
_DAY, _MONTH, _YEAR = 2, 4, 5  # UCDP's precisions of dates

_BUILT = late_pattern(
    r"\b(?:built|launched|laid down|commissioned|completed|named|sailed|left|departed|arrived)\b"
)

_Places = Callable[[Document, Sentence], list[PlacePhrase]]
_BySentence = Mapping[int, Sequence[DateExpression]]


def ship_loss(document: Document, dates: Sequence[DateExpression]) -> DateExpression | None:
    """Return the day on which the ship of the title was lost, None if it is no ship or no such day is told.

    The fate of an infobox comes first, in the words of the prose where that has the day as well; then the
    surest sentence, with the day in it or told before it.  Where no day is told, a month or a year is.
    """
    if titled_ship(document) is None:
        return None
    whole = [d for d in dates if d.start is not None and d.end is not None]
    fate = violent_fate(document)
    of_fate = [d for d in whole if fate is not None and fate.contains(d.span)]
    by_sentence = dates_in(document, whole)
    every = tellings(document)
    own = [t for t in every if t.kind == every[0].kind]
    for limit in (_DAY, _MONTH, _YEAR):
        boxed = next((d for d in of_fate if d.prec <= limit), None)
        if boxed is not None:
            same = [d for t in own for d in by_sentence.get(t.sentence.index, ()) if d.edtf == boxed.edtf]
            return next((d for d in same if d.basis == "sentence"), next(iter(same), boxed))
        found = (day for t in own if (day := _day(document, t, by_sentence, limit)) is not None)
        day = next(found, None)
        if day is not None:
            return day
        if limit == _DAY and every:
            day = _before_in_section(document, every[0], by_sentence)
            if day is not None:
                return day
    return None


def _before_in_section(document: Document, one: Telling, by_sentence: _BySentence) -> DateExpression | None:
    """Return the day that the section told last before a telling, None where it told none."""
    for index in range(one.sentence.index - 1, -1, -1):
        if document.section_of(document.sentences[index]) != document.section_of(one.sentence):
            return None
        days = [d for d in by_sentence.get(index, ()) if d.prec <= _DAY]
        if days:
            return days[-1]
    return None


def _day(document: Document, one: Telling, by_sentence: _BySentence, limit: int) -> DateExpression | None:
    """Return the date that a telling sentence gives, the one nearest before its verb first, or one before."""
    own = [d for d in by_sentence.get(one.sentence.index, ()) if d.prec <= limit]
    if own:
        before = [d for d in own if d.span.end <= one.at]
        behind = [d for d in own if d.span.start >= one.at]
        if not before or (behind and _BUILT.search(document.text, before[-1].span.end, one.at)):
            return behind[0] if behind else own[0]  # "sailed on 3 May and was lost on 9 May"
        if behind and _BUILT.search(document.text, one.sentence.span.start, before[-1].span.start):
            return behind[0]
        return before[-1]
    reach = _SECTION if is_headed(document, one) else _BEFORE
    for index in range(one.sentence.index - 1, max(-1, one.sentence.index - 1 - reach), -1):
        earlier = document.sentences[index]
        if earlier.paragraph != one.sentence.paragraph and not (
            reach == _SECTION and document.section_of(earlier) == document.section_of(one.sentence)
        ):
            break
        told = [d for d in by_sentence.get(index, ()) if d.prec <= limit]
        if told:
            return told[-1]
    return None


def loss_phrase(document: Document, day: DateExpression | None) -> PlacePhrase | None:
    """Return where the ship of the title was lost, as the sentences say that tell of it and of that day."""
    if day is None or titled_ship(document) is None:
        return None
    telling, near = _places_of(document, day)
    first = _named(document, telling, (distances, _prepositions, bearings, fought_at))
    found = first or fate_phrase(document) or _named(document, near, (distances, _prepositions, fought_at))
    found = found or _named(document, _of_it(document), (distances,))
    others = (p for s in (*telling, *near) for p in _prepositions(document, s))
    return found or next(others, None)


def _of_it(document: Document) -> list[Sentence]:
    """Return the sentences of the same sections that speak of the loss: "the position of the incident"."""
    sections = {document.section_of(s) for s in told(document)}
    inside = (s for s in document.prose if document.section_of(s) in sections)
    return [s for s in inside if _IT.search(document.text, s.span.start, s.span.end)]


_IT = late_pattern(r"\b(?:[Tt]he|[Hh]er) (?:position|incident|sinking|loss|wreck|attack)\b")


def _named(document: Document, sentences: Sequence[Sentence], ways: Sequence[_Places]) -> PlacePhrase | None:
    """Return the first place that is more than a country's name, by the first way that finds one."""
    for of_sentence in ways:
        for sentence in sentences:
            for phrase in of_sentence(document, sentence):
                own = _without_ship(document, phrase)
                if of_sentence is distances or any(n.part != "country" for n in own.names):
                    return own
    return None


def _without_ship(document: Document, phrase: PlacePhrase) -> PlacePhrase:
    """Return a place without the ship's name that a comma joins to it: "off Osk, Heron was hit"."""
    ship = titled_ship(document)
    at = next((i for i, n in enumerate(phrase.names) if ship is not None and n.text.endswith(ship.name)), 0)
    if at < 1:
        return phrase
    end = phrase.names[at - 1].span.end
    return replace(phrase, span=Span(min(phrase.span.start, end), end), names=phrase.names[:at])


def _prepositions(document: Document, sentence: Sentence) -> list[PlacePhrase]:
    """Return the places that a sentence says something happened in, at or off."""
    every = (_of_water(document, p) for p in phrases(sentence))
    is_ashore = not _ASHORE.isdisjoint(sentence.words)
    return [p for p in every if p.preposition in _AT or (is_ashore and p.preposition == "on")]


def _of_water(document: Document, phrase: PlacePhrase) -> PlacePhrase:
    """Return the part of a place that says where a ship was: "the Heron of Osk in the Grey Sea".

    Where she was going to, that part counts which is a water: "to Osk, in Velm Bay".
    """
    if phrase.preposition not in ("of", "to", "through"):
        return phrase
    for at, (first, second) in enumerate(pairwise(phrase.names), 1):
        between = _IN.fullmatch(document.text, first.span.end, second.span.start)
        if between is not None and (phrase.preposition == "of" or second.text.split()[-1].lower() in _WATERS):
            span = Span(second.span.start, phrase.span.end)
            return replace(phrase, span=span, names=phrase.names[at:], preposition=between[1])
    return phrase


_WATERS = words("water")
_IN = late_pattern(r",? (in|off|near|at) (?:the )?")


def _places_of(document: Document, day: DateExpression) -> tuple[list[Sentence], list[Sentence]]:
    """Return the sentences that may say where: those that tell it or have its day, and those beside them."""
    own = list(dict.fromkeys([*told(document), *(t.sentence for t in told_of_all(document))]))
    date = day.span.of(document.text)
    with_day = [s for s in document.prose if s.span.contains(day.span)]
    if any(map(str.isdigit, date)):  # not "the same day"
        with_day += [s for s in document.prose if s not in with_day and date in s.span.of(document.text)]
    first = [s for s in own if s in with_day]
    telling = list(dict.fromkeys([*first, *with_day, *own]))
    near = [n for s in telling for n in _beside(document, s) if n not in telling]
    return telling, list(dict.fromkeys(near))


def _beside(document: Document, sentence: Sentence) -> list[Sentence]:
    """Return the sentences around one in its paragraph, the nearest first."""
    around = document.sentences[max(0, sentence.index - _BEFORE) : sentence.index + _BEFORE]
    same = [s for s in around if s.paragraph == sentence.paragraph and s is not sentence]
    same = [s for s in same if not _BUILT.search(document.text, s.span.start, s.span.end)]
    return sorted(same, key=lambda s: abs(s.index - sentence.index))


def is_lost_ship(document: Document, day: DateExpression | None) -> bool:
    """Say whether the article is about a ship that something befell: no shipyard is where that was."""
    return (
        day is not None
        and titled_ship(document) is not None
        and (bool(tellings(document)) or violent_fate(document) is not None)
    )


def at_sea(place: Place | None, document: Document) -> Place | None:
    """Return the place of a ship's loss, in a country only where the gazetteer or the words put it there.

    The countries that the article speaks of are her navy's and her enemy's; without a point she lies at sea.
    """
    if place is None or place.geonameid is not None or place.place_basis == "text":
        return place
    is_far = place.raw is not None and tells_distance(place.raw.of(document.text))
    if place.location is None and place.raw is not None and not is_far:
        return place  # "off Northland": what the words name is a land
    is_open = place.latitude is None
    if is_open and place.raw is None:
        return None
    precision = _AT_SEA if is_open else place.where_prec
    basis = "text" if is_open else place.place_basis
    return replace(place, country=None, country_iso3=None, where_prec=precision, place_basis=basis)


def off_land(document: Document, place: Place | None, boxed: Place | None) -> Place | None:
    """Return a water that no gazetteer has in the country off which the infobox has the loss, if it does."""
    if place is None or boxed is None or place.latitude is not None or place.country is not None:
        return place
    if place.raw is None or tells_distance(place.raw.of(document.text)):
        return place
    return replace(place, country=boxed.country, country_iso3=boxed.country_iso3)


def fate_phrase(document: Document) -> PlacePhrase | None:
    """Return where the infobox says that the ship was lost: "off Karvel"."""
    fate = violent_fate(document)
    if fate is None:
        return None
    inside = (s for s in document.sentences if s.span.start < fate.end and fate.start < s.span.end)
    found = (p for s in inside for p in phrases(s) if fate.contains(p.span) and p.preposition in _AT)
    return next(found, None)

"""The event that an article is about: its name, type, date, place and what the infobox says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tasks.actors.context.whose_life import whose_life
from tasks.dates.report_day import dateline
from tasks.events.main.larger_conflict import larger_conflict
from tasks.events.main.when.told_time import told_time
from tasks.events.main.where.lands_of_war import is_of_several_lands, without_land
from tasks.events.main.where.main_place import main_phrase
from tasks.events.main.where.place_country import with_country
from tasks.events.main.where.place_people import without_people
from tasks.events.main.where.place_region import with_region
from tasks.events.no_event_told import is_of_time
from tasks.events.other_names import named_others
from tasks.events.ships.ship_loss import at_sea, fate_phrase, is_lost_ship, loss_phrase, off_land
from tasks.events.targets.aims.target_words import target_words
from tasks.events.triggers import (
    UNKNOWN,
    EventType,
    most_telling,
    triggers,
    type_of_words,
    violent_triggers,
)
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import ActorBook
from tasks.model.article import Coordinates, InfoboxField
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.event import Event, EventActor, EventRule
from tasks.model.issue import Issue
from tasks.model.place import Place
from tasks.model.residue import is_residue
from tasks.model.span import Span
from tasks.places import resolve_place
from tasks.places.countries_in_view import CountryContext

_AFAR = ("Air/drone strike", "Shelling/artillery/missile attack", "Chemical weapon")
# Of a title alone: prices are rising.
_RISING = late_pattern(r"\brisings?(?=$| \(| (?:of|in|at|on|against)\b)", re.IGNORECASE)
_FLOWN = re.compile(r"\b(?:Air Force|aircraft|warplanes|jets)\b[^.;]{0,60}\b(?:strikes?|raids?) on\b")
_VAGUE_KINDS = ("Attack", "Remote explosive/landmine/IED")
_TIME = late_pattern(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\b\.?)?", re.IGNORECASE)
_UNSURE = frozenset(("whether", "likely", "possibly", "suspected", "apparently"))
_TELLING = 3  # weight of a noun that says what an event was
_COMPARES = frozenset(("since", "than", "twice"))  # "killed twice as many as the bombing of 2010"
_AVERTED = frozenset(("feared", "fears", "defused", "foiled", "thwarted", "averted", "threatened"))
_ZONE = late_pattern(r"\b(?:UTC[+\-−–]?\d{0,2}(?::?\d{2})?|GMT|BST|CET|CEST|EET|EST|EDT|PST|IST|AST|MSK)\b")


def find_main(
    document: Document,
    date: DateExpression | None,
    actors: Sequence[EventActor],
    context: CountryContext,
    book: ActorBook,
) -> tuple[Event, tuple[Issue, ...]]:
    """Return the article's own event, and what was left out of it and why.

    The document has a sentence at least, to state the event (see `tasks.extract`).  `date` and `actors`
    are its own; `context` are the countries that the article speaks of, `book` those whom it names.
    """
    fields, issues = _fields(document)
    kind = _type(document, fields)
    if kind is UNKNOWN and any(party.rule == "whose_life" for party in actors):
        kind = type_of_words("killing") or UNKNOWN
    article = document.article
    coordinates = next(
        (c for c in article.coordinates if c.display_title),
        article.coordinates[0] if article.coordinates else None,
    )
    place = _place(document, date, context, coordinates, book)
    time_local = _first(_TIME, fields.get("time") or fields.get("time_begin")) or told_time(document, date)
    timezone = fields.get("timezone")
    evidence, rule = _evidence(document)
    larger = larger_conflict(document)
    return (
        Event(
            is_main=True,
            name=article.title,
            evidence=evidence,
            rule=rule,
            event_type=kind.event_type,
            sub_event_type=kind.sub_event_type,
            plover_event_type=kind.plover_event_type,
            plover_mode=kind.plover_mode,
            date=date,
            place=place,
            actors=tuple(actors),
            time_local=time_local,
            timezone=timezone.value if timezone else _first(_ZONE, fields.get("time")),
            part_of=_value(fields, "partof") or (None if larger is None else larger.of(document.text)),
            target=_value(fields, "target") or target_words(document, (evidence,)),
            weapon=_value(fields, "weapon") or _value(fields, "weapons"),
        ),
        issues,
    )


def _place(
    document: Document,
    date: DateExpression | None,
    context: CountryContext,
    coordinates: Coordinates | None,
    book: ActorBook,
) -> Place | None:
    """Return where the event happened; of a ship that was lost, where she was."""
    if is_lost_ship(document, date):
        place = at_sea(resolve_place(loss_phrase(document, date), context, coordinates), document)
        boxed = at_sea(resolve_place(fate_phrase(document), context, None), document)
        return off_land(document, place, boxed)
    phrase = main_phrase(document, context, book)
    phrase = None if phrase is None else without_people(phrase, book)
    wider = with_region(document, phrase, context) if phrase is not None else None
    place = resolve_place(wider, context, coordinates)
    if place is None or is_of_several_lands(document, place):
        return without_land(place)
    return with_country(document, place, context)


def _fields(document: Document) -> tuple[Mapping[str, InfoboxField], tuple[Issue, ...]]:
    """Return the infobox fields by canonical name, without those whose value is left-over markup."""
    fields: dict[str, InfoboxField] = {}
    issues = []
    told = {i.place for i in document.article.issues if i.code == "template_residue"}
    for field in document.article.infobox:
        if field.name is None or not field.value.strip():
            continue
        if is_residue(field.value):
            if f"infobox {field.key}" in told:
                continue  # the reader of the source has said so
            issues.append(
                Issue(
                    document.article.article_id,
                    "events",
                    "template_residue",
                    "warning",
                    f"infobox {field.key}",
                    field.value[:200],
                    f"The value of {field.key!r} is left-over markup, so the event's {field.name} is NULL.",
                )
            )
            continue
        fields.setdefault(field.name, field)
    return fields, tuple(issues)


def _value(fields: Mapping[str, InfoboxField], name: str) -> str | None:
    field = fields.get(name)
    return field.value if field else None


def _first(pattern: re.Pattern[str], field: InfoboxField | None) -> str | None:
    found = pattern.search(field.value) if field else None
    return found.group() if found else None


def _type(document: Document, fields: Mapping[str, InfoboxField]) -> EventType:
    """Return the type that the title names, made precise by the infobox and the lead's first sentences.

    A title that only says "attack" is made precise; one that says "airstrike" stands.
    """
    title = type_of_words(_RISING.sub("uprising", document.article.title))
    typed = fields.get("type") or fields.get("attack_type")
    if title is not None and title.weight >= 3:
        boxed = type_of_words(typed.value) if typed else None
        return _by_suicide(document, title, boxed) or _from_afar(document, title, boxed) or title
    found = [t for t in (title, type_of_words(typed.value) if typed else None) if t is not None]
    first: EventType | None = None
    for sentence in _lead(document)[:3]:
        best = most_telling(_own_types(document, sentence))
        if best is None or _is_aside(sentence, best, first):
            continue
        first = first or best
        found.append(best)
    life = whose_life(document)
    if life is not None and not life.is_armed:  # whoever fought around a person who was killed
        found = [t for t in found if t.event_type != "Battles"] or found
    return most_telling(found) or UNKNOWN


def _is_aside(sentence: Sentence, kind: EventType, first: EventType | None) -> bool:
    """Whether a later sentence tells of another kind of event than the first, which told its own well enough.

    "Gun battles broke out. ... A bombing followed"; so it does of what was only feared or made safe.
    """
    if first is None:
        return False
    is_other = kind.event_type != first.event_type
    return is_other and (first.weight >= _TELLING or not _AVERTED.isdisjoint(sentence.words))


def _own_types(document: Document, sentence: Sentence) -> list[EventType]:
    """Return the types of violence that a sentence tells of the article's own event."""
    named = named_others(document, sentence)
    limit = min((sentence.tokens[i].start for i in sentence.places(_COMPARES)), default=sentence.span.end)
    own = [t for t in violent_triggers(sentence) if t not in named]
    own = [t for t in own if not is_of_time(document, sentence, t)]
    return [t.type for t in own if t.span.start < limit]  # "the deadliest since the 1998 bombings"


def _from_afar(document: Document, title: EventType, boxed: EventType | None) -> EventType | None:
    """Return how it was done from afar, where the title only calls it a massacre or a bombing.

    By the type that the box gives; of a massacre also by "the Air Force launched strikes on".
    """
    if boxed is not None and boxed.sub_event_type in _AFAR and title.sub_event_type in _VAGUE_KINDS:
        return boxed
    if title.sub_event_type != "Attack":
        return None
    flown = any(_FLOWN.search(s.span.of(document.text)) for s in _lead(document)[:1])
    return type_of_words("air strike") if flown else None


def _by_suicide(document: Document, title: EventType, boxed: EventType | None) -> EventType | None:
    """Return the type of a bombing of which box or lead tell that a suicide bomber did it."""
    if title.plover_mode != "explosives":
        return None
    if boxed is not None and boxed.plover_mode == "suicide-attack":
        return boxed
    lead = [s for s in _lead(document)[:3] if _UNSURE.isdisjoint(s.words)]
    every = (kind for sentence in lead for kind in _own_types(document, sentence))
    return next((kind for kind in every if kind.plover_mode == "suicide-attack"), None)


def _lead(document: Document) -> Sequence[Sentence]:
    return document.lead or document.prose


def _evidence(document: Document) -> tuple[Span, EventRule]:
    """Return the sentence that states the event, and the rule by which it does.

    It is the first of the lead's first sentences that has a word for an event, else the very first.
    """
    lead = _lead(document)
    if dateline(document) is not None and len(lead) > 1:
        lead = lead[1:]  # behind the line with the day of a report
    for sentence in lead[:3]:
        if triggers(sentence):
            return sentence.span, "own_sentence"
    if lead:
        return lead[0].span, "own_first_sentence"
    return document.sentences[0].span, "own_infobox"  # of an article without prose

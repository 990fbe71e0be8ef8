"""What happened: the article's own event and the others it reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tasks.model.actor import Actor, Mention
from tasks.model.date_expression import DateExpression
from tasks.model.issue import Issue
from tasks.model.place import Place
from tasks.model.span import Span
from tasks.model.value import value

Role = Literal["perpetrator", "target", "victim", "participant", "ally", "mentioned"]
Side = Literal["a", "b"]
Population = Literal["all", "civilians", "fighters", "soldiers", "attackers"]  # whom a toll counts

# By which construction an event was found, as `event_rules.csv` explains: an article's own one, a word beside
# a date, a name, and what is told without a date of its own.
EventRule = Literal[
    "own_sentence", "own_first_sentence", "own_infobox",
    "verb", "verb_with_toll", "place_taken", "place_entered", "beaten", "burnt", "sent_down", "attempt",
    "died", "dead_counted", "gapped", "happened", "broke_out", "withstood", "brought_about",
    "noun_with_toll", "noun_beside", "noun_of_what", "noun_in_passing", "fate_of_place", "agreement",
    "gathering", "enumerated", "deed_of_ship",
    "named_with_date", "named_then_dated", "named_battle", "named_of_past", "named_with_toll", "similar",
    "compared", "anniversary", "pronoun",
    "day_told_before", "day_of_heading", "goes_on", "another_kind", "one_of_several", "hours_later",
    "hours_from_own", "answered", "same_day_elsewhere", "elsewhere",
]  # fmt: skip


@value(frozen=True, slots=True)
class EventActor:
    """An actor's part in an event.

    Attributes:
        claim: the claim that says so; None: the article's own voice.
        rule: the construction that gave the part.
    """

    actor: str  # Actor.key
    role: Role
    span: Span
    rule: str
    side: Side | None = None
    is_alleged: bool = False
    claim: int | None = None


@value(frozen=True, slots=True)
class Event:
    """One event of one article.

    Attributes:
        evidence: the passage that states the event.
        rule: the construction that found it there.
        event_type, sub_event_type: ACLED's vocabulary.
        plover_event_type, plover_mode: PLOVER's vocabulary.
        date: the date expression that dates it, or None.
    """

    is_main: bool
    name: str
    evidence: Span
    rule: EventRule
    event_type: str
    sub_event_type: str
    date: DateExpression | None
    place: Place | None
    actors: tuple[EventActor, ...] = ()
    plover_event_type: str | None = None
    plover_mode: str | None = None
    time_local: str | None = None
    timezone: str | None = None
    part_of: str | None = None
    target: str | None = None
    weapon: str | None = None


@dataclass(frozen=True, slots=True)
class EventBook:
    """All events of an article, the main one first, then in order of first statement.

    Attributes:
        claim_events: for each claim (at its index), the index of the event it is about.
        figure_events: for each figure (at its index), the index of the event it counts towards.
        new_actors, new_mentions: parties that only the events name ("the German consulate"), with one
            mention each; `tasks.events.introduce` adds them to the article's actors.
    """

    events: tuple[Event, ...]
    claim_events: tuple[int, ...]
    figure_events: tuple[int, ...]
    issues: tuple[Issue, ...] = ()
    new_actors: tuple[Actor, ...] = ()
    new_mentions: tuple[Mention, ...] = ()

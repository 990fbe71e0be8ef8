"""Dead of what answered the event and of its courts: "400 rebels were killed in revenge"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.tolls.told_figure import ToldFigure
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import INFOBOX
from tasks.model.event import Event

_ANSWER = late_pattern(  # in return for this event, and for nothing that the sentence names itself
    r"\b[Ii]n (?:\w+ )?(?:reprisal|retaliation|revenge|retribution|vengeance)"
    rf"(?: (?:for|against) (?:the|this|these|those) {deed('attack')})?"
    r"(?= ?[.,;]| by\b| over\b| in\b| at\b|$)"
)
_OPENS = late_pattern(r"In (?:\w+ )?(?:response|reply|answer|return)(?: to (?:the|this) [\w-]+)?, ")
# Over at once: who fires in response to a riot is part of it.
_BLOWS = (
    "Remote explosive/landmine/IED",
    "Suicide bomb",
    "Air/drone strike",
    "Shelling/artillery/missile attack",
)
_ANSWERED = ("reprisal", "retaliation", "revenge", "retribution", "vengeance")
_SENTENCED = late_pattern(r"\b(?:executed|hanged|guillotined|sentenced to death|put to death)\b")
_CULPRITS = late_pattern(
    r"\b(?:convicted|prosecuted|tried for|put on trial|sentenced|"
    r"captured (?:bandits|rebels|militants|insurgents|gunmen|attackers|raiders|ringleaders|fighters)|"
    r"culprits|perpetrators|ringleaders|"
    rf"for (?:the|their part in the) {deed('attack')})\b"
)


def without_answers(told: list[ToldFigure], event: Event) -> list[ToldFigure]:
    """Leave out whom its answer killed, where others are counted before them; no toll is left empty."""
    return [
        t
        for t in told
        if not (_is_later(t, told, event) and (_is_in_answer(t, event) or _is_of_courts(t, event)))
    ]


def _is_later(told: ToldFigure, every: Sequence[ToldFigure], event: Event) -> bool:
    """Whether a number of the dead stands behind another, and not in the words that state the event."""
    if (
        told.figure.property != "killed"
        or told.section == INFOBOX
        or event.evidence.contains(told.figure.number)
    ):
        return False
    return any(t.figure.property == "killed" and t.sentence < told.sentence for t in every)


def _is_in_answer(told: ToldFigure, event: Event) -> bool:
    words = told.words
    if words.startswith("In ") and _OPENS.match(words) and event.sub_event_type in _BLOWS:
        return True
    return any(map(words.lower().__contains__, _ANSWERED)) and _ANSWER.search(words) is not None


def _is_of_courts(told: ToldFigure, event: Event) -> bool:
    """Whether the sentence tells of the culprits' execution, in an article on no execution."""
    if "execut" in event.name.lower() or _SENTENCED.search(told.words) is None:
        return False
    return _CULPRITS.search(told.words) is not None

"""Dead who are counted beside a date where no word of violence says what happened.

"On 9 May a lorry ran into a crowd, leaving 14 dead", "a ferry capsized with the loss of 40 lives": it is the
toll that tells of an incident.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.others.no_event.sums_and_laws import is_count_of_years, is_sum_or_law
from tasks.events.others.stretches.cut_at_dates import Stretch
from tasks.events.others.stretches.told_how import Told
from tasks.events.triggers import EventType, Trigger
from tasks.lexicons.construction_words import words
from tasks.model.claim import Claim
from tasks.model.document import Document, Sentence
from tasks.model.event import EventRule
from tasks.model.figure import Figure

COUNTED: EventRule = "dead_counted"
_BORDER = words("date_border")
_LONG = words("long_event")
_PEACEFUL = words("peaceful_cause") - {"later"}  # "two years later" is a date
_DEATHS = frozenset(("died", "dead"))
_RULES = frozenset(("deaths_of", "left_dead", "lives", "intransitive"))
_SUMS = frozenset(("total", "altogether", "toll", "overall", "already", "now", "far"))
_KILLED = EventType("Violence against civilians", "Attack", "ASSAULT", None, 0)
_CLAUSE = 3  # tokens between a date and its dead that tell what happened


def dead_told(
    document: Document,
    sentence: Sentence,
    stretch: Stretch,
    every: Sequence[Trigger],
    figures: Sequence[Figure],
    claims: Sequence[Claim],
) -> Told | None:
    """Return the words that count the dead of a stretch, None if others of it tell of an event or of none.

    `every` are the words of the sentence that tell of events (who "died" does not say of what), `figures`
    those of the stretch.  A date beside somebody's statement may be that of the statement.
    """
    if any(claim.voice != "article" for claim in claims):
        return None
    inside = [t for t in every if stretch.span.contains(t.span)]
    if any(t.span.of(document.text).lower() not in _DEATHS for t in inside):
        return None
    told = [f for f in figures if f.property == "killed" and f.rule in _RULES and _is_counted(f)]
    day = stretch.date
    if not told or day is None or not (_PEACEFUL | _LONG | _SUMS).isdisjoint(sentence.words):
        return None
    figure = told[0]
    first = next((i for i, t in enumerate(sentence.tokens) if t.start >= figure.span.start), 0)
    at = next((i for i, t in enumerate(sentence.tokens) if t.start >= day.span.start), 0)
    if at and sentence.lower[at - 1] in _BORDER:  # "by 1975", a sum of all until then
        return None
    behind = next((i for i, t in enumerate(sentence.tokens) if t.start >= day.span.end), 0)
    if first - behind < _CLAUSE or is_count_of_years(document, sentence, day) or is_sum_or_law(document, day):
        return None
    before = sentence.lower[first - 2 : first]
    if figure.rule == "intransitive" and before != ("in", "which") and before[-1:] != (";",):
        return None
    return Told(Trigger(figure.span, first, first, True, _KILLED), COUNTED)


def _is_counted(figure: Figure) -> bool:
    is_whole = not (figure.is_named or figure.is_subset or figure.is_negated or figure.is_cumulative)
    return is_whole and not figure.is_additional and (figure.value_low or 0) > 0

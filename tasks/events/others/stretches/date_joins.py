"""Which word for an event a date goes with: a noun beside it, or over what it was of, a verb behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.others.happenings.captures import EXPELS, TAKES
from tasks.events.others.no_event.no_incident import is_no_incident
from tasks.events.others.no_event.sums_and_laws import is_bare_definite, is_definite, is_of_day
from tasks.events.others.stretches.cut_at_dates import Stretch
from tasks.events.others.stretches.deaths import is_violent_death
from tasks.events.others.stretches.telling_verbs import tells, verb_rule
from tasks.events.others.stretches.told_how import Told
from tasks.events.others.stretches.told_nouns import OVER, is_said_noun, last_noun, noun_rule, told_nouns
from tasks.events.subject_verb import is_verb
from tasks.events.triggers import Trigger, most_telling
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence, Token
from tasks.model.order import END, START
from tasks.places.countries_and_regions import country_of_adjective

_NO_DATE_OF_EVENT = words("date_border")
_LONG_NOUNS = words("long_event")
_RELATIVE = late_pattern(r"\b(?:before|after|prior)$")
_BEGAN = late_pattern(
    r" (?:of|on|at|in) [^,.;]{1,40}, which (?:had )?"
    r"(?:began|started|took place|occurred|happened|begun|was (?:fought|launched)) (?:on|in) (?:the )?"
)
_COMPARES = late_pattern(r"\b(?:since|than)\b")  # "the worst air raid since the 2003 invasion"
_LASTS = _LONG_NOUNS | {"continued", "intensified", "escalated"}  # no incident of a day
_NEWS = late_pattern(
    r"\b(?:following|after) (?:a|an|another|two|three|several|(?:dozens|scores) of) (?:[\w-]+ ){0,3}$"
)
_WHEN = late_pattern(r",? when\b")
_MONTH = 4  # date_prec
_OF_NAME = 9  # tokens between a noun and its date
_TOWNS = frozenset(("city", "town", "village", "port", "capital"))
_IN_NAMES = frozenset(("of", "the", "in", "on", "at", "and"))


def joined(
    document: Document, sentence: Sentence, stretch: Stretch, usable: Sequence[Trigger], *, has_toll: bool
) -> Told | None:
    """Return the most telling trigger that the date goes with and why, None if there is none."""
    assert stretch.date is not None
    usable = [t for t in usable if not is_no_incident(document, sentence, t, stretch.date, has_toll=has_toll)]
    tokens = sentence.tokens
    first = bisect_left(tokens, stretch.date.span.start, key=START)
    last = min(bisect_left(tokens, stretch.date.span.end, key=END), len(tokens) - 1)
    before = tokens[first - 1].lower if first else ""
    is_border = before in _NO_DATE_OF_EVENT  # "fighting stagnated until 6 September"
    beside = [
        t
        for t in usable
        if not t.is_verb and (0 < t.first - last <= 4 or (0 < first - t.last <= 4 and not is_border))
    ]
    modified = _modified(document, sentence, stretch.date, first, beside, usable)
    if _RELATIVE.search(stretch.date.span.of(document.text)):
        modified = [t for t in modified if t.first <= last or not is_definite(sentence, t)]
        usable = [t for t in usable if t.first <= last or t.is_verb or not is_definite(sentence, t)]
        modified = [t for t in modified if t.first > last] or modified  # "a day after bombings": those
    if modified:
        noun = max(modified, key=lambda t: t.type.weight)
        return Told(noun, "noun_beside" if noun in beside else "noun_of_what")
    is_when = _WHEN.match(document.text, stretch.date.span.end) is not None
    is_told_of = is_when and (has_toll or stretch.date.prec == 1)
    if is_told_of and not has_toll:  # "since 9 May, when rebels attacked a camp"
        usable = [t for t in usable if t.is_verb and t.first > last]
    if before in _NO_DATE_OF_EVENT and not is_told_of:  # "since 2005, when 40 were killed" is one
        usable = _by_then(sentence, before, stretch.date, usable)
    verbs = [t for t in usable if t.is_verb and tells(document, sentence, t, has_toll=has_toll)]
    if has_toll and not verbs:
        verbs = [t for t in usable if t.is_verb and is_violent_death(document, sentence, t)]
    nouns = told_nouns(document, sentence, stretch, usable, has_toll=has_toll)
    if not verbs and not nouns:
        return None
    best = most_telling(t.type for t in (*verbs, *nouns))
    told = next(t for t in (*verbs, *nouns) if t.type == best)
    if told.is_verb and not is_said_noun(sentence, stretch, told):
        return Told(told, verb_rule(document, told, has_toll=has_toll))
    return Told(told, noun_rule(document, sentence, stretch, told))


def _modified(
    document: Document,
    sentence: Sentence,
    day: DateExpression,
    first: int,
    beside: Sequence[Trigger],
    usable: Sequence[Trigger],
) -> list[Trigger]:
    """Return the nouns that a date is said of, of those beside it and those that name it or begin on it.

    `first` is the date's first token.
    """
    tokens = sentence.tokens
    found = [*beside, *(t for t in usable if _is_of_named(tokens, t, first))]
    found += [t for t in usable if _is_begun(document, t, day)]
    return [
        t
        for t in found
        if not _is_broken(document, t, day)
        and (
            _is_of_named(tokens, t, first)
            or is_of_day(document, t, day)
            or _is_begun(document, t, day)
            or not (t.last < first and is_bare_definite(sentence, t))
        )
        and _LASTS.isdisjoint({x.lower for x in tokens[t.last : t.last + 2]})
    ]


def _by_then(
    sentence: Sentence, before: str, date: DateExpression, usable: Sequence[Trigger]
) -> Sequence[Trigger]:
    """Return what a date behind "by" or "until" dates all the same.

    "By 15 October they had recaptured the town"; "the town was not attacked again until 12 April".
    """
    if date.prec > _MONTH:
        return ()
    if before == "by":
        return [t for t in usable if " ".join(sentence.lower[t.first : t.last + 1]) in TAKES | EXPELS]
    if before == "until" and (date.prec == 1 or not {"retaken", "recaptured"}.isdisjoint(sentence.words)):
        again = [i for i, w in enumerate(sentence.lower) if w == "again"]
        again += [t.last + 1 for t in usable if sentence.lower[t.first] in ("retaken", "recaptured")]
        return [t for t in usable if t.is_verb and t.last + 1 in again and "not" in sentence.lower[: t.first]]
    return ()


def is_of_what(sentence: Sentence, trigger: Trigger, date: DateExpression) -> bool:
    """Whether a date goes with a noun over what it was of: "the assault on the city of Aldmoor in 2008"."""
    tokens = sentence.tokens
    first = next((i for i, t in enumerate(tokens) if t.start >= date.span.start), len(tokens))
    return trigger.last < first and _is_of_named(tokens, trigger, first)


def _is_of_named(tokens: Sequence[Token], trigger: Trigger, first: int) -> bool:
    """Whether a date goes with a noun over what it was of.

    "the bombing of Northland Flight 12 on 3 May", "the stabbing of two officers on 7 May", "the murder of 13
    workers in May 2004".
    """
    between = tokens[last_noun(tokens, trigger) + 1 : first]
    if trigger.is_verb or not between or between[0].lower not in OVER:
        return False
    if between[-1].lower in ("on", "in") and len(between) > 2 and between[-2].text == ",":
        comma = next(i for i, t in enumerate(between) if t.text == ",")
        between = between[:comma]  # "the bombing of Harran, near the border, on 19 May"
    if len(between) > _OF_NAME:
        return False
    if len(between) < 2:
        return False
    between = [t for t in between if t.lower not in _TOWNS and country_of_adjective(t.text) is None]
    if between[-1].lower in ("on", "in", "of") and len(between) <= _OF_NAME:
        return all(t.kind in ("word", "number") and not is_verb(t) for t in between)
    return all(t.text[:1].isupper() or t.kind == "number" or t.lower in _IN_NAMES for t in between)


def _is_begun(document: Document, trigger: Trigger, date: DateExpression) -> bool:
    """Whether a date is that on which a named event began: "the siege of Osk, which began on 2 August"."""
    between = document.text[trigger.span.end : date.span.start]
    return not trigger.is_verb and bool(between) and _BEGAN.fullmatch(between) is not None


def _is_broken(document: Document, trigger: Trigger, date: DateExpression) -> bool:
    """Whether a comma or a verb of ending stands between an event noun and a date."""
    low, high = sorted([trigger.span, date.span])
    between = document.text[low.end : high.start]
    if trigger.span.end <= date.span.start and _BEGAN.fullmatch(between):
        return False  # "the siege of Osk, which began on 2 August"
    if _COMPARES.search(between):
        return True
    words = document.text[max(0, trigger.span.start - 60) : trigger.span.start]
    if _NEWS.search(words):  # "following a raid in June" tells of the raid
        return "," in between
    is_of = (
        " of " in between
        and "," not in between
        and not _LONG_NOUNS & set(trigger.span.of(document.text).split())
    )
    if is_of and between.endswith(" on " if date.prec == 1 else " in "):
        return (
            re.search(r"\b(?:ended|end of|to end) [^.,;]*$", words) is not None
        )  # "after the fall of X on 3 May"
    if between == " of ":  # "after the war of July 1941"
        return re.search(r"\b(?:ended|end of|to end) [^.,;]*$", words) is not None
    return "," in between or bool(re.search(r"\b(?:ended|end of|to end|following|after) [^.,;]*$", words))

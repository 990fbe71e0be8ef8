"""Event nouns that a date follows, whatever else their sentence tells: "a rebellion in the north in 1994".

The noun is new or says what it was of: "an earlier offensive in February 2015", "the bombing of the Central
Station in 1983", "riots on 9 May".  What it is bound to by its own preposition dates nothing else, so it does
not matter which date rules the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.candidate import Candidate, trimmed
from tasks.events.main.when.duration import Window
from tasks.events.other_names import is_own
from tasks.events.others.happenings.fates import FATES, fates
from tasks.events.others.happenings.moves import with_moves
from tasks.events.others.named.dated_battles import dated_battles
from tasks.events.others.named.dated_names import dated_names
from tasks.events.others.named.those_of import those_of
from tasks.events.others.no_event.no_incident import counts_last
from tasks.events.subject_verb import is_verb
from tasks.events.triggers import VIOLENT, Trigger
from tasks.lexicons.construction_words import words
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence
from tasks.model.event import EventRule
from tasks.model.span import Span

_LONG = words("long_event") | {"invasion", "occupation"}
_BETWEEN = late_pattern(
    r"(?: (?:of|in|at|on|near|against|by|inside|outside)"
    r" (?:(?! for | since | than | after | before )[^,.;:()“”\"]){1,60}?)?"
    r"(?: (?:in|on|of) (?:the )?(?:(?:early|late|mid) )?| \()"
)
# "an earlier raid on the same camp, on 23 August", "a second encounter between the fleets, near Osk on 9 May"
_ASIDE = late_pattern(
    r"(?: (?:of|in|at|on|near|against|between|with) [^,.;:()“”\"]{1,60})?"
    r",(?: (?:at|in|near|off|outside) (?:the )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*,?)? (?:in|on) (?:the )?"
)
# "the shooting of two teachers near Osk a week earlier"
_RELATIVE = late_pattern(r"(?: (?:of|in|at|on|near|against|by|inside|outside) [^,.;:()“”\"]{1,60}?)? ")
_ADJECTIVE = late_pattern(
    r" (?:(?:deadly|fatal|failed|earlier|previous|car|suicide|bomb|mass|terror|terrorist) ){0,2}"
)
_OF_WHOM = late_pattern(r" (?:[\w-]+ ){1,3}of [^,;:.]+")  # "the February 15 murder of the mayor"
_UNIT = late_pattern(r"\b(?:day|week|month|year|night|morning|evening)s?\b")
_FROM = late_pattern(r"\b(?:after|before)\Z")
_WITH_A = late_pattern(r" with (?:a|an|another) (?:[\w-]+ ){0,2}")  # "replied on 9 May with a counter-attack"
_NEW = frozenset(
    ("a", "an", "another", "first", "second", "third", "similar", "earlier", "previous", "further")
)
_NEAR = 3  # tokens before a noun
_IN_WHICH = late_pattern(r",? (?:in which|that|which|when) [^,.;]*\b(?:kill|died|dead|lives|left)[^,.;]*")
_DEFINITE = frozenset(("the", "this", "that", "its", "their", "his", "her", "these", "those"))
_TOLD_LATER = words("told_later")
_REACH = 6  # tokens before a noun
_MAX_DATES = 12  # of a sentence: more are a table's


def with_dated(
    document: Document,
    sentence: Sentence,
    dates: Sequence[DateExpression],
    days: Window,
    told: list[Candidate],
) -> list[Candidate]:
    """Return what a sentence tells with the events that it only names or whose noun a date follows."""
    named = dated_names(document, sentence, dates, days)
    if len(named) > 1 or not told:  # words of several names are theirs alone
        told = [c for c in told if c.date not in [n.date for n in named]] + named
    new = _dated_nouns(document, sentence, dates, days, told)
    new += dated_battles(document, sentence, dates, days, [*told, *new])
    new += [c for c in those_of(document, sentence, dates, days) if not _is_told_in(c, [*told, *new])]
    return sorted(told + new, key=lambda c: c.evidence)


def _is_told_in(one: Candidate, found: Sequence[Candidate]) -> bool:
    return any(c.date is not None and c.date == one.date for c in found)


def _dated_nouns(
    document: Document,
    sentence: Sentence,
    dates: Sequence[DateExpression],
    days: Window,
    found: Sequence[Candidate],
) -> list[Candidate]:
    """Return the events of nouns bound to a date that none of the events `found` in the sentence has."""
    usable = [d for d in dates[:_MAX_DATES] if _is_apart(d, days)]
    if usable and counts_last(document, sentence):
        usable = [d for d in usable if d.prec == 1]
    usable = [d for d in usable if not any(c.date is not None and _overlap(c.date, d) for c in found)]
    nouns = [t for t in with_moves(sentence) if _is_event(document, sentence, t)] if usable else []
    if usable and not FATES.isdisjoint(sentence.words):
        nouns += [t for t in fates(document, sentence) if _is_event(document, sentence, t)]
    new = []
    for day in usable:
        ahead = max((d.span.end for d in dates if d.span.end <= day.span.start), default=0)
        bound = [t for t in nouns if t.span.end > ahead and _is_bound(document, sentence, t, day)]
        if bound:
            noun = bound[-1].span
            end = max(noun.end, _told_until(document, sentence, day, dates))
            span = Span(min(noun.start, day.span.start), end)
            rule: EventRule = (
                "fate_of_place" if sentence.lower[bound[-1].first] in FATES else "noun_in_passing"
            )
            new.append(Candidate(trimmed(document, span), day, bound[-1], sentence.index, (span,), rule))
    return new


def _told_until(
    document: Document, sentence: Sentence, day: DateExpression, dates: Sequence[DateExpression]
) -> int:
    """Return where the words on a dated event end: behind "in which 100 villagers died", if that follows."""
    end = min([sentence.span.end, *(d.span.start for d in dates if d.span.start > day.span.end)])
    victim = _OF_WHOM.match(document.text, day.span.end, end)
    if victim is not None:
        return victim.end()
    told = _IN_WHICH.match(document.text, day.span.end, end)
    return told.end() if told is not None else day.span.end


def is_counted_day(document: Document, day: DateExpression) -> bool:
    """Whether words count a date from another: "a week earlier", not "on 9 May"."""
    return _UNIT.search(day.span.of(document.text)) is not None


def _is_apart(day: DateExpression, days: Window) -> bool:
    if day.start is None or day.end is None or day.edtf.endswith("X"):
        return False
    return day.end < days.start or day.start > days.end


def _overlap(one: DateExpression, other: DateExpression) -> bool:
    return one.edtf.startswith(other.edtf) or other.edtf.startswith(one.edtf)


def _is_event(document: Document, sentence: Sentence, noun: Trigger) -> bool:
    if noun.is_verb or noun.type.event_type not in VIOLENT or noun.type.weight < 1:
        return False
    lower = sentence.lower
    if lower[noun.last] in _LONG or is_own(document, sentence, noun):
        return False
    if lower[noun.first] in FATES and noun.first < noun.last:  # "the capture of" may be of a person
        return False
    return _TOLD_LATER.isdisjoint(lower[max(0, noun.first - _REACH) : noun.first])


def _is_dated_by(document: Document, sentence: Sentence, noun: Trigger, day: DateExpression) -> bool:
    """Whether a day stands between an article and its noun: "the February 15 murder of the mayor"."""
    before = next((t.lower for t in reversed(sentence.tokens) if t.end <= day.span.start), "")
    between = document.text[day.span.end : noun.span.start]
    return day.prec == 1 and before in ("the", "a") and _ADJECTIVE.fullmatch(between) is not None


def _is_bound(document: Document, sentence: Sentence, noun: Trigger, day: DateExpression) -> bool:
    if noun.span.end > day.span.start:
        if _is_dated_by(document, sentence, noun, day):
            return True
        return _WITH_A.fullmatch(document.text, day.span.end, noun.span.start) is not None
    last = noun.last  # "the raid on Osk in": the noun is "raid"
    last -= last > noun.first and sentence.lower[last] in ("of", "on")
    between = document.text[sentence.tokens[last].end : day.span.start]
    is_new = not _NEW.isdisjoint(sentence.lower[max(0, noun.first - _NEAR) : noun.first])
    is_counted = is_counted_day(document, day) and _RELATIVE.fullmatch(between) is not None
    if not (is_counted or _BETWEEN.fullmatch(between) or (is_new and _ASIDE.fullmatch(between))):
        return False
    inside = [t for t in sentence.tokens[last + 1 :] if t.start < day.span.start]
    if is_counted and _FROM.search(day.span.of(document.text)):  # "the raid two days after"
        return False
    before = sentence.lower[noun.first - 1] if noun.first else ""
    is_said = len(inside) > 2 or (bool(inside) and inside[0].lower == "of")  # of what, or where
    return (before not in _DEFINITE or is_said) and not any(is_verb(t) for t in inside)

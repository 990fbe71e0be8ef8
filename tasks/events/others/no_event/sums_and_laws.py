"""Dates and words for violence that make no event: sums of a period, laws, victims known already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from tasks.events.clauses.phrases.slot_phrase import kind_of
from tasks.events.main.when.duration import Window
from tasks.events.others.no_event.never_happened import never_happened
from tasks.events.others.no_event.stretch_parts import is_death_day
from tasks.events.sections import is_apart
from tasks.events.triggers import Trigger
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed, one_of
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.date_expression import DateExpression
from tasks.model.document import Document, Sentence

_NEW = frozenset(("a", "an", "another", "two", "three", "several"))
_MANY = frozenset(("the", "some", "many", "several", "more", "of", "his", "their", "dozens"))
_PEOPLE = frozenset(("people", "civilians", "soldiers", "fighters", "men", "children", "victims", "persons"))
_NAMED_PEOPLE = _PEOPLE | {"girls", "boys", "women"}
_THOSE = frozenset(("the", "these", "their", "its", "his", "her", "other", "remaining"))
_VICTIMS = frozenset(("killed", "wounded", "injured", "dead"))
_UNITS = frozenset(("day", "days", "week", "weeks", "month", "months", "year", "years", "hours"))
_WHEN = frozenset(("when", "since", "before", "until"))
_SENTENCES = frozenset(("executed", "hanged", "guillotined"))
_WAS = frozenset(("was", "were", "been", "had", "has", "have"))
_MONTH = 4  # date_prec
_SOME_DAYS = (2, 3)  # date_prec: raids "from 10 to 17 March alone" are told together
_NEXT = 5  # tokens between a new event and its date
_HAPPENS = words("happens")
_DEPOSES = words("deposes")
_OBJECT = 5  # tokens
_SPOKEN_OF = words("spoken_of")
_NEAR = timedelta(days=10)
_ENDED = late_pattern(  # "were killed before the fighting ended on 20 March", "the testimony given in 1860"
    r"\b(?:before|until|till|by the time|when) (?:the |all )?(?:[\w-]+ ){1,3}"
    r"(?:ended|ceased|stopped|subsided|died down) (?:on|in) $"
    r"|\btesti(?:fied|mony)\b[^.;]{0,80} (?:on|in) $"
    r"|\bwithin (?:just |only |about )?[\w-]+ (?:days|weeks|months|years) $"  # no one day
    r"|\b(?:complaint|petition|lawsuit|suit|report|statement) (?:\w+ )?"
    r"(?:filed|lodged|submitted|published) (?:on|in) $"
)
_PERIOD = late_pattern(
    r"\b(?:(?:months?|weeks|days|rest|remainder|end|course|half|part|beginning|start) of|throughout|since"
    r"|(?<!followed )by|until) (?:the )?(?:year )?$",
    re.IGNORECASE,
)
_NOT_UNTIL = late_pattern(r"\b(?:retaken|recaptured) (?:by [^,.;]{1,30} )?until $")  # "was not retaken until"
_LONG_PERIOD = late_pattern(  # of a month; an event may well fall into "the second half of July"
    r"\b(?:(?:weeks|days|rest|remainder|end|course) of|throughout|since|until"
    r"|(?:beginning|starting) in) $",
    re.IGNORECASE,
)
_EVENT = late_pattern(
    rf" (?:\w+ ){{0,2}}?(?:{deed('attack')}|{deed('fight')}|{deed('rising')}|offensives?)\b"
)
_SINCE_BEGUN = late_pattern(  # "have been killed since the strike began on 6 April"
    r"\b(?:killed|died|dead|wounded|injured|arrested) since (?:[\w'’-]+ ){1,8}"
    r"(?:began|started|erupted|broke out|resumed|was launched) (?:on |in )?\Z"
)
_SINCE_OUTBREAK = late_pattern(  # "the deadliest since the start of the war in 2015"
    r"\bsince (?:(?:the |its |their )(?:very )?(?:start|beginning|outbreak|onset|launch|resumption|eruption)"
    r" of (?:[\w'’-]+ ){1,6}|(?:[\w'’-]+ ){1,5}(?:began|started|erupted|broke out) )(?:on |in )?\Z"
)
_HAS_SINCE = late_pattern(  # "has been hit by attacks since it sent troops abroad in 2011"
    r"\b(?:have|has)\b[^.;]{1,100}\bsince (?:(?:it|they|he|she|the) (?:[\w'’-]+ )?"
    r"(?:\w+ed|took|sent|began|broke|left|fell|won)"
    r"|the (?:[\w'’.-]+ ){0,3}(?:invasion|war|uprising|revolution|coup|fall|ceasefire|truce))\b"
    r"[^.;,]{0,50} \Z"
)
_AS_OF = late_pattern(r"\bas of (?:the )?$", re.IGNORECASE)
_COUNTED = late_pattern(r"[^.;]*\b(?:killed|dead|died|wounded|injured)\b")
_TOLD = late_pattern(  # "the deadliest since 2005, when 40 people were killed"
    rf", when [^.;]*\b(?:{one_of(words('suffers'))}|killing|died|dead|deaths|lives)\b"
)
_UNTIL_YEAR = late_pattern(  # "died during the war, from 1 May 1998 up until June 2000"
    r" (?:up )?(?:until|till|to) (?:the )?(?:end of )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:1\d|20)\d\d\b"
)
_THROUGHOUT = late_pattern(
    r"\b(?:during the|in the (?:\w+ )?(?:war|conflict|insurgency|uprising|siege|fighting))\b"
)
_YEARS = late_pattern(r"\d{4}/\d{4}")  # "between 2004 and 2011"
_PAPERS = any_of(words("paper"))
_PAPER = late_pattern(  # "a 2012 review counted eleven shootings": the year is that of the review
    rf" (?:[\w'’-]+ ){{0,2}}(?:{_PAPERS})\b"
)
_SINCE = late_pattern(r"[\s\"“]*(?:Ever since|Since)\b[^,;]*$")
_SINCE_THEN = late_pattern(r"[\s\"“]*(?:Ever since|Since) (?:early |late |mid-|the end of )?$")  # a month
_COMPARED = late_pattern(r"\b(?:compared (?:with|to)|as against|an increase (?:from|over))\b")
_LAW = late_pattern(
    r"(?:Organi[sz]ation|Movement|Brigades?|Revolution|Protocol|Convention|Treaty|Act|Agreement|Accords?|Resolution|Constitution)\b"
)

_AGENT = late_pattern(r"\b(?:[a-z]+ed|[a-z]+en) by (?:the )?[A-ZÀ-Þ][^,.;]* (?:on|in) (?:the )?$")
# "the Protocol, signed after the war of July"
_BEHIND_LAW = late_pattern(r"\.|, (?:\w+ed|which|after|that) ")


def is_sum_or_law(document: Document, date: DateExpression) -> bool:
    """Whether a date is a period that is summed up ("the remaining months of 1971") or that of a law."""
    before = document.text[max(0, date.span.start - 40) : date.span.start]
    if _ENDED.search(document.text, max(0, date.span.start - 110), date.span.start):
        return True
    if (
        _THROUGHOUT.search(before)
        and before.endswith("from ")
        and _UNTIL_YEAR.match(document.text, date.span.end)
    ):
        return True
    is_name = before.endswith("the ") and _EVENT.match(document.text, date.span.end)
    is_told = _TOLD.match(document.text, date.span.end)
    is_sum = _PERIOD.search(before) if date.prec >= 5 else date.prec >= 4 and _LONG_PERIOD.search(before)
    if date.prec not in _SOME_DAYS and document.text.startswith(" alone", date.span.end):
        return True  # "29 people were killed in August alone", "in the city during the previous day alone"
    if _AS_OF.search(before) and not _COUNTED.match(document.text, date.span.end, date.span.end + 200):
        return True  # "As of 28 May, raids continued"
    if is_sum and not is_name and not is_told and not _NOT_UNTIL.search(before):
        return True
    begin = max(0, date.span.start - 160)
    if document.text.find("since ", begin, date.span.start) >= 0:
        if _HAS_SINCE.search(document.text, begin, date.span.start):
            return True
        if _SINCE_BEGUN.search(document.text, begin, date.span.start):
            return True
        if date.prec >= _MONTH and _SINCE_OUTBREAK.search(document.text, begin, date.span.start):
            return True
    if is_death_day(document.text, begin, date.span.start):
        return True
    if date.prec >= 5 and (_YEARS.fullmatch(date.edtf) or _PAPER.match(document.text, date.span.end)):
        return True
    after = document.text[date.span.end : date.span.end + 30]
    words = after.lstrip().split(" ", 1)
    law = _LAW.search(_BEHIND_LAW.split(before)[-1])
    # "was taken by the Northern Movement on 9 May"
    is_law = law is not None and not _AGENT.search(document.text, begin, date.span.start)
    return is_law or any(_LAW.match(w) for w in words)


def is_count_of_years(document: Document, sentence: Sentence, date: DateExpression) -> bool:
    """Whether a year is one of those that a sentence compares, or one since when something went on."""
    if date.prec < 4:
        return False
    words = sentence.span.of(document.text)
    before = words[: date.span.start - sentence.span.start]
    if _TOLD.match(document.text, date.span.end):  # "Since May 2011, when two guards were killed"
        return False
    since = _SINCE if date.prec >= 5 else _SINCE_THEN  # "since the attack on Osk in May 1933" tells of it
    return bool(since.match(before) or (date.prec >= 5 and _COMPARED.search(words)))


def is_known(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a word only points back: "those who were killed", "when it was captured", "without killing".

    Or says how long something had lasted ("a month into the invasion").
    """
    if _points_back([t.lower for t in sentence.tokens[max(0, trigger.first - 8) : trigger.first]], trigger):
        return True
    before = [t.lower for t in sentence.tokens[max(0, trigger.first - 3) : trigger.first]]
    word = sentence.tokens[trigger.first].lower
    is_noun = before[-1:] == ["the"] and word in _VICTIMS
    if never_happened(sentence, trigger):
        return True
    return (trigger.is_verb and "those" in before) or is_noun or _is_of_people(sentence, trigger)


def _points_back(before: Sequence[str], trigger: Trigger) -> bool:
    if not trigger.is_verb:
        at = next((i for i, w in enumerate(before) if w == "into" and before[i - 1 : i]), None)
        return at is not None and at > 0 and before[at - 1] in _UNITS
    is_when = before[-2:] in (["it", "was"], ["they", "were"]) and before[-3:-2] and before[-3] in _WHEN
    return before[-1:] == ["without"] or bool(is_when)


def _is_of_people(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a participle only describes people: "evacuated 30 injured people", "the abducted girls"."""
    tokens = sentence.tokens
    if trigger.is_verb and trigger.last + 1 < len(tokens) and sentence.lower[trigger.first].endswith("ed"):
        before = sentence.lower[trigger.first - 1] if trigger.first else ""
        after = tokens[trigger.last + 1]
        if before in _THOSE and (after.lower in _NAMED_PEOPLE or kind_of(after) == "people"):
            return True
    if tokens[trigger.first].lower not in ("injured", "wounded") or trigger.last + 1 >= len(tokens):
        return False
    is_after_verb = trigger.first > 0 and (
        tokens[trigger.first - 1].kind == "number" or tokens[trigger.first - 1].lower in _MANY
    )
    return is_after_verb and tokens[trigger.last + 1].lower in _PEOPLE


def is_of_main(sentence: Sentence, every: Sequence[Trigger]) -> bool:
    """Whether a sentence begins with the article's own event ("The bombing was seen as ...")."""
    first = every[0] if every else None
    opens = first is not None and not first.is_verb and first.first == 1
    return opens and sentence.tokens[0].lower in ("the", "this")


def is_dated_name(document: Document, date: DateExpression, trigger: Trigger) -> bool:
    """Whether a date stands right before an event's name: "the 2016 Harbour attack"."""
    between = document.text[date.span.end : trigger.span.start]
    return date.span.end < trigger.span.start and 0 < len(between.split()) <= 3 and "," not in between


def is_of_day(document: Document, trigger: Trigger, date: DateExpression) -> bool:
    """Whether a date tells which event a noun means: "the clashes of June 2011"."""
    return not trigger.is_verb and document.text[trigger.span.end : date.span.start] == " of "


def is_bare_definite(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun has "the" or "this" directly before it, with no name between ("the battle")."""
    after = sentence.tokens[trigger.last + 1].lower if trigger.last + 1 < len(sentence.tokens) else ""
    if after in _HAPPENS:
        return False
    return bool(trigger.first) and sentence.tokens[trigger.first - 1].lower in ("the", "this", "that", "its")


def is_spoken_of(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is that of something known that is only spoken of: "the raid was condemned on 9 May"."""
    after = sentence.lower[trigger.last + 1 : trigger.last + 4]
    if trigger.is_verb or not is_definite(sentence, trigger) or len(after) < 2 or after[0] not in _WAS:
        return False
    return not _SPOKEN_OF.isdisjoint(after[1:])


def is_sentence_served(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether one person "was executed", nobody says by whom: what a court's sentence ends in."""
    lower = sentence.lower
    is_one = trigger.first > 0 and lower[trigger.first - 1] in ("was", "is")
    return lower[trigger.last] in _SENTENCES and is_one and "by" not in lower[trigger.last : trigger.last + 3]


def is_news(sentence: Sentence, trigger: Trigger, date: DateExpression) -> bool:
    """Whether a noun with "a" brings something new ("following a bold prison assault in June")."""
    before = [t.lower for t in sentence.tokens[max(0, trigger.first - 4) : trigger.first]]
    gap = [t for t in sentence.tokens[trigger.last + 1 :] if t.start < date.span.start]
    is_dated = (
        0 < len(gap) <= _NEXT and gap[-1].lower in ("in", "on", "of") and date.span.start > trigger.span.end
    )
    return not trigger.is_verb and is_dated and bool(_NEW & set(before))


def is_definite(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun points back to something known ("the attack", "this bombing")."""
    i = trigger.first - 1
    while i >= 0 and trigger.first - i <= 3:
        word = sentence.tokens[i].lower
        if word in ("the", "this", "that", "these", "those", "its", "their"):
            return True
        if word in ("a", "an", "several", "many", "another", "of", "on", "in") or not word[:1].isalpha():
            return False
        i -= 1
    return False


def is_of_battle(
    document: Document, sentence: Sentence, trigger: Trigger, day: DateExpression, days: Window
) -> bool:
    """Whether a place without a name is taken within days of the article's own event, in its course."""
    assert day.start is not None and day.end is not None
    if trigger.span.of(document.text).lower() in _DEPOSES:
        return False
    taken = sentence.tokens[trigger.last + 1 : trigger.last + 1 + _OBJECT]
    if any(t.text[:1].isupper() and t.text not in document.article.title for t in taken):
        return False
    if (
        is_apart(document.heading_of(sentence))
        or trigger.type.sub_event_type != "Armed clash"
        or not trigger.is_verb
    ):
        return False
    return days.start - day.end <= _NEAR and day.start - days.end <= _NEAR and trigger.type.weight <= 1

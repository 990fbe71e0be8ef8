"""Names of events that have no article: always words of the text, never a label of a vocabulary."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tasks.events.candidate import Candidate
from tasks.events.name_phrases import (
    before_glue,
    before_verb,
    is_glued,
    main_clause,
    whole_name,
    with_complements,
)
from tasks.events.other_names import name_behind
from tasks.events.subject_verb import is_verb
from tasks.lexicons.construction_words import words
from tasks.model.document import Document, Token
from tasks.model.order import START
from tasks.model.span import Span

_STOPS = words("name_stop")
_ENDS = words("clause_end") | {"and", "but", "or", "as", "while", "when", "after", "before", "which", "who"}
_LOOSE = _STOPS | {"with", "into", "where", "also", "then", "there", "against", "out"}  # ends no name
_BEFORE_PLACE = frozenset(("in", "on", "at", "near", "from", "of", "outside", "inside"))
_NO_MODIFIER = _ENDS | {"been", "be", "see", "such", "including"}  # before an event's noun
_BEFORE_SUBJECT = _LOOSE | {"until", "including", "but", "such"}
_OPENS_PHRASE = frozenset(("in", "on", "by", "during", "of"))  # of time or purpose, before the subject
_OPENS_SUBJECT = frozenset(("a", "an", "the", "its", "their", "they", "he", "she", "it"))
_LEAVING = frozenset(("leaving", "killing", "wounding", "injuring"))
_STATES = frozenset(("killed", "wounded", "injured"))  # what people were left
_MODIFIERS = 4  # words before an event's noun
_YEAR = 4  # digits
_BACK, _AHEAD = 9, 7  # tokens of a clause before and behind its verb


def event_name(document: Document, other: Candidate) -> str:
    """Return the event noun with its modifiers, or the clause of the verb without its date.

    Either is a passage of the text: "December 2015 suicide attack", "rebels continued shelling positions".
    """
    tokens = document.sentences[other.sentence].tokens
    behind = tokens[other.trigger.last + 1].lower if other.trigger.last + 1 < len(tokens) else ""
    is_noun = tokens[other.trigger.last].lower.endswith("ing") and behind == "of"  # "the next killing of X"
    if other.trigger.is_verb and not is_noun:
        span = _of_toll(tokens, other) or _clause(tokens, other)
    else:
        span = Span(_noun_start(tokens, other), _noun_end(tokens, other))
    return span.of(document.text).strip(" \"“”'‘’,")


def _noun_start(tokens: Sequence[Token], other: Candidate) -> int:
    i = first = other.trigger.first
    while i > 0 and tokens[i - 1].kind in ("word", "number") and first - i < _MODIFIERS:
        word = tokens[i - 1]
        if word.lower in _STOPS or word.lower in _NO_MODIFIER or word.start < other.evidence.start:
            break
        i -= 1
    while i > 1 and tokens[i].text[:1].isupper() and _joins_names(tokens, i - 1, other):
        i -= 2  # "Dublin and Monaghan bombings", "Arab–Israeli War"
    if i and tokens[i - 1].text.isdigit() and len(tokens[i - 1].text) == _YEAR and i < first:
        i -= tokens[i - 1].start >= other.evidence.start
    return tokens[i].start


def _joins_names(tokens: Sequence[Token], at: int, other: Candidate) -> bool:
    """Whether a dash or "and" at a token joins two names of one event, both within its evidence."""
    before = tokens[at - 1]
    is_name = before.kind == "word" and before.text[:1].isupper() and before.lower not in _STOPS
    is_and = tokens[at].lower == "and" and tokens[at - 2].lower in ("the", "of")
    joins = is_and or tokens[at].text in ("–", "-")
    return is_name and joins and before.start >= other.evidence.start


def _noun_end(tokens: Sequence[Token], other: Candidate) -> int:
    """Return where the noun ends, the name behind it included ("Battle of the Harran")."""
    name = name_behind(tokens, other.trigger)
    at = other.trigger.last
    if name:
        while tokens[at].text != name[0]:
            at += 1
    elif tokens[at].text != "Operation":  # "Operation Heron"
        last = _last(tokens, other)
        is_name = last > 1 and tokens[last - 1].text[:1].isupper()  # "Warrenpoint Ambush"
        return tokens[last if is_name else with_complements(tokens, last, lambda t: _goes_on(t, other))].end
    while (
        at + 1 < len(tokens)
        and tokens[at + 1].text[:1].isupper()
        and tokens[at + 1].end <= other.evidence.end
    ):
        at += 1
    return tokens[at].end


def _last(tokens: Sequence[Token], other: Candidate) -> int:
    """Return the trigger's last token without the preposition that some triggers end with ("raid on")."""
    last = other.trigger.last
    while last > other.trigger.first and tokens[last].lower in _STOPS:
        last -= 1
    return last


def _of_toll(tokens: Sequence[Token], other: Candidate) -> Span | None:
    """Return the clause that a participle like "killing 86 people" goes with, None without one.

    Or that "leaving 15 dead and 30 wounded" does, of which the event's word is a part.
    """
    first = other.trigger.first
    begin = bisect_left(tokens, other.evidence.start, key=START)
    if not tokens[first].lower.endswith("ing"):
        leaving = [i for i in range(begin, first) if tokens[i].lower in _LEAVING]
        if not leaving or any(is_verb(t) and t.lower not in _STATES for t in tokens[leaving[-1] : first]):
            return None
        first = leaving[-1]
    if not begin < first:
        return None
    found = main_clause(tokens, first, begin, lambda t: _is_of_date(t, other))
    return None if found is None else Span(tokens[found[0]].start, tokens[found[1]].end)


def _clause(tokens: Sequence[Token], other: Candidate) -> Span:
    first, last = other.trigger.first, other.trigger.last
    start, end = first, last
    begin = bisect_left(tokens, other.evidence.start, key=START)
    while start > 0 and first - start < _BACK:
        glued = before_glue(tokens, start)
        if not (begin <= glued < start) and not _goes_on(tokens[start - 1], other):
            break
        start = glued if begin <= glued < start else start - 1
    while end + 1 < len(tokens) and end - last < _AHEAD:
        if not _goes_on(tokens[end + 1], other) and not _joins_ahead(tokens, end + 1):
            break
        end += 1
    if end + 1 < len(tokens) and _goes_on(tokens[end + 1], other):  # cut short: no half a phrase
        end = next((i - 1 for i in range(end, last, -1) if tokens[i].lower in _BEFORE_PLACE), end)
    start = _subject(tokens, _with_joined(tokens, start, first, other), first)
    is_bare = start == first or (start == first - 1 and tokens[start].lower.endswith("ly"))
    if is_bare and not tokens[first].lower.endswith("ing"):
        start = before_verb(tokens, start, begin, lambda t: _is_of_date(t, other))
    if first - start >= _BACK:
        start = whole_name(tokens, start, begin)
    while end > last and tokens[end].lower in _LOOSE:
        end -= 1
    return Span(tokens[start].start, tokens[end].end)


def _joins_ahead(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token joins two parts of one name or number: "North and South of Norland", "30–40"."""
    if is_glued(tokens, at):
        return True
    is_between = 0 < at < len(tokens) - 1 and tokens[at].lower == "and"
    return is_between and tokens[at - 1].text[:1].isupper() and tokens[at + 1].text[:1].isupper()


def _with_joined(tokens: Sequence[Token], start: int, first: int, other: Candidate) -> int:
    """Return where a clause of several subjects begins: "a circus and a cinema were bombed"."""
    is_many = any(tokens[i].lower in ("were", "are", "have") for i in range(start, first + 1))
    if start < 2 or tokens[start - 1].lower != "and" or not is_many:
        return start
    begin = start - 1
    while begin > 0 and start - begin <= _MODIFIERS and _goes_on(tokens[begin - 1], other):
        begin -= 1
        if tokens[begin].lower in _LOOSE:
            break
    return begin if begin < start - 1 else start


def _subject(tokens: Sequence[Token], start: int, first: int) -> int:
    """Return where a clause begins without the words before its subject: "By the evening they", "until X"."""
    start = next((i for i in range(first - 1, start, -1) if tokens[i].lower == "until"), start)
    begin = start
    while start < first and tokens[start].lower in _BEFORE_SUBJECT:
        if tokens[start].lower == "at" and tokens[start + 1].lower in ("least", "most"):
            return start  # "at least 12 militants were killed"
        start += 1
    if any(tokens[i].lower in _OPENS_PHRASE for i in range(begin, start)):
        behind = (i for i in range(start + 1, first) if tokens[i].lower in _OPENS_SUBJECT)
        start = next(behind, start)
        while start < first and tokens[start].lower in _LOOSE:
            start += 1
    return start


def _goes_on(token: Token, other: Candidate) -> bool:
    """Whether a token belongs to the clause: no mark, no conjunction, not the date, within the evidence."""
    is_date = _is_of_date(token, other)
    inside = other.evidence.start <= token.start and token.end <= other.evidence.end
    return token.kind in ("word", "number") and inside and not is_date and token.lower not in _ENDS


def _is_of_date(token: Token, other: Candidate) -> bool:
    return other.date is not None and other.date.span.contains(Span(token.start, token.end))

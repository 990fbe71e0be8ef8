"""Names of events that have no article: always words of the text, never a label of a vocabulary."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.candidate import Candidate
from tasks.events.other_names import name_behind
from tasks.lexicons.construction_words import words
from tasks.model.document import Document, Token
from tasks.model.span import Span

_STOPS = words("name_stop")
_ENDS = words("clause_end") | {"and", "but", "or", "as", "while", "when", "after", "before", "which", "who"}
_LOOSE = _STOPS | {"with", "into", "where", "also", "then", "there", "against", "out"}  # ends no name
_BEFORE_PLACE = frozenset(("in", "on", "at", "near", "from", "of", "outside", "inside"))
_BACK, _AHEAD = 9, 7  # tokens of a clause before and behind its verb


def event_name(document: Document, other: Candidate) -> str:
    """Return the event noun with its modifiers, or the clause of the verb without its date.

    Either is a passage of the text: "December 2015 suicide attack", "rebels continued shelling positions".
    """
    tokens = document.sentences[other.sentence].tokens
    if other.trigger.is_verb:
        span = _clause(tokens, other)
    else:
        span = Span(_noun_start(tokens, other), _noun_end(tokens, other))
    return span.of(document.text).strip(" \"“”'‘’,")


def _noun_start(tokens: Sequence[Token], other: Candidate) -> int:
    i = first = other.trigger.first
    while i > 0 and tokens[i - 1].kind in ("word", "number") and first - i < 4:
        word = tokens[i - 1]
        if word.lower in _STOPS or word.start < other.evidence.start:
            break
        i -= 1
    return tokens[i].start


def _noun_end(tokens: Sequence[Token], other: Candidate) -> int:
    """Return where the noun ends, the name behind it included ("Battle of the Harran")."""
    name = name_behind(tokens, other.trigger)
    if not name:
        return tokens[_last(tokens, other)].end
    at = other.trigger.last + 1
    while tokens[at].text != name[0]:
        at += 1
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


def _clause(tokens: Sequence[Token], other: Candidate) -> Span:
    first, last = other.trigger.first, other.trigger.last
    start, end = first, last
    while start > 0 and first - start < _BACK and _goes_on(tokens[start - 1], other):
        start -= 1
    while end + 1 < len(tokens) and end - last < _AHEAD and _goes_on(tokens[end + 1], other):
        end += 1
    if end + 1 < len(tokens) and _goes_on(tokens[end + 1], other):  # cut short: no half a phrase
        end = next((i - 1 for i in range(end, last, -1) if tokens[i].lower in _BEFORE_PLACE), end)
    while start < first and tokens[start].lower in _LOOSE:
        start += 1
    while end > last and tokens[end].lower in _LOOSE:
        end -= 1
    return Span(tokens[start].start, tokens[end].end)


def _goes_on(token: Token, other: Candidate) -> bool:
    """Whether a token belongs to the clause: no mark, no conjunction, not the date, within the evidence."""
    is_date = other.date is not None and other.date.span.contains(Span(token.start, token.end))
    inside = other.evidence.start <= token.start and token.end <= other.evidence.end
    return token.kind in ("word", "number") and inside and not is_date and token.lower not in _ENDS

"""Words that name a conflict event or say that it happens, with their type in ACLED and PLOVER."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tasks.lexicons.load import load
from tasks.model.document import Sentence, Token
from tasks.model.span import Span

_LONGEST = 5  # words of a trigger


@dataclass(frozen=True, slots=True)
class EventType:
    """What kind of event a word stands for; `weight` says how telling the word is."""

    event_type: str
    sub_event_type: str
    plover_event_type: str | None
    plover_mode: str | None
    weight: int


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of a sentence that names an event (noun) or says that it happens (verb).

    Attributes:
        first, last: indices of its first and last token in the sentence.
    """

    span: Span
    first: int
    last: int
    is_verb: bool
    type: EventType


VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians", "Riots")
UNKNOWN = EventType("Strategic developments", "Other", None, None, 0)


def triggers(sentence: Sentence) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence in text order, the longest match at each place."""
    return tuple(_of_tokens(sentence.tokens))


def type_of_words(words: str) -> EventType | None:
    """Return the type that words name ("2031 Aldmoor Airfield bombing"), the most telling one, or None."""
    tokens = []
    for match in re.finditer(r"[\w'’-]+", words):
        tokens.append(Token(match.group(), match.start(), match.end(), "word"))
    return most_telling(t.type for t in _of_tokens(tokens))


def most_telling(types: Iterable[EventType]) -> EventType | None:
    """Return the first of the types with the highest weight, None if there is none."""
    every = list(types)
    return max(every, key=lambda t: t.weight) if every else None


def _of_tokens(tokens: Sequence[Token]) -> Iterable[Trigger]:
    lexicon = _lexicon()
    i = 0
    while i < len(tokens):
        found = None
        if tokens[i].lower in _first_words():
            for length in range(min(_LONGEST, len(tokens) - i), 0, -1):
                key = " ".join(t.lower.replace("’", "'") for t in tokens[i : i + length])
                if key in lexicon:
                    found = (length, *lexicon[key])
                    break
        if found is None:
            i += 1
            continue
        length, is_verb, kind = found
        last = i + length - 1
        yield Trigger(
            Span(tokens[i].start, tokens[last].end), i, last, _is_verb(tokens, i, last, is_verb), kind
        )
        i = last + 1


def _is_verb(tokens: Sequence[Token], first: int, last: int, either: str) -> bool:
    """Decide between noun and verb where a word can be both ("attacks", "killing", "shelling")."""
    if either != "both":
        return either == "verb"
    before = tokens[first - 1].lower if first else ""
    return before not in (
        "the",
        "a",
        "an",
        "of",
        "its",
        "their",
        "his",
        "this",
        "that",
        "in",
        "and",
        "for",
    ) and (before == "," or not tokens[first].lower.endswith("s") or last + 1 < len(tokens))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key.split()[0] for key in _lexicon())


@cache
def _lexicon() -> Mapping[str, tuple[str, EventType]]:
    found: dict[str, tuple[str, EventType]] = {}
    for row in load("event_types"):
        kind = EventType(
            row["event_type"],
            row["sub_event_type"],
            row["plover_event_type"] or None,
            row["plover_mode"] or None,
            int(row["weight"]),
        )
        earlier = found.get(row["trigger"])
        if earlier is None:
            found[row["trigger"]] = (row["pos"], kind)
        else:
            found[row["trigger"]] = ("both", max(earlier[1], kind, key=lambda k: k.weight))
    return found

"""Words that name a conflict event or say that it happens, with their type in ACLED and PLOVER."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from tasks.events.tenants import tells_tenant
from tasks.lexicons.construction_words import words
from tasks.lexicons.implied import implied_nouns
from tasks.lexicons.load import load
from tasks.lexicons.violence import ANY, is_otherwise, otherwise, verbs_that
from tasks.model.document import Sentence, Token
from tasks.model.memo import remembered
from tasks.model.span import Span
from tasks.model.value import value


@dataclass(frozen=True, slots=True)
class EventType:
    """What kind of event a word stands for; `weight` says how telling the word is."""

    event_type: str
    sub_event_type: str
    plover_event_type: str | None
    plover_mode: str | None
    weight: int


@value(frozen=True, slots=True)
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


VIOLENT = frozenset(("Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"))
_BEFORE_NOUN = frozenset(("the", "a", "an", "of", "its", "their", "his", "this", "that", "in", "and", "for"))
_BEFORE_MONTH = frozenset(
    ("in", "since", "until", "till", "last", "early", "late", "mid", "by", "from", "between", "of", "during")
)
_INSIDE = 9  # words of a verb of several with its object
_ENDS_OBJECT = frozenset(("was", "were", "had", "has", "have", "is", "are", "that", "which", "who", "when"))
# What verbs of violence do where they tell of an event; who was tortured or enslaved was so for long.
_TOLD = ("attacks", "destroys", "encloses", "harms", "kills", "robs", "takes", "hurts", "wounds")
UNKNOWN = EventType("Strategic developments", "Other", None, None, 0)


@remembered
def triggers(sentence: Sentence) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence in text order, the longest match at each place."""
    return tuple(_of_tokens(sentence.tokens, sentence.lower, sentence.words, sentence.places(_first_words())))


@remembered
def violent_triggers(sentence: Sentence) -> tuple[Trigger, ...]:
    """Return those of the triggers of a sentence that stand for violence."""
    return tuple([t for t in triggers(sentence) if t.type.event_type in VIOLENT])


def type_of_words(words: str) -> EventType | None:
    """Return the type that words name ("2031 Aldmoor Airfield bombing"), the most telling one, or None."""
    tokens = []
    for match in re.finditer(r"[\w'’-]+", words):
        tokens.append(Token.of(match.group(), match.start(), match.end(), "word"))
    lower = tuple([t.lower for t in tokens])
    return most_telling(t.type for t in _of_tokens(tokens, lower, set(lower), range(len(tokens))))


def most_telling(types: Iterable[EventType]) -> EventType | None:
    """Return the first of the types with the highest weight, None if there is none."""
    every = list(types)
    return max(every, key=lambda t: t.weight) if every else None


_PEACEFUL = words("campaign_for")  # "a civil rights campaign", "her election campaign"
_ILLNESSES = frozenset(("heart", "panic", "asthma", "anxiety"))
_AT_LAW = frozenset(("legal", "court", "custody", "his", "her", "political", "electoral", "constitutional"))
# Words before a trigger with which it is no event of a conflict.
_FOR_NO_FIGHT = {
    "battle": _AT_LAW,
    "battles": _AT_LAW,
    "fight": _AT_LAW,
    "attack": _ILLNESSES,
    "attacks": _ILLNESSES,
    "campaign": _PEACEFUL,
    "campaigns": _PEACEFUL,
}


def _of_tokens(
    tokens: Sequence[Token], lower: tuple[str, ...], told: Set[str], places: Iterable[int]
) -> list[Trigger]:
    known, others = _by_first_word(), otherwise()
    found = []
    end = 0  # of the last one
    for i in places:
        if i < end:
            continue
        for phrase, length, part, kind in known.get(lower[i], ()):
            if length == 1:
                end = i + 1
            elif phrase[-1] not in told:
                continue
            elif lower[i : i + length] == phrase:
                end = i + length
            elif phrase in _split() and _is_split(tokens, lower, i, phrase[1:]):
                end = i + 1
            else:
                continue
            if lower[i] in others and is_otherwise(lower, i):
                break
            if lower[i] == "march" and _is_month(tokens, i):
                break
            if i and lower[i - 1] in _FOR_NO_FIGHT.get(lower[i], ()):
                break
            if tells_tenant(lower, i):
                break
            last = end - 1
            is_verb = part == "verb" or (part == "both" and _is_verb(tokens, i, last))
            found.append(Trigger(Span(tokens[i].start, tokens[last].end), i, last, is_verb, kind))
            break
    return found


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    """Whether "March" is the month: beside a number, or behind a word that dates stand behind."""
    if tokens[at].text != "March":
        return False
    around = (*tokens[at - 1 : at], *tokens[at + 1 : at + 2]) if at else tokens[1:2]
    return any(t.kind == "number" or t.text[:1].isdigit() for t in around) or (
        at > 0 and tokens[at - 1].lower in _BEFORE_MONTH
    )


def _is_split(tokens: Sequence[Token], lower: tuple[str, ...], at: int, rest: tuple[str, ...]) -> bool:
    """Whether the object stands inside a verb of several words: "put nine men to death"."""
    for i in range(at + 2, min(at + _INSIDE, len(lower))):
        if lower[i : i + len(rest)] == rest:
            return True
        if tokens[i].kind == "punct" or lower[i] in _ENDS_OBJECT:
            return False
    return False


@cache
def _split() -> frozenset[tuple[str, ...]]:
    """Return the past forms and participles of verbs whose object may stand inside them."""
    some = [verb for verb in verbs_that(_TOLD, ANY) if verb.is_split]
    return frozenset(tuple(p.split()) for verb in some for p in verb.phrases("past", "participle"))


def _is_verb(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Decide between noun and verb where a word can be both ("attacks", "killing", "shelling")."""
    before = tokens[first - 1].lower if first else ""
    if before in _BEFORE_NOUN:
        return False
    return before == "," or not tokens[first].lower.endswith("s") or last + 1 < len(tokens)


# Words, how many they are, the part of speech ("noun", "verb", "both") and the type.
_Entry = tuple[tuple[str, ...], int, str, EventType]


@cache
def _by_first_word() -> Mapping[str, tuple[_Entry, ...]]:
    """Return the triggers by their first word, the longest first."""
    found: dict[str, list[_Entry]] = {}
    for trigger, (part, kind) in _lexicon().items():
        words = tuple(trigger.split(" "))
        found.setdefault(words[0], []).append((words, len(words), part, kind))
    return {
        word: tuple(sorted(some, key=lambda entry: entry[1], reverse=True)) for word, some in found.items()
    }


@cache
def _first_words() -> frozenset[str]:
    """Return the words that triggers begin with: a set is looked at faster than the keys of a mapping."""
    return frozenset(_by_first_word())


@cache
def _lexicon() -> Mapping[str, tuple[str, EventType]]:
    """Return the words of events: those listed with their types, then verbs and nouns of violence."""
    found: dict[str, tuple[str, EventType]] = {}
    for row in load("event_types"):
        _enter(found, row["trigger"], row["pos"], _event_type(row, row["weight"]))
    listed = {(word, part) for word, (part, _) in found.items()}
    for word, part, kind in _of_violence():
        if not {(word, part), (word, "both")} & listed:
            _enter(found, word, part, kind)
    return found


def _enter(found: dict[str, tuple[str, EventType]], word: str, part: str, kind: EventType) -> None:
    earlier = found.get(word)
    if earlier is None or earlier[0] == part:
        found[word] = (part, kind)
    else:
        found[word] = ("both", max(earlier[1], kind, key=lambda k: k.weight))


def _of_violence() -> Iterable[tuple[str, str, EventType]]:
    """Yield the verbs and nouns of violence that name an event wherever they stand, with their types."""
    means = {row["means"]: row for row in load("violence_means")}
    for verb in verbs_that(_TOLD):
        kind = _event_type(means[verb.means], means[verb.means]["verb_weight"])
        yield from ((phrase, "verb", kind) for phrase in verb.phrases("past", "participle"))
    for noun in implied_nouns():
        kind = _event_type(means[noun.means], means[noun.means]["noun_weight"])
        yield from ((form, "noun", kind) for form in noun.forms)


def _event_type(row: Mapping[str, str], weight: str) -> EventType:
    return EventType(
        row["event_type"],
        row["sub_event_type"],
        row["plover_event_type"] or None,
        row["plover_mode"] or None,
        int(weight),
    )

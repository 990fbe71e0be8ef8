"""Persons whom an active verb of killing takes: "killed Jan Smit and his driver", "shot dead the mayor"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.figures.bound.bind import Binding
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.predicates import Predicate
from tasks.figures.lines.quantity import Quantity
from tasks.lexicons.violence import nouns_that, verbs_that, words_of
from tasks.model.figure import VictimClass

MAX_NAME = 6  # tokens
_KILLS = words_of(verbs_that(("kills",)), "past", "gerund") | {"fatally"}
_MURDERS = frozenset(noun.forms[0] for noun in nouns_that(("kills",)) if noun.means != "massacre")
_LED_TO_ITS = [
    [verb, prep, "the"] for verb in ("resulted", "resulting", "led", "leading") for prep in ("in", "to")
]
MONTHS = frozenset(("january", "february", "march", "april", "june", "july", "august"))
MONTHS |= {"may", "september", "october", "november", "december"}
_ARTICLE = re.compile(r"(?:a[a-z]|el|ul)-[A-ZÀ-Þ]")
_YEAR = 4  # digits
_MIN_CAPITALS = 4  # letters: a shorter word in capitals is a body's short name
_MAX_DESCRIPTION = 4  # tokens
_PARTICLES = v.role("name_particle")


def named_object(line: Line, predicate: Predicate) -> Iterator[Binding]:
    """Yield the person whose name of two words or more follows an active verb of killing, or "murder of"."""
    start = line.skip_adverbs(predicate.last)
    start += line.word(start) == "only"  # "killing only the man who carried it"
    is_noun = predicate.kind == "of"
    if not (_is_told_murder(line, predicate) if is_noun else _is_killing(line, predicate)):
        return
    end = _end_of_person(line, start + 1) if line.word(start) == "its" else 0
    end = end or definite_object(line, start)
    if end:
        while end:  # "shot dead the mayor and his wife"
            yield one_person(start, end, v.people()[line.words[end - 1]][1], predicate)
            start, end = end + 1, definite_object(line, end + 1) if line.word(end) == "and" else 0
        return
    start, victim_class = _described(line, start)
    end = start
    while end < len(line.words) and end - start < MAX_NAME and is_name_word(line, end):
        end += 1
    names = line.words[start:end]
    is_last_name = len(names) == 1 and is_noun and line.word(predicate.core) == "assassination"
    if not (len(names) > 1 or is_last_name) or not is_capitalised(line.tokens[end - 1].text):
        return
    told = names[-1:] if is_noun else names  # "the assassination of Prime Minister Jan Smit"
    if any(w in v.not_people() or v.people().get(w, ("",))[0] == "plural" or w in v.NO_PERSON for w in told):
        return
    capitals = [len(t.text) for t in line.tokens[start:end] if t.text.isupper()]
    if capitals and (len(capitals) < len(names) or min(capitals) < _MIN_CAPITALS):  # not "JOHN SMITH"
        return
    if line.word(end)[:1].isalpha() and line.word(end) not in v.STOP:
        return  # "killed Northland Army soldiers"
    yield one_person(start, end, victim_class, predicate)
    if line.word(end) == "and":  # "killed Ada Quist and her driver"
        start, end = end + 1, definite_object(line, end + 1)
        if end:
            yield one_person(start, end, v.people()[line.words[end - 1]][1], predicate)


def _is_told_murder(line: Line, predicate: Predicate) -> bool:
    """Whether "the murder of" tells of it with a date, or as one of several that were told of."""
    if line.words[max(0, predicate.first - 3) : predicate.first] in _LED_TO_ITS:
        return is_dated(line)  # "resulted in the death of General Jan Smit"
    core = line.word(predicate.core)
    is_fatal = core == "fatal" and not line.word(predicate.last - 2).endswith("s")
    if core not in _MURDERS and not is_fatal:
        return False
    return is_dated(line) or (
        line.words[:1] == ["the"] and line.word(1) in ("first", "second", "third", "other")
    )


def is_dated(line: Line) -> bool:
    """Return whether a sentence gives a month or a year."""
    return not MONTHS.isdisjoint(line.words) or any(
        len(w) == _YEAR and w.isdigit() and w[0] in "12" for w in line.words
    )


def definite_object(line: Line, start: int) -> int:
    """Return where "the mayor", "the local commander", "his wife" ends, 0 if no such person stands there."""
    return _end_of_person(line, start + 1) if line.word(start) in ("the", "his", "her", "their") else 0


def _end_of_person(line: Line, start: int) -> int:
    for at in range(start, min(start - 1 + _MAX_DESCRIPTION, len(line.words))):
        if line.is_stop(at) or line.tokens[at].kind != "word":
            return 0
        entry = v.people().get(line.word(at))
        following = line.word(at + 1)
        following = "" if at + 1 < len(line.tokens) and is_name_word(line, at + 1) else following
        if entry is not None and not (following[:1].isalpha() and following not in v.STOP):
            return at + 1 if entry[0] != "plural" else 0
    return 0


def _described(line: Line, start: int) -> tuple[int, VictimClass]:
    """Return where a name begins behind what its bearer was, with their class: "Catholic civilian Ada Q."."""
    victim_class: VictimClass = "unknown"
    name = start
    for at in range(start, min(start + _MAX_DESCRIPTION, len(line.words))):
        if line.is_stop(at) or line.tokens[at].kind != "word":
            break
        entry = v.people().get(line.word(at))
        if entry is not None and entry[0] == "plural":
            return start, "unknown"
        if entry is not None and line.tokens[at].text[0].isupper() and not _is_name(line, at + 1):
            break  # "William Porter", "Roman Kut"
        if entry is not None or (at == name and line.tokens[at].text.islower()):
            name = at + 1
        if entry is not None and victim_class == "unknown":
            victim_class = entry[1]
    return name, victim_class


def _is_name(line: Line, start: int) -> bool:
    """Whether a name of two words follows, or more of what somebody was: "Jan Smit", "civilian Ada Quist"."""
    return line.word(start) in v.people() or all(
        i < len(line.tokens) and line.tokens[i].text[0].isupper() and line.tokens[i].kind == "word"
        for i in (start, start + 1)
    )


def _is_killing(line: Line, predicate: Predicate) -> bool:
    """Whether a verb is one of killing a person, not of losing one."""
    last = line.word(predicate.last - 1)
    return not _KILLS.isdisjoint((line.word(predicate.core), last)) or last in ("dead", "down")


def one_person(start: int, end: int, victim_class: VictimClass, predicate: Predicate) -> Binding:
    """Return one person whom a verb of killing or wounding is about."""
    quantity = Quantity(start, start, end, "article", 1, 1, "exact")
    group = Group(start, end, quantity, "person", (start, end), victim_class)
    return Binding(
        group, predicate.property, (predicate.first, predicate.last), "named", predicate.is_negated
    )


def is_name_word(line: Line, at: int) -> bool:
    """Return whether a word may be one of a person's name: capitalised, or a particle like "bin"."""
    token = line.tokens[at]
    return token.kind == "word" and (is_capitalised(token.text) or line.word(at) in _PARTICLES)


def is_capitalised(word: str) -> bool:
    """Return whether a word begins with a capital, or its name behind an article does: "al-Masri"."""
    return word[0].isupper() or _ARTICLE.match(word) is not None

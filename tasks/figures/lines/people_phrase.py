"""Noun phrases for people: where they end, which noun they count, what class of victim they say."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.figures.lines import figure_words as v
from tasks.figures.lines.line import Line
from tasks.figures.lines.numbers import word as number
from tasks.lexicons.agent_nouns import IS_PERSON_NOUN
from tasks.model.figure import VictimClass

_MAX_RUN = 7  # words
_WITHIN_NAMES = frozenset({"of", "in"})
_MIN_MEN = 5  # letters: not "omen"


def end_of_noun(line: Line, start: int) -> tuple[int, int] | None:
    """Find the noun for people that ends a noun phrase.

    Returns:
        Its index (-1: none) and where the phrase ends; None if the phrase counts things.
    """
    people, things = v.people(), v.not_people()
    at = start
    while at < len(line.words) and at - start < _MAX_RUN:
        aside = _aside(line, at)
        if aside > at:
            at = aside
            continue
        word = line.words[at]
        is_over = line.tokens[at].kind != "word" or line.is_stop(at) or _compares(line, at)
        if is_over or (line.trigger_at(at) and not _is_compound(line, at)):
            break
        is_person = word in people or _is_person_name(word)
        if not _goes_on(line, at + 1):
            if is_person and not (people.get(word, ("",))[0] == "adjective" and word_follows(line, at + 1)):
                return None if line.word(at + 1) in things and not _befalls(line, at + 1) else (at, at)
            if not is_person and word in things:
                return None
            if not is_person and word.endswith("ed"):
                break
        at += 1
    return -1, at


def _befalls(line: Line, at: int) -> bool:
    """Say whether a word behind people is no thing of theirs: "41 officers shot and killed", "men hit by"."""
    return line.trigger_at(at) is not None or (line.word(at) in _HITS and line.word(at + 1) in _HIT_BY)


_HITS = frozenset({"hit", "shot"})
_HIT_BY = frozenset({"by", "in", "at", "during", "while", "and"})


def _compares(line: Line, at: int) -> bool:
    """Say whether "less than" or "more than" stands here: "a civilian less than two miles away"."""
    return line.words[at] in {"less", "more"} and line.word(at + 1) == "than"


def class_of_run(line: Line, start: int, head: int, joined: int) -> VictimClass:
    """Return the class that a phrase says; two nouns of different classes are mixed."""
    found = _class_of(line.words[head])
    if joined:
        other = _class_of(line.words[_first_head(line, start, joined)])
        if found != other and "unknown" not in (found, other):
            return "mixed"
        found = other if found == "unknown" else found
    return class_of_phrase(line.words[start : head + 1]) if found == "unknown" and head > start else found


def _is_compound(line: Line, at: int) -> bool:
    return line.word(at) in {"body", "bodies"} and line.word(at + 1) in v.people()


def _first_head(line: Line, start: int, end: int) -> int:
    """Return the index of the noun before the "and" of a conjoined phrase."""
    return next(i for i in range(start, end) if line.word(i + 1) == "and")


def conjoined(line: Line, at: int, start: int) -> int:
    """Return the end of "women and girls", "KLA and FARK insurgents" that share one number, or 0."""
    if at == start or line.word(at) != "and":
        return 0
    for i in range(at + 1, min(at + 4, len(line.words))):
        word = line.word(i)
        if line.tokens[i].kind != "word" or line.is_stop(i) or line.trigger_at(i) or number(word) is not None:
            return 0  # "35 soldiers and eleven civilians" have a number each
        if v.people().get(word, ("",))[0] in {"plural", "both"}:
            return i + 1 if not _goes_on(line, i + 1) else 0
    return 0


def _goes_on(line: Line, at: int) -> bool:
    """Say whether a noun for people still comes: "Indian Army soldiers", "tank crew members"."""
    people = v.people()
    for i in range(at, min(at + 3, len(line.words))):
        i = max(i, _aside(line, i))
        word = line.word(i)
        if i >= len(line.tokens) or line.tokens[i].kind != "word" or line.is_stop(i) or line.trigger_at(i):
            return False
        if word in people or _is_person_name(word) or IS_PERSON_NOUN[word]:
            return True
    return False


def _aside(line: Line, at: int) -> int:
    """Return the index behind an acronym in brackets ("Constabulary (RUC) officers") or an age, else `at`."""
    word = line.word(at)
    if word == "(" and line.word(at + 2) == ")" and line.tokens[at + 1].text.isupper():
        return at + 3 if word_follows(line, at + 3) else at
    if word.isdigit() and line.word(at + 1) in {"year", "years"} and line.word(at + 2) == "old":
        return at + 3
    if word.isdigit() and line.word(at + 1) in {"year-old", "month-old"}:
        return at + 2
    return _within_name(line, at) if word in _WITHIN_NAMES else at


def _within_name(line: Line, at: int) -> int:
    """Return the noun behind the rest of a name: "fighters" of "14 alleged League of Orland fighters"."""
    before = line.tokens[at - 1].text
    if not before[0].isupper() or before.endswith("s") or line.word(at - 1) in v.people():
        return at
    end = at + 1
    if line.word(end) == "the":
        end += 1
    elif line.word(at) == "in":
        return at
    start = end
    while end < start + 4 and _is_name(line, end):
        end += 1
    return end if end > start and line.word(end) in v.people() else at


def word_follows(line: Line, at: int) -> bool:
    """Say whether a word at an index still belongs to the noun phrase before it."""
    if at >= len(line.tokens) or line.tokens[at].kind != "word" or line.is_stop(at):
        return False
    return not line.trigger_at(at) and not line.word(at).endswith(("ed", "ing"))


def _is_person_name(word: str) -> bool:
    """Say whether a word's end tells that it is for people: "coachmen", "18-year-olds"."""
    return word.endswith(("-year-old", "-year-olds")) or (len(word) > _MIN_MEN and word.endswith("men"))


def _class_of(word: str) -> VictimClass:
    return "unknown" if not word else v.people().get(word, ("both", "unknown"))[1]


def class_of_phrase(words: Sequence[str]) -> VictimClass:
    """Return the class that an adjective of a phrase says ("rebel leaders")."""
    return next((v.CLASS_ADJECTIVES[w] for w in reversed(words) if w in v.CLASS_ADJECTIVES), "unknown")


def of_whom_they_are(line: Line, at: int) -> int:
    """Return where "members of the security forces", "rebels from Aleppo" end."""
    if line.word(at) not in {"of", "from"}:
        return at
    end = at + 2 if line.word(at + 1) == "the" else at + 1
    start = end
    may_be_common = line.word(at) == "of" and line.word(at + 1) == "the"
    while end < len(line.tokens) and line.tokens[end].kind == "word" and not line.trigger_at(end):
        is_name = line.tokens[end].text[0].isupper()
        word = line.word(end)
        is_link = word in {"of", "for", "the"} and end > start and _is_name(line, end + 1)
        is_common = may_be_common and word not in v.STOP and end - start < 3
        if not (is_name or is_link or is_common):
            break
        end += 1
    is_owner = end > start and line.words[end - 1].endswith(("'s", "s'"))
    if is_owner and end < len(line.tokens) and line.word(end) not in v.STOP:
        end += 1
    return end if end > start else at


def _is_name(line: Line, at: int) -> bool:
    return at < len(line.tokens) and line.tokens[at].text[0].isupper()

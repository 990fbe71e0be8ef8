"""Counted groups of people: a quantity with the noun phrase behind it, and what it says of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.dates import absolute
from tasks.figures import numbers
from tasks.figures import vocabulary as v
from tasks.figures.line import Group, Line, bare_line
from tasks.figures.quantity import Quantity, may_start, read_quantity
from tasks.model.document import Token
from tasks.model.figure import VictimClass

_MAX_RUN = 7
_WOUNDED = frozenset({"wounded", "injured"})
_ATTRIBUTIVE_END = ("-old", "'s", "s'", "’s")


def make_line(text: str, tokens: Iterable[Token]) -> Line:
    """Read a sentence's tokens into a line with its groups."""
    line = bare_line(text, tokens)
    line.groups = list(_groups(line))
    line.group_of = {g.first: g for g in line.groups}
    return line


def _groups(line: Line) -> Iterable[Group]:
    dated = _dated(line)
    at = 0
    while at < len(line.words):
        quantity = read_quantity(line.words, at) if may_start(line.words[at]) and at not in dated else None
        if quantity is None or not _may_count(line, quantity, dated):
            at += 1
            continue
        group = _group(line, quantity)
        if group is None:
            at += 1
            continue
        yield group
        at = max(group.last, at + 1)


def _dated(line: Line) -> frozenset[int]:
    """Return the indexes of the words of dates: their numbers count nobody."""
    if not line.tokens:
        return frozenset()
    start = line.tokens[0].start
    words = line.text[start : line.tokens[-1].end]
    spans = [(start + r.start, start + r.end) for r in absolute.readings(words)]
    return frozenset(
        i for i, t in enumerate(line.tokens) if any(t.start < end and begin < t.end for begin, end in spans)
    )


def _may_count(line: Line, quantity: Quantity, dated: frozenset[int]) -> bool:
    """Refuse numbers that name a thing ("Flight 655", "aged 12", "(29)", "$ 30") or belong to a date."""
    if any(i in dated for i in range(quantity.first, quantity.last)):
        return False
    before, after = line.word(quantity.core - 1), line.word(quantity.last)
    if before in {"$", "€", "£", "#", "no.", "number", "aged", "age", "no", "chapter", "article", "route"}:
        return False
    if after in {"%", "percent", "per", "°", "'", "’"} or (after == "-" and before != ""):
        return False
    if after == "another" or _is_ratio(line, quantity):
        return False
    core = line.tokens[quantity.core]
    if before == "(" and after == ")" and quantity.kind == "number":
        return False
    if after in {"year", "years", "month", "months"} and line.word(quantity.last + 1) == "old":
        return False
    if core.text.isdigit() and quantity.core == quantity.first and quantity.core > 0:
        previous = line.tokens[quantity.core - 1]
        if previous.text[:1].isupper() and previous.kind == "word" and quantity.core > 1:
            return after in v.people() or line.trigger_at(quantity.last) is not None
    return True


def _is_ratio(line: Line, quantity: Quantity) -> bool:
    """Say whether the number is half of "one in four"."""
    before, after = line.word(quantity.first - 1), line.word(quantity.last)
    if after == "in" and quantity.qualifier == "exact":
        return numbers.read(line.words, quantity.last + 1) is not None and line.word(quantity.core) == "one"
    return before == "in" and line.word(quantity.first - 2) == "one"


def _group(line: Line, quantity: Quantity) -> Group | None:
    at, partitive = quantity.last, False
    while line.word(at) in {"other", "more", "further", "additional", "extra", "new"}:
        at += 1
    is_additional_head = at > quantity.last
    if line.word(at) == "of":
        at, partitive = at + 1, quantity.kind != "vague" or line.word(at + 1) in {"them", "whom", "these"}
        if line.word(at) in {"them", "whom", "those", "these", "which"}:
            last = at + 1
            return Group(quantity.first, last, quantity, "bare", None, "unknown", True)
        while line.word(at) in {"the", "its", "his", "their", "our", "all", "her", "a", "an"}:
            at += 1
        if line.word(at).endswith(("'s", "s'")) and numbers.read(line.words, at + 1) is not None:
            at += 1  # "3,000 of the town's 5,000 inhabitants"
        again = read_quantity(line.words, at) if at < len(line.words) else None
        if again is not None and again.kind == "number":
            at = again.last
    return _run(line, quantity, at, partitive, is_additional_head)


def _run(line: Line, quantity: Quantity, start: int, partitive: bool, is_more: bool) -> Group | None:
    """Read the noun phrase behind a quantity: adjectives and nouns up to the one that it counts."""
    people = v.people()
    wounded = line.word(start) in _WOUNDED and not people.keys().isdisjoint(line.words[start + 1 : start + 3])
    found = _noun(line, start + wounded)
    if found is None:
        return None
    head, at = found
    joined = _conjoined(line, head + 1 if head >= 0 else at, start)
    end = joined or (head + 1 if head >= 0 else at)
    head = end - 1 if joined else head
    if head < 0:
        return _headless(line, quantity, start, end, partitive, is_more)
    if quantity.kind == "article" and people.get(line.words[head], ("both",))[0] == "plural":
        return None
    last = _of_whom_they_are(line, end)
    victim_class = _class_of_run(line, start, head, joined)
    return Group(quantity.first, last, quantity, "person", (start, last), victim_class, partitive, wounded)


def _noun(line: Line, start: int) -> tuple[int, int] | None:
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
        is_over = line.tokens[at].kind != "word" or line.is_stop(at)
        if is_over or (line.trigger_at(at) and not _is_compound(line, at)):
            break
        is_person = word in people or _is_person_name(word)
        if not _goes_on(line, at + 1):
            if is_person and not (people.get(word, ("",))[0] == "adjective" and _word_follows(line, at + 1)):
                return None if line.word(at + 1) in things else (at, at)
            if not is_person and word in things:
                return None
            if not is_person and word.endswith("ed"):
                break
        at += 1
    return -1, at


def _class_of_run(line: Line, start: int, head: int, joined: int) -> VictimClass:
    """Return the class that a phrase says; two nouns of different classes are mixed."""
    found = _class_of(line.words[head])
    if joined:
        other = _class_of(line.words[_first_head(line, start, joined)])
        if found != other and "unknown" not in (found, other):
            return "mixed"
        found = other if found == "unknown" else found
    return _class_of_phrase(line.words[start : head + 1]) if found == "unknown" and head > start else found


def _headless(
    line: Line, quantity: Quantity, start: int, end: int, partitive: bool, is_more: bool
) -> Group | None:
    if quantity.kind == "article":
        if end > start:
            return _single_unknown(line, quantity, start, end)
        if not quantity.is_additional:
            return None
        after = line.word(end)
        is_end = not after or after in v.PREPOSITIONS or line.tokens[end].kind == "punct"
        if not (is_end or after in v.AUX or line.trigger_at(line.skip_adverbs(end))):
            return None
    if end == start:
        if line.word(start) in {"%", "°"} or (line.word(start) == "-" and not is_more):
            return None
        return Group(quantity.first, max(quantity.last, start), quantity, "bare", None, "unknown", partitive)
    last = line.words[end - 1]
    if (
        line.words[start].endswith("ly")
        or last.endswith("ly")
        or (end - start == 1 and last.endswith(_ATTRIBUTIVE_END))
    ):
        return None
    return Group(
        quantity.first,
        end,
        quantity,
        "unknown",
        (start, end),
        _class_of_phrase(line.words[start:end]),
        partitive,
    )


def _single_unknown(line: Line, quantity: Quantity, start: int, end: int) -> Group | None:
    """Return "a sympathiser", "another lodger": one somebody, if only people can be what befell it."""
    last = line.words[end - 1]
    if last.endswith(("ly", "s", "ed", "ing")) or not last.isalpha() or last in v.not_people():
        return None
    return Group(quantity.first, end, quantity, "one", (start, end), _class_of_phrase(line.words[start:end]))


def _is_compound(line: Line, at: int) -> bool:
    return line.word(at) in {"body", "bodies"} and line.word(at + 1) in v.people()


def _first_head(line: Line, start: int, end: int) -> int:
    """Return the index of the noun before the "and" of a conjoined phrase."""
    return next(i for i in range(start, end) if line.word(i + 1) == "and")


def _conjoined(line: Line, at: int, start: int) -> int:
    """Return the end of "women and girls", "KLA and FARK insurgents" that share one number, or 0."""
    if at == start or line.word(at) != "and":
        return 0
    for i in range(at + 1, min(at + 4, len(line.words))):
        word = line.word(i)
        if line.tokens[i].kind != "word" or line.is_stop(i) or line.trigger_at(i):
            return 0
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
        if word in people or _is_person_name(word):
            return True
    return False


def _aside(line: Line, at: int) -> int:
    """Return the index behind an acronym in brackets ("Constabulary (RUC) officers") or an age, else `at`."""
    if line.word(at) == "(" and line.word(at + 2) == ")" and line.tokens[at + 1].text.isupper():
        return at + 3 if _word_follows(line, at + 3) else at
    if line.word(at).isdigit() and line.word(at + 1) in {"year", "years"} and line.word(at + 2) == "old":
        return at + 3
    return at


def _word_follows(line: Line, at: int) -> bool:
    if at >= len(line.tokens) or line.tokens[at].kind != "word" or line.is_stop(at):
        return False
    return not line.trigger_at(at) and not line.word(at).endswith(("ed", "ing"))


def _is_person_name(word: str) -> bool:
    return word.endswith(("-year-old", "-year-olds"))


def _class_of(word: str) -> VictimClass:
    return "unknown" if not word else v.people().get(word, ("both", "unknown"))[1]


def _class_of_phrase(words: Sequence[str]) -> VictimClass:
    return next((v.CLASS_ADJECTIVES[w] for w in reversed(words) if w in v.CLASS_ADJECTIVES), "unknown")


def _of_whom_they_are(line: Line, at: int) -> int:
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
    if end > start and line.words[end - 1].endswith(("'s", "s'")) and line.word(end) not in v.STOP:
        end += 1
    return end if end > start else at


def _is_name(line: Line, at: int) -> bool:
    return at < len(line.tokens) and line.tokens[at].text[0].isupper()

"""Counted groups of people: a quantity with the noun phrase behind it, and what it says of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tasks.dates import absolute
from tasks.figures.lines import figure_words as v
from tasks.figures.lines import numbers
from tasks.figures.lines.line import Group, Line, bare_line
from tasks.figures.lines.ordinals import ordinal
from tasks.figures.lines.people_phrase import (
    class_of_phrase,
    class_of_run,
    conjoined,
    end_of_noun,
    of_whom_they_are,
    word_follows,
)
from tasks.figures.lines.quantity import Quantity, places_of_quantities, read_quantity
from tasks.lexicons.agent_nouns import IS_PERSON_NOUN
from tasks.model.document import Token
from tasks.model.figure import FigureProperty
from tasks.model.order import END, START

_ENDS_ATTRIBUTE = v.AUX | v.CLAUSE | v.PREPOSITIONS
_TAKEN = frozenset({"homeless", "captured", "detained", "arrested", "captive", "displaced", "kidnapped"})
BEFALLEN: dict[str, FigureProperty] = {
    "wounded": "injured", "injured": "injured", "dead": "killed", "killed": "killed", "slain": "killed",
    "missing": "missing",
}  # fmt: skip
# "a family of five" is five people; of a crew or a patrol the number is its strength all the same.
_COLLECTIVES = frozenset({"family", "group", "party", "team", "patrol", "crew", "squad", "band"})
_NO_COUPLE = frozenset(("of", "more", "other"))  # "a couple more towns were captured"
_ATTRIBUTIVE_END = ("-old", "'s", "s'", "’s")


def make_line(text: str, tokens: Sequence[Token]) -> Line:
    """Read a sentence's tokens into a line with its groups."""
    return with_groups(bare_line(text, tokens))


def with_groups(line: Line) -> Line:
    """Read a line's groups into it; return the line."""
    line.groups = list(_groups(line))
    line.group_of = {g.first: g for g in line.groups}
    return line


def _groups(line: Line) -> Iterable[Group]:
    starts = places_of_quantities(line.words)
    if not starts:
        return
    dated = _dated(line)
    inside = {i for t in line.triggers for i in range(t.first + 1, t.last)}  # the "over" of "ran over"
    end = 0  # of the last one
    for at in starts:
        if at < end or at in inside or at in dated:
            continue
        quantity = read_quantity(line.words, at)
        if quantity is None or not _may_count(line, quantity, dated):
            continue
        group = _group(line, quantity)
        if group is not None:
            yield group
            end = group.last


def _dated(line: Line) -> frozenset[int]:
    """Return the indexes of the words of dates: their numbers count nobody."""
    if not line.tokens:
        return frozenset()
    start = line.tokens[0].start
    words = line.text[start : line.tokens[-1].end]
    spans = [(start + r.start, start + r.end) for r in absolute.readings(words)]
    if not spans:
        return frozenset()
    found: set[int] = set()
    for begin, end in spans:
        found.update(
            range(bisect_right(line.tokens, begin, key=END), bisect_left(line.tokens, end, key=START))
        )
    return frozenset(found)


_NAMING = {"$", "€", "£", "#", "no.", "number", "aged", "age", "no", "chapter", "article", "route"}
_SHARES = frozenset({"%", "percent", "per", "°", "'", "’", "thirds", "quarters", "fifths", "tenths"})
_OLD = frozenset({"year-old", "years-old", "month-old", "months-old"})  # "a 10 year-old child"


def _may_count(line: Line, quantity: Quantity, dated: frozenset[int]) -> bool:
    """Refuse numbers of things ("Flight 655", "aged 12", "(29)", "$ 30"), of dates and of shares."""
    before, after = line.word(quantity.core - 1), line.word(quantity.last)
    if not dated.isdisjoint(range(quantity.first, quantity.last)) or before in _NAMING:
        return False
    if after in _SHARES or (after == "-" and before != ""):
        return False
    if before == "and" and "aged" in line.words[max(0, quantity.core - 4) : quantity.core - 1]:
        return False
    if before == "but" and line.word(quantity.core - 2) == "all":  # "all but two were killed"
        return False
    if after == "another" or _is_ratio(line, quantity) or _is_age(line, quantity):
        return False
    core = line.tokens[quantity.core]
    if (before, after, quantity.kind) == ("(", ")", "number"):
        return False
    if after in _OLD or (f"{after}-old" in _OLD and line.word(quantity.last + 1) == "old"):
        return False
    if core.text.isdigit() and quantity.core == quantity.first and quantity.core > 0:
        previous = line.tokens[quantity.core - 1]
        if previous.text[0].isupper() and previous.kind == "word" and quantity.core > 1:
            if after in v.people() or line.trigger_at(quantity.last) is not None:
                return True
            return _is_side(line, quantity.core - 1) and after in _ENDS
    return True


_ENDS = frozenset({"", ".", ",", ";", "and"})


def _is_side(line: Line, at: int) -> bool:
    """Say whether "the Danes" stands there, of whom a number behind it is told: "..., the Danes 31"."""
    return line.word(at).endswith("s") and line.word(at - 1) == "the"


def _is_age(line: Line, quantity: Quantity) -> bool:
    """Whether commas set a number off behind a name ("Ada Quist, 16, and Bo Lind, 15, died")."""
    core = quantity.core
    after = line.word(quantity.last)
    is_last = not after or (after == "." and quantity.last == len(line.words) - 1)
    is_apart = line.word(core - 1) == "," and (after in {",", ";", "and"} or is_last)
    if not is_apart or core < 3 or quantity.qualifier != "exact" or not line.tokens[core].text.isdigit():
        return False
    name = line.tokens[core - 3 : core - 1]
    if name[0].text == "," and after == ",":  # "her sister, Dina, 21, was"
        name = name[1:]
    return all(t.kind == "word" and t.text[0].isupper() for t in name)


def _is_ratio(line: Line, quantity: Quantity) -> bool:
    """Say whether the number is half of "one in four"."""
    before, after = line.word(quantity.first - 1), line.word(quantity.last)
    if after == "in" and quantity.qualifier == "exact":
        return numbers.read(line.words, quantity.last + 1) is not None and line.word(quantity.core) == "one"
    return before == "in" and line.word(quantity.first - 2) == "one"


def _group(line: Line, quantity: Quantity) -> Group | None:
    family = _family(line, quantity) or _couple(line, quantity)
    if family is not None:
        return family
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
        counted = read_quantity(line.words, at) if at < len(line.words) else None
        is_counted = counted is not None and counted.kind == "number"
        befallen = _of_the_befallen(line, quantity, counted.last if counted and is_counted else at)
        if befallen is not None:
            return befallen
        at = counted.last if counted and is_counted else at
    return _run(line, quantity, at, partitive, is_additional_head)


def _family(line: Line, quantity: Quantity) -> Group | None:
    """Read "a family of five", "a group of 12 people" with the number that it gives."""
    at = quantity.last - (quantity.kind == "vague")
    if quantity.kind not in ("article", "vague") or line.word(at) not in _COLLECTIVES:
        return None
    number = read_quantity(line.words, at + 2) if line.word(at + 1) == "of" and line.word(at + 2) else None
    if number is None or number.kind != "number":
        return None
    number = replace(number, first=quantity.first)
    group = _run(line, number, number.last, False, False)
    return replace(group, head="person") if group is not None and group.head == "bare" else group


def _couple(line: Line, quantity: Quantity) -> Group | None:
    """Read "a couple", "an elderly couple" as two people; "a couple of soldiers" may be three."""
    if quantity.kind not in ("article", "vague"):
        return None
    last = quantity.last - 1 if quantity.kind == "vague" else quantity.last + 1
    at = next((i for i in range(quantity.last - 1, last + 1) if line.word(i) == "couple"), 0)
    if not at or line.word(at + 1) in _NO_COUPLE or word_follows(line, at + 1):
        return None
    two = replace(quantity, kind="number", low=2, high=2, qualifier="exact", last=at + 1)
    return Group(quantity.first, at + 1, two, "person", (at, at + 1), "unknown")


def _of_the_befallen(line: Line, quantity: Quantity, at: int) -> Group | None:
    """Read "three of the injured", "six of those killed": people, and a part of those."""
    prop = BEFALLEN.get(line.word(at))
    if prop is None or line.word(at - 1) == "of" or word_follows(line, at + 1):
        return None
    return Group(
        quantity.first, at + 1, quantity, "person", None, "unknown", True,
        befallen=prop,
    )  # fmt: skip


def _run(line: Line, quantity: Quantity, start: int, partitive: bool, is_more: bool) -> Group | None:
    """Read the noun phrase behind a quantity: adjectives and nouns up to the one that it counts."""
    people = v.people()
    skip = _attribute(line, start)
    found = end_of_noun(line, start + skip)
    if found is None:
        return None
    head, at = found
    joined = conjoined(line, head + 1 if head >= 0 else at, start)
    end = joined or (head + 1 if head >= 0 else at)
    head = end - 1 if joined else head
    if head < 0:
        return _headless(line, quantity, start, end, partitive, is_more)
    if quantity.kind == "article" and people.get(line.words[head], ("both",))[0] == "plural":
        return None
    last = of_whom_they_are(line, end)
    befallen = BEFALLEN.get(line.word(start + skip - 1)) if skip else None
    victim_class = class_of_run(line, start, head, joined)
    return Group(quantity.first, last, quantity, "person", (start, last), victim_class, partitive, befallen)


def _attribute(line: Line, at: int) -> int:
    """Return how many words say what befell the people before their noun ("seriously wounded")."""
    word = line.word(at)
    skip = 1 + (word in v.ADVERBS and word.endswith("ly"))
    befallen = word if skip == 1 else line.word(at + 1)
    if befallen not in BEFALLEN and befallen not in _TAKEN:
        return 0
    if line.word(at + skip) in _ENDS_ATTRIBUTE:  # "the 60 dead were children", "11 injured when gunmen fired"
        return 0
    if at + skip < len(line.tokens) and line.tokens[at + skip].kind == "punct":
        return 0  # "60 killed (Northlandic claim)"
    return 0 if v.people().keys().isdisjoint(line.words[at + skip : at + skip + 2]) else skip


def _are_killed_captives(line: Line, quantity: Quantity, start: int) -> bool:
    """Whether prisoners of war stand there whom the words before kill: "executed 40 prisoners of war"."""
    before = next((t for t in line.triggers if t.last == quantity.first), None)
    is_killing = before is not None and any(r.property == "killed" for r in before.readings)
    return is_killing and line.words[start : start + 3] == ["prisoners", "of", "war"]


def _headless(
    line: Line, quantity: Quantity, start: int, end: int, partitive: bool, is_more: bool
) -> Group | None:
    if quantity.kind == "article":
        if end == start + 1 and ordinal(line.word(start)) is not None and line.word(end) != "of":
            return Group(quantity.first, end, quantity, "person", None, "unknown")
        if end > start:
            return _single_unknown(line, quantity, start, end)
        if not quantity.is_additional:
            return None
        after = line.word(end)
        is_end = not after or after in v.PREPOSITIONS or line.tokens[end].kind == "punct"
        if not (is_end or after in v.AUX or line.trigger_at(line.skip_adverbs(end))):
            return None
    if end == start:
        if _are_killed_captives(line, quantity, start):
            return Group(
                quantity.first, start + 3, quantity, "person", (start, start + 3), "soldiers", partitive
            )
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
        class_of_phrase(line.words[start:end]),
        partitive,
    )


def _single_unknown(line: Line, quantity: Quantity, start: int, end: int) -> Group | None:
    """Return "a sympathiser", "another lodger": one somebody, if only people can be what befell it."""
    last = line.words[end - 1]
    if last.endswith(("ly", "s", "ed", "ing")) or not last.isalpha() or last in v.not_people():
        return None
    head = "person" if IS_PERSON_NOUN[last] else "one"
    return Group(quantity.first, end, quantity, head, (start, end), class_of_phrase(line.words[start:end]))

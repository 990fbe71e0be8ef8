"""Quantities: a number or a vague amount, with the words that bound it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tasks.figures.lines import numbers
from tasks.lexicons.load import load
from tasks.lexicons.once import OncePerWord
from tasks.model.figure import FigureQualifier
from tasks.model.value import value

_BOUND_KINDS: tuple[FigureQualifier, ...] = ("at_least", "at_most", "approx")


def _phrases(kind: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(r["phrase"].split()) for r in load("quantity_words") if r["kind"] == kind)


_QUALIFIERS: dict[tuple[str, ...], FigureQualifier] = {
    phrase: kind for kind in _BOUND_KINDS for phrase in _phrases(kind)
}
_ADDITIONAL = frozenset({"another", "further", "additional", "extra"})
_PERHAPS = (["possibly"], ["perhaps"], ["maybe"], ["even"], ["probably"])  # "six or possibly eight"
_RANGE_MARKS = {"-", "–", "—", "to", "or"}
_FURTHER = (["-"], ["–"], ["to"])  # behind "42+"


# First word of a phrase -> its second word ("" where it has none) -> the phrases that begin with both, the
# longest first: nearly every "a" begins none of the many that begin with "a".
_Phrases = Mapping[str, Mapping[str, Sequence[tuple[str, ...]]]]


def _by_words(phrases: Iterable[tuple[str, ...]]) -> _Phrases:
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        second = phrase[1] if len(phrase) > 1 else ""
        found.setdefault(phrase[0], {}).setdefault(second, []).append(phrase)
    return found


_BOUNDS, _NEUTRAL = _by_words(_QUALIFIERS), _by_words(_phrases("neutral"))
_VAGUE, _NONE = _by_words(_phrases("vague")), _by_words(_phrases("none"))


@value(frozen=True, slots=True)
class Quantity:
    """An amount: words[first:last], with what it says.

    Attributes:
        core: where the amount itself begins, behind "at least" or "another".
        kind: "number", "vague" ("dozens"), "none" ("no one") or "article" ("a", "another": one, if a person
            follows).
        qualifier: see the codebook's `value_qualifier`.
    """

    first: int
    core: int
    last: int
    kind: str
    low: int | None
    high: int | None
    qualifier: FigureQualifier
    is_additional: bool = False


_BEFORE_AMOUNT = frozenset({*_BOUNDS, *_NEUTRAL})
_STARTS = frozenset(
    {*_BOUNDS, *_NEUTRAL, *_VAGUE, *_NONE}
    | {*numbers.UNITS, *numbers.TENS, *numbers.SCALES}
    | {"a", "an", "another", "both", "between", "from", "half", "half-dozen", "half-a-dozen"}
)


def _may_start(word: str) -> bool:
    return word in _STARTS or word[0].isdigit() or ("-" in word and word.partition("-")[0] in numbers.TENS)


STARTING = OncePerWord(_may_start)  # words, in lower case, that a quantity can start with


# Words that only stand before an amount, with the words behind them that they make one phrase with.
_ONLY_BEFORE = {
    word: frozenset({*_BOUNDS.get(word, ()), *_NEUTRAL.get(word, ())})
    for word in {*_BEFORE_AMOUNT, "between", "from"}
    - {*_VAGUE, *_NONE, *numbers.UNITS, *numbers.TENS, *numbers.SCALES}
    - {"a", "an", "another", "both", "half", "half-dozen", "half-a-dozen"}
}


def places_of_quantities(words: Sequence[str]) -> list[int]:
    """Return where quantities may start: not at "the" and "in" before a word that none can go on with."""
    starting = STARTING.among(set(words))
    if not starting:
        return []
    found = []
    for at in [at for at, word in enumerate(words) if word in starting]:
        phrases = _ONLY_BEFORE.get(words[at])
        if phrases is not None:
            after = words[at + 1] if at + 1 < len(words) else ""
            if after not in starting and after not in phrases and after != "dozen":
                continue
        found.append(at)
    return found


def read_quantity(words: list[str], at: int) -> Quantity | None:
    """Read the quantity that starts at words[at] (lower case, no quotation marks), or return None."""
    i, bound, additional = at, "", False
    while i < len(words) and words[i] in _BEFORE_AMOUNT:
        taken = _longest(words, i, _BOUNDS) if words[i] in _BOUNDS else None
        if taken and not (taken == ("some",) and _is_vague_some(words, i)):
            bound = _QUALIFIERS[taken] if not bound or bound == "approx" else bound
            if taken in _FEWER and words[max(0, i - 2) : i] == ["not", "be"]:
                bound = "at_least"  # "the dead could not be less than 30"
            i += len(taken)
            continue
        taken = _longest(words, i, _NEUTRAL) if words[i] in _NEUTRAL else None
        if not taken or _starts_number(words, i):
            break
        additional = additional or bool(_ADDITIONAL & set(taken))
        i += len(taken)
    if i >= len(words):
        return None
    return _amount(words, at, i, bound, additional)


_FEWER = (("less", "than"), ("fewer", "than"))


def _starts_number(words: list[str], i: int) -> bool:
    return words[i] == "the" and i + 1 < len(words) and words[i + 1] in numbers.SCALES


def _is_vague_some(words: list[str], i: int) -> bool:
    after = words[i + 1] if i + 1 < len(words) else ""
    return numbers.read(words, i + 1) is None if after else True


def _amount(words: list[str], first: int, i: int, bound: str, additional: bool) -> Quantity | None:
    if not bound and words[i] in _NONE and (taken := _longest(words, i, _NONE)):
        return Quantity(first, i, i + len(taken), "none", 0, 0, "exact", additional)
    between = words[i] == "between" or (words[i] == "from" and not bound)
    start = i + 1 if between else i
    if between and start < len(words) and (taken := _longest(words, start, _BOUNDS)) is not None:
        start += len(taken)  # "between at least 70 and 200"
    low = numbers.read(words, start) if start < len(words) else None
    if low is None and (additional or bound):
        low = _round(words, start, is_bare=additional)
    if low is None or (words[i] == "a" and words[i + 1 : i + 2] == ["few"]):
        return None if between else _inexact(words, first, i, additional)
    if _is_decimal_comma(words[i]):
        return None
    value, end = low
    if words[end : end + 3] == ["(", str(value), ")"]:
        end += 3  # "one (1) officer"
    if words[end : end + 1] == ["+"] and words[end + 1 : end + 2] in _FURTHER:
        end += 1  # "42+ to 58"
    if end < len(words) and (words[end] in _RANGE_MARKS or (between and words[end] == "and")):
        skip = end + 1 + (words[end] == "or" and words[end + 1 : end + 2] in _PERHAPS)
        if (taken := _longest(words, skip, _BOUNDS)) is not None:
            skip += len(taken)
        top = numbers.read(words, skip) if skip < len(words) else None
        if top is not None and top[0] > value and not _is_scale_gap(words, end, value, top[0]):
            end = top[1] + (words[top[1] : top[1] + 1] == ["+"])  # "530–1,000+"
            return Quantity(first, i, end, "number", value, top[0], "range", additional)
    if between:
        return None
    return _bounded(words, first, i, end, value, bound, additional)


def _round(words: list[str], at: int, *, is_bare: bool) -> tuple[int, int] | None:
    """Read a round number without "a": "more than hundred people"; any if `is_bare`: "another half dozen"."""
    if not is_bare:
        return (100, at + 1) if words[at : at + 1] == ["hundred"] else None
    is_half = words[at : at + 1] == ["half"]
    scale = words[at + is_half] if at + is_half < len(words) else ""
    number = numbers.DOZEN if scale == "dozen" else numbers.SCALES.get(scale, 0)
    return (number // (1 + is_half), at + is_half + 1) if number else None


def _is_scale_gap(words: list[str], at: int, low: int, high: int) -> bool:
    """Say whether "5 to 500" is no range of people: an "or" or "to" over more than two orders."""
    return words[at] in ("or", "to") and high > 100 * max(low, 1)


def _is_decimal_comma(word: str) -> bool:
    return "," in word and numbers.digits(word) is None


def _bounded(
    words: list[str], first: int, core: int, end: int, value: int, bound: str, additional: bool
) -> Quantity:
    after = words[end : end + 2]
    if after[:1] in (["+"], ["plus"]) and not _goes_on_counting(words, end + 1):
        end, bound = end + 1, "at_least"
    elif after == ["or", "more"]:
        end, bound = end + 2, "at_least"
    elif after == ["or", "so"]:
        end, bound = end + 2, bound or "approx"
    elif after in (["or", "fewer"], ["or", "less"]):
        end, bound = end + 2, "at_most"
    if bound == "at_least":
        return Quantity(first, core, end, "number", value, None, "at_least", additional)
    if bound == "at_most":
        return Quantity(first, core, end, "number", None, value, "at_most", additional)
    qualifier: FigureQualifier = "approx" if bound else "exact"
    return Quantity(first, core, end, "number", value, value, qualifier, additional)


def _goes_on_counting(words: list[str], at: int) -> bool:
    """Say whether "plus" adds others: "killed 7 plus 2 bombers", "96 + 1"."""
    return at < len(words) and (words[at] in ("a", "an") or numbers.read(words, at) is not None)


def _inexact(words: list[str], first: int, i: int, additional: bool) -> Quantity | None:
    if words[i] in _VAGUE and (taken := _longest(words, i, _VAGUE)):
        if i and words[i - 1] == "how":
            return None  # "how many people died" is asked
        return Quantity(first, i, i + len(taken), "vague", None, None, "vague", additional)
    if words[i] == "both" and not _joins_two(words, i):
        return Quantity(first, i, i + 1, "number", 2, 2, "exact", additional)
    if words[i] in ("a", "an"):
        return Quantity(first, i, i + 1, "article", 1, 1, "exact", additional)
    if additional and i > first and words[i - 1] == "another":
        return Quantity(first, i - 1, i, "article", 1, 1, "exact", True)
    return None


def _joins_two(words: list[str], both: int) -> bool:
    """Say whether "both" joins two bare nouns and counts nothing: "both officers and men were killed"."""
    after = words[both + 2 : both + 4]
    if len(after) < 2 or after[0] != "and" or not after[1].isalpha():
        return False
    return numbers.word(after[1]) is None and after[1] not in _COUNTED_OR_KNOWN


_COUNTED_OR_KNOWN = frozenset(
    {"a", "an", "the", "his", "her", "their", "its", "several", "many", "some", "at"}
)


def _longest(words: Sequence[str], at: int, phrases: _Phrases) -> tuple[str, ...] | None:
    """Return the longest of some phrases that stands at a word, None if none does."""
    beginning = phrases.get(words[at]) if at < len(words) else None
    if beginning is None:  # mostly
        return None
    if at + 1 < len(words):
        for phrase in beginning.get(words[at + 1], ()):
            if len(phrase) == 2 or tuple(words[at : at + len(phrase)]) == phrase:
                return phrase
    return beginning[""][0] if "" in beginning else None

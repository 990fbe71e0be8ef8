"""One sentence (or infobox value) made ready: its words, their brackets, its casualty words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tasks.figures.lines import figure_words as v
from tasks.figures.lines.figure_words import CasualtyWord
from tasks.figures.lines.quantity import Quantity
from tasks.model.document import Token
from tasks.model.figure import FigureProperty, VictimClass
from tasks.model.span import Span
from tasks.model.value import value


@value(frozen=True, slots=True)
class Group:
    """A counted group of people: words[first:last], its quantity, and the words for the people.

    Attributes:
        head: "person" (a noun for people), "unknown" (a noun no list knows), "one" (likewise, "a" or
            "another" before it) or "bare" (no noun).
        victim: the index range of the words for the people, or None.
        is_partitive: "two of them".
        befallen: what its own words say of it ("one injured soldier", "three of the dead").
    """

    first: int
    last: int
    quantity: Quantity
    head: str
    victim: tuple[int, int] | None
    victim_class: VictimClass
    is_partitive: bool = False
    befallen: FigureProperty | None = None


@value(frozen=True, slots=True)
class Trigger:
    """A casualty word at words[first:last], with the constructions that it can build."""

    first: int
    last: int
    readings: tuple[CasualtyWord, ...]


class _Words(dict[int, str]):
    """A line's words by their index."""

    def __missing__(self, at: int) -> str:
        return ""


@dataclass(slots=True)
class Line:
    """The tokens without quotation marks, their lower-case words, groups and triggers, in text order.

    `depths` says for each word how many brackets are open around it; `group_of` and
    `trigger_of` find the one that starts at a word.
    """

    text: str
    tokens: Sequence[Token]
    words: list[str]
    word: Callable[[int], str] = field(init=False, repr=False, compare=False)  # "" outside
    depths: list[int] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    group_of: dict[int, Group] = field(default_factory=dict)
    trigger_of: dict[int, Trigger] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make `word`: as it is asked for more than anything else, it calls no function of Python's."""
        self.word = _Words(enumerate(self.words)).__getitem__

    def span(self, first: int, last: int) -> Span:
        """Return the passage of words[first:last]."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def group_at(self, first: int) -> Group | None:
        """Return the group that starts there."""
        return self.group_of.get(first)

    def trigger_at(self, first: int) -> Trigger | None:
        """Return the trigger that starts there."""
        return self.trigger_of.get(first)

    def is_stop(self, at: int) -> bool:
        """Say whether a word ends a noun phrase; "US" in capitals is no pronoun."""
        word = self.word(at)
        return word in v.STOP and not (len(word) > 1 and self.tokens[at].text.isupper())

    def skip_adverbs(self, at: int) -> int:
        """Return the first index from `at` on that holds no adverb."""
        while self.word(at) in v.ADVERBS and at not in self.group_of:
            at += 1
        return at


def bare_line(text: str, tokens: Sequence[Token], words: Sequence[str] | None = None) -> Line:
    """Return a sentence's tokens as a line whose groups are still to be read.

    Args:
        text: the article's.
        tokens: those of the sentence.
        words: they in lower case, where it is known that none is a quotation mark.
    """
    plain = tokens if words is not None else [t for t in tokens if t.kind != "quote"]
    kept = _joined(text, plain)
    line = Line(text, kept, list(words) if words is not None and kept is plain else [t.lower for t in kept])
    line.depths = _depths(line.words)
    line.triggers = list(_triggers(line))
    line.trigger_of = {t.first: t for t in line.triggers}
    return line


def _depths(words: Sequence[str]) -> list[int]:
    if "(" not in words and "[" not in words:
        return [0] * len(words)
    depths, depth = [], 0
    for word in words:
        depth = max(0, depth - (word in ")]"))
        depths.append(depth)
        depth += word in "(["
    return depths


def _joined(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """Take "100+" apart and let everything else be."""
    if not tokens or text.find("+", tokens[0].start, tokens[-1].end) < 0:
        return tokens
    found: list[Token] = []
    for token in tokens:
        if (
            token.kind != "number"
            and len(token.text) > 1
            and token.text[0].isdigit()
            and token.text[-1] == "+"
        ):
            found.append(Token.of(token.text[:-1], token.start, token.end - 1, "number"))
            found.append(Token.of("+", token.end - 1, token.end, "punct"))
        else:
            found.append(token)
    return found


def _triggers(line: Line) -> Iterable[Trigger]:
    words, known = line.words, v.forms_by_first_word()
    end = 0  # of the last one
    for at in [at for at, word in enumerate(words) if word in known]:
        trigger = _trigger(words, at, known[words[at]]) if at >= end else None
        if trigger is not None:
            yield trigger
            end = trigger.last


def _trigger(
    words: Sequence[str], at: int, forms: Sequence[tuple[tuple[str, ...], tuple[CasualtyWord, ...]]]
) -> Trigger | None:
    """Read the longest of the forms that stands there, else one that leaves room for other words."""
    second = words[at + 1] if at + 1 < len(words) else ""
    for form, entries in forms:
        if len(form) == 1:
            return _open_trigger(words, at) or Trigger(at, at + 1, entries)
        if form[1] == second and tuple(words[at : at + len(form)]) == form:
            return Trigger(at, at + len(form), entries)
    return _open_trigger(words, at)


_MAX_OPEN = 4  # words
_COUNTED = frozenset(
    {"dead", "deaths", "fatalities", "morgue", "mortuary", "visit"}
)  # "with 87 deaths and 202 injuries"
_ENDS_OPEN = v.AUX | v.CLAUSE | frozenset(".,;:()") | {"no"}


def _open_trigger(words: Sequence[str], at: int) -> Trigger | None:
    """Read a form that leaves room for other words ("suffered serious head injuries")."""
    for head, tail, entries in v.open_forms_by_first_word().get(words[at], ()):
        if len(head) > 1 and tuple(words[at : at + len(head)]) != head:
            continue
        start = at + len(head)
        for end in range(start, min(start + _MAX_OPEN + 1, len(words))):
            if words[end] == tail[0] and tuple(words[end : end + len(tail)]) == tail:
                return Trigger(at, end + len(tail), entries)
            if words[end] in _ENDS_OPEN or words[end] in _COUNTED:
                break
    return None


_ON_BOARD = (["on", "board"], ["on", "the", "ground"], ["aboard"])


def behind_place(line: Line, at: int) -> int:
    """Return the index behind "on board", "on the ground": "all 96 people on board and two on the ground"."""
    for place in _ON_BOARD:
        if line.words[at : at + len(place)] == place:
            return at + len(place)
    return at

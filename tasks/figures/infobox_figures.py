"""Figures of infobox fields, where the field's own name often says what befell the people it counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tasks.figures.bound.bind import Binding, bind_predicates
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.groups import make_line
from tasks.figures.lines.inserted_groups import behind_opening
from tasks.figures.lines.line import Group, Line
from tasks.figures.lines.predicates import find_predicates
from tasks.figures.parts.parts_of_figure import row, subset_bindings
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.article import InfoboxField
from tasks.model.document import Document, Token
from tasks.model.figure import Figure, FigureProperty, VictimClass
from tasks.model.order import START
from tasks.model.span import Span, hull

_PROPERTIES: dict[str, FigureProperty] = {
    "fatalities": "killed", "deaths": "killed", "killed": "killed", "dead": "killed", "injuries": "injured",
    "injured": "injured", "wounded": "injured", "missing": "missing", "captured": "captured",
    "casualties": "killed_or_injured", "arrests": "captured", "displaced": "displaced",
}  # fmt: skip
_CLASSES: dict[str, VictimClass] = {"civilian": "civilians", "perpetrator": "attackers"}
_HOW_SURE = frozenset({"confirmed", "reported", "estimated", "claimed", "alleged"})  # "41–80 confirmed"
_GO_ON = v.PREPOSITIONS | _HOW_SURE | {"and", "or", "according", "per"}  # what may follow a bare number
_BEFORE_ENTRY = frozenset({"", ",", "and", ":", "+", ")", "plus", "total", "."})
_INCLUDING = frozenset({"including"})
_HALVES = ("1", "2")
_NAME = late_pattern(r"(?P<base>[a-z]+?)(?:[ _]?(?P<side>\d)|_(?P<of>civilian|perpetrator|ground))?")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a field counts: the property that its name says, the side and the class of its victims."""

    property: FigureProperty
    side: str | None
    victim_class: VictimClass
    is_told: bool = False  # only what its words say befell people counts: "Result: 100–130 people killed"


def infobox_figures(document: Document) -> Iterator[Figure]:
    """Yield the figures of the infobox's casualty fields; `side` is the number in the field's name.

    Of a box that has both sides in one field ("Belligerents: X; Y") it is the half in which a figure stands.
    """
    is_halved = any(
        f.key.lower() == "belligerents" and f.value.count(";") == 1 for f in document.article.infobox
    )
    for field in document.article.infobox:
        kind = _kind(field)
        if kind is None or not field.value:
            continue
        inside = list(_tokens_in(document, field.span))
        yield from _below_total(document.text, list(_of_field(document.text, inside, kind, is_halved)))


def _tokens_in(document: Document, span: Span) -> Iterator[Token]:
    """Yield the tokens that begin within a passage."""
    first = max(0, document.index_at(span.start))
    for sentence in document.sentences[first : document.index_at(span.end) + 1]:
        tokens = sentence.tokens
        yield from tokens[
            bisect_left(tokens, span.start, key=START) : bisect_left(tokens, span.end, key=START)
        ]


def _kind(field: InfoboxField) -> _Kind | None:
    """Return what a field counts, or None if it counts no casualties."""
    for name in (field.name, field.key):
        match = _NAME.fullmatch((name or "").strip().lower())
        if match and match["base"] in _PROPERTIES:
            return _Kind(
                _PROPERTIES[match["base"]], match["side"], _CLASSES.get(match["of"] or "", "unknown")
            )
    if (field.name or field.key).strip().lower() in _OUTCOMES and _LOSSES.search(field.value or ""):
        return _Kind("killed_or_injured", None, "unknown", is_told=True)
    return None


_OUTCOMES = frozenset({"result", "outcome"})
_LOSSES = late_pattern(r"\d[^,;]{0,40}\b(?:killed|dead|wounded|injured|died)\b")
_TOTAL = late_pattern(r"\btotal(?: [a-z]+)?:? $", re.IGNORECASE)


def _below_total(text: str, figures: list[Figure]) -> list[Figure]:
    """Return a field's figures, those of a property with a total ("Total: 300 killed") as its parts.

    A first number that is the sum of all behind it is a total as well: "8 total, 5 guests, 3 gunmen".
    """
    totals = [f for f in figures if _TOTAL.search(text[max(0, f.span.start - 20) : f.span.start])]
    totals = totals or _first_that_is_sum(figures)
    summed = {f.property for f in totals}
    return [
        replace(f, is_subset=True) if f.property in summed and f not in totals and not f.is_additional else f
        for f in figures
    ]


def _first_that_is_sum(figures: list[Figure]) -> list[Figure]:
    """Return the first figure, alone, if those behind it make it up; what is added ("+ 1") is no part."""
    parts = [f for f in figures[1:] if not f.is_additional]
    is_listed = len(parts) >= len(_HALVES) and all(f.property == figures[0].property for f in figures)
    numbers = [f.value_low or 0 for f in parts]
    return figures[:1] if is_listed and all(numbers) and sum(numbers) == figures[0].value_low else []


def _of_field(text: str, tokens: list[Token], kind: _Kind, is_halved: bool) -> Iterator[Figure]:
    default = kind.property
    parts = list(_parts(tokens))
    is_halved = is_halved and len(parts) == len(_HALVES) and kind.side is None
    for number, part in enumerate(parts):
        if is_halved:
            kind = replace(kind, side=_HALVES[number])
        line = make_line(text, part)
        if line.word(len(line.words) - 1) == ":":  # "Civilian deaths:" heads the entries behind it
            default = _said_before(line, len(line.words) - 1) or kind.property
            continue
        bound = [_of_all(line, b, default) for b in bind_predicates(line, find_predicates(line))]
        bound += _unbound(line, bound, default) if not kind.is_told else []
        bound += subset_bindings(line, bound)
        for binding in sorted(bound, key=lambda b: b.group.first):
            yield _figure(line, binding, kind)


def _parts(tokens: list[Token]) -> Iterator[list[Token]]:
    """Cut a value at semicolons, one entry of a list each; within brackets they part no entries."""
    part: list[Token] = []
    depth = 0
    for token in tokens:
        depth = max(0, depth + (token.text == "(") - (token.text == ")"))
        if token.text == ";" and part and not depth:
            yield part
            part = []
        elif token.text != ";" or depth:
            part.append(token)
    if part:
        yield part


def _of_all(line: Line, binding: Binding, default: FigureProperty) -> Binding:
    """Return a total of all losses as such: "100 total, 14 killed" are not 100 killed."""
    group = binding.group
    if default != "killed_or_injured" or not _is_total(line, group):
        return binding
    return replace(binding, property=default, predicate=(group.first, group.last), rule="infobox")


def _is_total(line: Line, group: Group) -> bool:
    """Whether a number counts all losses of a side: "100 total", "~350 total casualties"."""
    return line.word(group.last - 1) == "total" and line.word(group.last) in {",", "(", ""}


def _said_before(line: Line, at: int) -> FigureProperty | None:
    """Return what a casualty word right before words[at] says ("Killed: 12"), if one stands there."""
    return next((t.readings[0].property for t in line.triggers if t.last == at), None)


def _unbound(line: Line, bound: list[Binding], default: FigureProperty) -> list[Binding]:
    """Give the field's own property to the groups of an entry that no word has: "90 fighters"."""
    taken = {b.group.first for b in bound} | _behind_including(line)
    has_bound = any(line.depths[b.group.first] == 0 for b in bound)  # of "85 (12 missing)" 85 has none
    found: list[Binding] = []
    for at, depth in enumerate(line.depths):
        group = line.group_at(at)
        if group is None or group.first in taken or not _counts(line, group, depth, has_bound, default):
            continue
        is_extra = line.word(at - 1) in {"+", "plus"} and (depth == 0 or line.word(at - 2) == "(")
        prop = default
        if line.word(at - 1) == ":":
            prop = _said_before(line, at - 1) or default
        found.append(
            Binding(
                group,
                prop,
                (group.first, group.last),
                "infobox",
                is_subset=depth > 0 and not is_extra,
                is_additional=is_extra,
            )
        )
    return found


def _behind_including(line: Line) -> set[int]:
    """Return where the groups begin that "including" opens: parts of the number before it."""
    opening = [i for i, word in enumerate(line.words) if word in _INCLUDING]
    first = [line.group_at(behind_opening(line, i)) for i in opening]
    return {g.first for group in first if group is not None for g in row(line, group)}


def _counts(line: Line, group: Group, depth: int, has_bound: bool, default: FigureProperty) -> bool:
    """Say whether a group without casualty word counts: people, or a number that stands alone.

    A field for all losses counts things, too ("2 ships sunk"): there, an unknown noun is not enough.
    """
    if group.quantity.kind == "article" and group.head != "person":
        return False
    if default == "killed_or_injured" and group.quantity.kind == "none":
        return False  # "None" of a side's losses: of ships, of men, or not told
    if depth > 0:
        return group.head == "person" and group.quantity.kind != "none"
    if default == "killed_or_injured" and _is_total(line, group):
        return True
    if group.head in ("unknown", "one") and (has_bound or default == "killed_or_injured"):
        return False
    if has_bound and group.head == "bare":
        return False
    before, after = line.word(group.first - 1), line.word(group.last)
    is_first = before in _BEFORE_ENTRY or before in v.ADVERBS or _is_next(line, group)
    ends = not after[:1].isalpha() or after in _GO_ON
    is_done_otherwise = after.endswith("ed") and after not in _HOW_SURE  # "many others enslaved"
    return is_first and not is_done_otherwise and (group.head == "person" or ends)


def _is_next(line: Line, group: Group) -> bool:
    """Whether people stand right behind other people, whose line the box ended: "4 Danes 25 Swedes"."""
    return group.head == "person" and any(g.last == group.first and g.head == "person" for g in line.groups)


def _figure(line: Line, binding: Binding, kind: _Kind) -> Figure:
    group, quantity = binding.group, binding.group.quantity
    people = line.span(group.first, group.last)
    span = people if binding.is_subset else hull((people, line.span(*binding.predicate)))
    return Figure(
        span=span,
        number=line.span(quantity.first, quantity.last),
        property=binding.property,
        value_low=quantity.low,
        value_high=quantity.high,
        value_qualifier=quantity.qualifier,
        victim=line.span(*group.victim) if group.victim else None,
        victim_class=kind.victim_class if group.victim_class == "unknown" else group.victim_class,
        is_additional=binding.is_additional or quantity.is_additional,
        is_cumulative=False,
        is_negated=binding.is_negated,
        rule="infobox_field" if binding.rule == "infobox" else f"infobox_{binding.rule}",
        is_subset=binding.is_subset,
        side=kind.side,
    )

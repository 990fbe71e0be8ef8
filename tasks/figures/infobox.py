"""Figures of infobox fields, where the field's own name often says what befell the people it counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from tasks.figures import vocabulary as v
from tasks.figures.bind import Binding, bind_predicates
from tasks.figures.groups import make_line
from tasks.figures.line import Group, Line
from tasks.figures.nouns import subset_bindings
from tasks.figures.predicates import find_predicates
from tasks.model.article import InfoboxField
from tasks.model.document import Document, Token
from tasks.model.figure import Figure, FigureProperty
from tasks.model.span import hull

_PROPERTIES: dict[str, FigureProperty] = {
    "fatalities": "killed", "deaths": "killed", "killed": "killed", "dead": "killed", "injuries": "injured",
    "injured": "injured", "wounded": "injured", "missing": "missing", "captured": "captured",
    "casualties": "killed_or_injured", "arrests": "captured", "displaced": "displaced",
}  # fmt: skip
_NAME = re.compile(r"(?:reported[ _])?(?P<base>[a-z]+?)(?:[ _]?(?P<side>\d))?")


def infobox_figures(document: Document) -> Iterator[Figure]:
    """Yield the figures of the infobox's casualty fields; `side` is the number in the field's name."""
    tokens: list[Token] | None = None
    for field in document.article.infobox:
        named = field_property(field)
        if named is None or not field.value:
            continue
        if tokens is None:
            tokens = [t for s in document.sentences for t in s.tokens]
            starts = [t.start for t in tokens]
        prop, side = named
        inside = tokens[bisect_left(starts, field.span.start) : bisect_left(starts, field.span.end)]
        yield from _of_field(document.text, inside, prop, side)


def field_property(field: InfoboxField) -> tuple[FigureProperty, str | None] | None:
    """Return what a field counts, and its side ("1", "2", ...), or None if it counts no casualties."""
    for name in (field.name, field.key):
        match = _NAME.fullmatch((name or "").strip().lower())
        if match and match["base"] in _PROPERTIES:
            return _PROPERTIES[match["base"]], match["side"]
    return None


def _of_field(text: str, tokens: list[Token], default: FigureProperty, side: str | None) -> Iterator[Figure]:
    for part in _parts(tokens):
        line = make_line(text, part)
        bound = bind_predicates(line, find_predicates(line)) if line.triggers else []
        bound += _unbound(line, bound, default)
        bound += subset_bindings(line, bound)
        for binding in sorted(bound, key=lambda b: b.group.first):
            yield _figure(line, binding, side)


def _parts(tokens: list[Token]) -> Iterator[list[Token]]:
    """Cut a value at semicolons: one entry of a list each."""
    part: list[Token] = []
    for token in tokens:
        if token.text == ";" and part:
            yield part
            part = []
        elif token.text != ";":
            part.append(token)
    if part:
        yield part


def _unbound(line: Line, bound: list[Binding], default: FigureProperty) -> list[Binding]:
    """Give the field's own property to groups at the start of an entry ("90 fighters", "12", "8, 3 police")."""
    taken = {b.group.first for b in bound}
    found: list[Binding] = []
    depth = 0
    for at, word in enumerate(line.words):
        depth += (word == "(") - (word == ")")
        group = line.group_at(at)
        if group is None or group.first in taken or not _counts(line, group, depth, bool(bound)):
            continue
        is_inside = depth > 0
        is_extra = line.word(at - 1) == "+" or line.word(at - 1) == "plus"
        found.append(
            Binding(
                group, default, (group.first, group.last), "infobox",
                is_subset=is_inside and not is_extra, is_additional=is_extra,
            )
        )  # fmt: skip
    return found


def _counts(line: Line, group: Group, depth: int, has_bound: bool) -> bool:
    if group.quantity.kind == "article" and group.head != "person":
        return False
    if depth > 0:
        return group.head == "person" and group.quantity.kind != "none"
    if has_bound and group.head == "bare":
        return False
    before = line.word(group.first - 1)
    return before in {"", ",", "and", ":", "+", ")"} or before in v.ADVERBS


def _figure(line: Line, binding: Binding, side: str | None) -> Figure:
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
        victim_class=group.victim_class,
        is_additional=binding.is_additional or quantity.is_additional,
        is_cumulative=False,
        is_negated=binding.is_negated,
        rule="infobox" if binding.rule != "infobox" else "infobox_field",
        is_subset=binding.is_subset,
        side=side,
    )

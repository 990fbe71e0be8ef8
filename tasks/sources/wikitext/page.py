"""A page's markup to all that is read from it: pure, deterministic, without limits on cost.

`tasks.sources.wikitext.bounded` sees to it that hostile markup does not take for ever.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasks.model.article import (
    INFOBOX,
    LEAD,
    Citation,
    CitationMark,
    Coordinates,
    InfoboxField,
    Link,
    Section,
)
from tasks.model.issue import Issue
from tasks.model.span import Span
from tasks.sources.wikitext.citations import citation_of
from tasks.sources.wikitext.collected import Context
from tasks.sources.wikitext.escaped import unescaped
from tasks.sources.wikitext.flow import Flow, Mark, Piece
from tasks.sources.wikitext.infobox import Box, read_infobox
from tasks.sources.wikitext.lines_of_flow import lay_out_body
from tasks.sources.wikitext.offsets import Offsets, compact
from tasks.sources.wikitext.parsing.nodes import Place
from tasks.sources.wikitext.parsing.parser import parse
from tasks.sources.wikitext.references import References
from tasks.sources.wikitext.render import Renderer


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says. The fields are those of `Article`; issues name the title."""

    text: str
    sections: tuple[Section, ...]
    infobox_name: str | None
    infobox_template: str | None
    infobox: tuple[InfoboxField, ...]
    links: tuple[Link, ...]
    citations: tuple[Citation, ...]
    citation_marks: tuple[CitationMark, ...]
    coordinates: tuple[Coordinates, ...]
    issues: tuple[Issue, ...]
    markup_map: tuple[tuple[int, int], ...]


def read_page(markup: str, title: str) -> Page:
    """Return what the markup of a page says; the title becomes the text's first line."""
    source = unescaped(markup)
    context = Context(title, References())
    if source.was_escaped:
        message = "The markup was escaped as in XML; it was read as what it stands for."
        context.log("escaped_markup", "page", "&lt;", message)
    whole = Place(parse(source.text), 0)
    context.references.collect(whole.code)
    renderer = Renderer(context)
    box = read_infobox(whole, renderer)
    flow = Flow()
    renderer.render(whole, flow)
    body, remains = lay_out_body(flow.piece())
    if remains:
        message = "Markup that could not be read was left out; the words in it were kept."
        context.log("markup_residue", "page", " ".join(remains)[:200], message, "warning")
    builder = _Builder(title, box, body)
    text = builder.text
    if not unicodedata.is_normalized("NFC", text):
        context.log("not_nfc", "page", "", "Characters that were put together are not in NFC.", "warning")
    citations, marks = _citations(builder.marks, renderer)
    return Page(
        text=text,
        sections=builder.sections,
        infobox_name=builder.box_name,
        infobox_template=box.template if box else None,
        infobox=builder.fields,
        links=_links(text, builder.marks),
        citations=citations,
        citation_marks=marks,
        coordinates=_coordinates(context.coordinates),
        issues=tuple(context.issues),
        markup_map=compact(source.original(builder.offsets)),
    )


class _Builder:
    """Puts title, infobox and body together."""

    def __init__(self, title: str, box: Box | None, body: Piece) -> None:
        self.parts: list[str] = []
        self.offsets = Offsets()
        self.marks: list[Mark] = []
        self.fields: tuple[InfoboxField, ...] = ()
        self.box_name: str | None = None
        self.length = 0
        self._add(f"= {title} =\n")
        lead = self.length
        self._add("\n")
        sections: list[Section] = []
        if box is not None:
            start, lead = lead, self._add_box(box, title)
            sections += [Section(INFOBOX, 1, Span(start, lead))] if lead > start else []
        self._add_piece(body)
        self._add("\n")
        self.text = "".join(self.parts)
        self.sections = (*sections, *_sections(self.marks, lead, self.length))

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.offsets.add(self.offsets.last, len(text), 0)
        self.length += len(text)

    def _add_piece(self, piece: Piece) -> None:
        self.marks.extend(
            Mark(self.length + mark.position, mark.kind, mark.value, mark.level) for mark in piece.marks
        )
        self.parts.append(piece.text)
        self.offsets.extend(piece.offsets)
        self.length += len(piece.text)

    def _add_box(self, box: Box, title: str) -> int:
        """Add the box's name and a line for each field with a value; return where they end.

        Fields without a value have their place there.
        """
        name = box.title or title
        lines = [field for field in box.fields if field.shown.text]
        fields: dict[int, InfoboxField] = {}
        if lines:
            self.box_name = name
            self._add(f"{name}\n")
        for one in lines:
            self._add(f"- {one.key}: ")
            start = self.length
            self._add_piece(one.shown)
            span = Span(start, self.length)
            fields[id(one)] = InfoboxField(one.key, one.name, one.shown.text, span, one.raw)
            self._add("\n")
        end = self.length if lines else self.length - 1
        if lines:
            self._add("\n")
        self.fields = tuple(
            fields.get(id(one)) or InfoboxField(one.key, one.name, "", Span(end, end), one.raw)
            for one in box.fields
        )
        return end


def _sections(marks: Sequence[Mark], lead: int, end: int) -> list[Section]:
    heads = [mark for mark in marks if mark.kind == "heading"]
    ends = [mark for mark in marks if mark.kind == "heading_end"]
    sections = []
    heading, level, start = LEAD, 1, lead
    for head, tail in zip(heads, ends, strict=True):
        sections.append(Section(heading, level, Span(start, head.position)))
        heading, level, start = head.value, head.level, min(tail.position + 1, end)
    sections.append(Section(heading, level, Span(start, end)))
    return sections


_TRAIL = re.compile(r"[a-z]+")


def _links(text: str, marks: Sequence[Mark]) -> tuple[Link, ...]:
    """Return the links; letters right after one belong to it ("[[bomb]]ing")."""
    found: list[Link] = []
    opened: Mark | None = None
    for mark in marks:
        if mark.kind == "link":
            opened = mark
        elif mark.kind == "link_end" and opened is not None:
            words = text[opened.position : mark.position]
            start = opened.position + len(words) - len(words.lstrip())
            end = start + len(words.strip())
            trail = _TRAIL.match(text, end) if end > start else None
            end = trail.end() if trail else end
            if end > start and "\n" not in text[start:end]:
                found.append(Link(Span(start, end), opened.value))
            opened = None
    return tuple(sorted(found, key=lambda link: link.span))


def _citations(
    marks: Sequence[Mark], renderer: Renderer
) -> tuple[tuple[Citation, ...], tuple[CitationMark, ...]]:
    """Return the references, those marked in the text first, and where they stand in it."""
    references = renderer.context.references
    order = {mark.value: None for mark in marks if mark.kind == "citation"}
    keys = [*order, *(key for key in references.contents if key not in order)]
    citations = tuple(
        citation_of(key, references.contents.get(key), renderer.plain, renderer.context) for key in keys
    )
    index = {key: number for number, key in enumerate(keys)}
    places = {(mark.position, index[mark.value]) for mark in marks if mark.kind == "citation"}
    return citations, tuple(CitationMark(*place) for place in sorted(places))


def _coordinates(found: Sequence[Coordinates]) -> tuple[Coordinates, ...]:
    """Return the coordinates without repetition, those of the subject first."""
    unique: dict[tuple[float, float], Coordinates] = {}
    for one in found:
        key = (one.latitude, one.longitude)
        known = unique.get(key)
        if known is None or (one.display_title and not known.display_title):
            unique[key] = one if known is None else replace(known, display_title=True)
    return tuple(sorted(unique.values(), key=lambda one: not one.display_title))

"""Infoboxes: which template is the page's, its fields in order, as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from mwparserfromhell.nodes import Tag, Template
from mwparserfromhell.wikicode import Wikicode

from tasks.model.value import value
from tasks.sources.infobox_fields import canonical_name
from tasks.sources.wikitext.flow import Piece
from tasks.sources.wikitext.offsets import Offsets
from tasks.sources.wikitext.parsing.nodes import Place, located, markup_of, parameters, tag_contents
from tasks.sources.wikitext.render import Renderer
from tasks.sources.wikitext.templates.call import Call, call_of, folded_name
from tasks.sources.wikitext.templates.coordinates import coordinates_of_fields
from tasks.sources.wikitext.templates.template_words import infobox_family, is_infobox

_KEY_LENGTH = 60
_NO_KEY = re.compile(r"[\[\]{}<>|:]|'{2,}|&\w{1,10};")  # what a key in a text must not hold
_TITLE_LENGTH = 120
_MAX_FIELDS = 500
_DEPTH = 4  # levels of tables, frames and modules that an infobox may stand in
_COORDINATES = (
    "latitude", "latitude_minutes", "latitude_seconds", "latitude_direction",
    "longitude", "longitude_minutes", "longitude_seconds", "longitude_direction",
)  # fmt: skip


@value(frozen=True, slots=True)
class BoxField:
    """A field: its key, canonical name, what a reader sees of it, and its markup."""

    key: str
    name: str | None
    shown: Piece
    raw: str


@dataclass(frozen=True, slots=True)
class Box:
    """The page's infobox.

    Attributes:
        template: the template's name, as in the markup.
        title: what the box is headed with; "" if it does not say.
        fields: in order; images and layout have the name "ignore" and show nothing.
    """

    template: str
    title: str
    fields: tuple[BoxField, ...]


def read_infobox(page: Place, renderer: Renderer) -> Box | None:
    """Return the page's infobox, or None.

    The first one of an event's family, with the parts that belong to it (ships have several) and the
    boxes within it; without such a one the first infobox of any kind.
    """
    calls = list(_infoboxes(page, _DEPTH))
    if not calls:
        return None
    main = next((call for call in calls if infobox_family(call.name)), calls[0])
    family = infobox_family(main.name)
    own = [main]
    if family is not None and family.is_part:
        own = [call for call in calls if infobox_family(call.name) == family]
    else:
        end = main.at + len(main.raw)
        own += [call for call in calls if call is not main and main.at < call.at < end]
    fields = tuple(field for call in own for field in _fields(call, renderer))
    _keep_coordinates(fields, renderer)
    title = next((f.shown.text for f in fields if f.name == "title" and f.shown.text), "")
    return Box(own[0].name, title if len(title) <= _TITLE_LENGTH else "", fields[:_MAX_FIELDS])


def _infoboxes(place: Place, depth: int) -> Iterator[Call]:
    """Yield the infobox templates of a part of the page, in order, those within others after them."""
    for node, at in located(place):
        if isinstance(node, Template):
            name = folded_name(markup_of(node.name))
            if is_infobox(name):
                yield call_of(node, at)
            if depth and "{{" in markup_of(node)[2:]:
                for parameter in parameters(node, at):
                    if "{{" in markup_of(parameter.value.code):
                        yield from _infoboxes(parameter.value, depth - 1)
        elif isinstance(node, Tag) and depth and "{{" in markup_of(node):
            inner = tag_contents(node, at)
            if inner is not None:
                yield from _infoboxes(inner, depth - 1)


def _fields(call: Call, renderer: Renderer) -> Iterator[BoxField]:
    for key, parameter in call.arguments.items():
        shown_key = " ".join(_NO_KEY.sub(" ", key).split())[:_KEY_LENGTH].strip()
        if not parameter.is_named or not shown_key:
            continue
        name = canonical_name(shown_key)
        raw = markup_of(parameter.value.code).strip()
        is_seen = name != "ignore" and not _is_box(parameter.value.code)
        before = len(renderer.context.coordinates)
        shown = renderer.piece(parameter.value).without_lead(":;, ") if is_seen else Piece("", Offsets())
        if name == "coordinates":
            own = renderer.context.coordinates[before:]
            renderer.context.coordinates[before:] = [replace(one, display_title=True) for one in own]
        yield BoxField(shown_key, name, shown, raw)


def _is_box(code: Wikicode) -> bool:
    """Say whether a value is another infobox or a frame of navigation, whose fields are its own."""
    first: Any = next((node for node in code.nodes if markup_of(node).strip()), None)
    return isinstance(first, Template) and is_infobox(folded_name(markup_of(first.name)))


def _keep_coordinates(fields: tuple[BoxField, ...], renderer: Renderer) -> None:
    """Add coordinates that the box gives in fields of their own; those in its field are the subject's."""
    values = {field.name: field.shown.text for field in fields if field.name in _COORDINATES}
    found = coordinates_of_fields({str(name): value for name, value in values.items()})
    if found is not None:
        renderer.context.coordinates.append(found)
    elif values.get("latitude"):
        raw = "; ".join(f"{name}={value}" for name, value in values.items())
        message = "Coordinates that cannot be read or lie outside the globe."
        renderer.context.log("unreadable_coordinates", "infobox coordinates", raw, message, "warning")
